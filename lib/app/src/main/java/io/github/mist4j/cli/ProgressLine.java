package io.github.mist4j.cli;

import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.ProgressListener;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * Progress on stderr, of work that takes longer than two seconds: on a terminal one line that is
 * written over, twice a second; elsewhere a line every ten seconds. Used from one thread.
 */
final class ProgressLine implements ProgressListener, AutoCloseable {
  private static final long FIRST_NANOS = 2_000_000_000L; // who waits no longer needs no line
  private static final long TERMINAL_NANOS = 500_000_000L;
  private static final long FILE_NANOS = 10_000_000_000L;

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier clock;
  private long next;
  private int width;

  ProgressLine(PrintWriter err) {
    this(err, Terminal.isThere(), System::nanoTime);
  }

  /** With the time in nanoseconds from anywhere. */
  ProgressLine(PrintWriter err, boolean terminal, LongSupplier clock) {
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
    next = clock.getAsLong() + FIRST_NANOS;
  }

  /** Shows the progress if it is time to. */
  @Override
  public void progress(Progress progress) {
    long now = clock.getAsLong();
    if (now - next < 0) {
      return;
    }
    next = now + (terminal ? TERMINAL_NANOS : FILE_NANOS);
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

  /** Says something on a line of its own. */
  void say(String words) {
    end();
    err.println(words);
    err.flush();
  }

  /** Ends the line also where an error ends the work. */
  @Override
  public void close() {
    end();
  }
}
