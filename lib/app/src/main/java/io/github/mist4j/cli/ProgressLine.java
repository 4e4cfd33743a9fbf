package io.github.mist4j.cli;

import io.github.mist4j.meta.GenerationProgress;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Progress on stderr: on a terminal one line that is written over, at most twice a second;
 * elsewhere a line every ten seconds. Used from one thread.
 */
final class ProgressLine implements AutoCloseable {
  private static final long TERMINAL_NANOS = 500_000_000L;
  private static final long FILE_NANOS = 10_000_000_000L;

  private final PrintWriter err;
  private final boolean terminal;
  private long last = System.nanoTime();
  private long start;
  private int before = -1; // what was done at the start of the count, by an earlier run
  private int width;

  ProgressLine(PrintWriter err) {
    this(err, Terminal.isThere());
  }

  ProgressLine(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** Shows how many of a count are done, the rate since its first call and the time left. */
  void show(String what, int done, int total) {
    if (before < 0) {
      before = done;
      start = System.nanoTime();
      return;
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    show(new Count(what, GenerationProgress.of(done, before, total, seconds)));
  }

  private record Count(String what, GenerationProgress of) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d of %,d %s, %.1f/s, %s left",
          of.datasets(),
          of.total(),
          what,
          of.datasetsPerSecond(),
          GenerationProgress.clock(of.remaining()));
    }
  }

  /** Shows the progress if it is time to. */
  void show(Object progress) {
    long now = System.nanoTime();
    if (now - last < (terminal ? TERMINAL_NANOS : FILE_NANOS)) {
      return;
    }
    last = now;
    if (terminal) {
      String line = progress.toString();
      err.print('\r' + line + " ".repeat(Math.max(0, width - line.length())));
      width = line.length();
    } else {
      err.println(progress);
    }
    err.flush();
  }

  /** Ends the line, so that what follows begins a new one. */
  void end() {
    if (width > 0) {
      err.println();
      width = 0;
    }
  }

  /** Ends the line also where an error ends the work. */
  @Override
  public void close() {
    end();
  }
}
