package io.github.mist4j.notebook;

import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What an interrupt of the kernel should end gently, by being asked, instead of killing the cell.
 *
 * <p>The first interrupt asks everything that is watched here to stop. A second one, before all
 * that has stopped, ends the cell with an error, as an interrupt does where nothing is watched.
 */
final class Interrupts {
  private static final CopyOnWriteArrayList<Watch> RUNNING = new CopyOnWriteArrayList<>();

  private Interrupts() {}

  /** Watches for interrupts from now on; closed when the work that looks at it has ended. */
  static Watch watch() {
    var watch = new Watch();
    RUNNING.add(watch);
    return watch;
  }

  /**
   * Asks all that runs to stop, unless it has been asked before.
   *
   * @return whether anything was asked
   */
  static synchronized boolean ask() {
    boolean any = false;
    for (Watch watch : RUNNING) {
      any |= !watch.asked;
      watch.asked = true;
    }
    return any;
  }

  /** Running work that can be asked to stop. */
  static final class Watch implements AutoCloseable {
    private volatile boolean asked;

    private Watch() {}

    /** Whether an interrupt has asked this work to stop. */
    boolean asked() {
      return asked;
    }

    /** Says that the work has ended. */
    @Override
    public void close() {
      RUNNING.remove(this);
    }
  }
}
