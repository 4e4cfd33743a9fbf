package io.github.mist4j.cli;

import io.github.mist4j.progress.ProgressDisplay;
import io.github.mist4j.progress.ProgressListener;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Whether somebody wants a command to stop, from here to {@link #close}: inside another program by
 * what stops its long work; as a program of its own, where there is something to keep, by Ctrl-C
 * and termination, which then wait until the command has closed this, or two minutes.
 */
final class Interrupt implements AutoCloseable {
  private static final int MOST_SECONDS = 120;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "mist4j-interrupt");
  private final ProgressDisplay.Shown host = ProgressDisplay.shown();
  private volatile boolean happened;

  private Interrupt() {}

  /** For a command that has nothing to keep: Ctrl-C ends the program at once. */
  static Interrupt ofHost() {
    return new Interrupt();
  }

  /** For a command that keeps what it has when it is stopped. */
  static Interrupt awaited() {
    var interrupt = new Interrupt();
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  boolean happened() {
    return happened || host.stopRequested();
  }

  /**
   * What hears of the work and stops it: a line on standard error, and the program that this runs
   * in, under the cell of a notebook for instance.
   */
  ProgressListener told(ProgressLine line) {
    return host.told(
            progress -> {
              line.progress(progress);
              return progress;
            })
        .stoppedBy(this::happened);
  }

  /**
   * The exit code of some work. Where Ctrl-C stops it, why it ended is said here, as the program is
   * gone before a fault of the command would be reported.
   */
  int during(IntSupplier work, ProgressLine progress) {
    return during(work::getAsInt, Mist4j.FAULT, progress);
  }

  /**
   * The same for work with another outcome.
   *
   * @param stopped its outcome where Ctrl-C stops it
   */
  <T> T during(Supplier<T> work, T stopped, ProgressLine progress) {
    try {
      return work.get();
    } catch (CancellationException e) {
      if (!happened) {
        throw e;
      }
      progress.say("mist4j: " + e.getMessage());
      return stopped;
    }
  }

  private void interrupted() {
    happened = true;
    try {
      boolean ended = closed.await(MOST_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    host.close();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      happened = true; // the program is ending
    }
  }
}
