package io.github.mist4j.cli;

import io.github.mist4j.Mist;
import io.github.mist4j.Watcher;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and termination, from here to {@link #close}, into an action: the program ends when
 * the work that the action stops has closed this, or after two minutes. Inside another program,
 * what stops its long work stops this too.
 */
final class Interrupt implements AutoCloseable {
  private static final int MOST_SECONDS = 120;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;
  private final Watcher.Watch watch;
  private volatile boolean happened;

  Interrupt(Runnable action) {
    hook = new Thread(() -> run(action), "mist4j-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    watch = Mist.watcher().watch(() -> stop(action));
  }

  private void stop(Runnable action) {
    happened = true;
    action.run();
  }

  boolean happened() {
    return happened;
  }

  private void run(Runnable action) {
    stop(action);
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
    watch.close();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      happened = true; // the program is ending
    }
  }
}
