package io.github.mist4j.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and termination, from here to {@link #close}, into an action: the program ends when
 * the work that the action stops has closed this, or after two minutes.
 */
final class Interrupt implements AutoCloseable {
  private static final int MOST_SECONDS = 120;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean happened;

  Interrupt(Runnable action) {
    hook = new Thread(() -> run(action), "mist4j-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean happened() {
    return happened;
  }

  private void run(Runnable action) {
    happened = true;
    action.run();
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
    if (!happened) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        happened = true; // the interrupt came just now
      }
    }
  }
}
