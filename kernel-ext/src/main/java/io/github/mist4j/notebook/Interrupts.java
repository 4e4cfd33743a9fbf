package io.github.mist4j.notebook;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What an interrupt of the kernel should end gently, by being asked, instead of killing the cell.
 *
 * <pre>{@code
 * try (var watch = Interrupts.askToStop(trainer::stop)) {
 *   return trainer.train(); // an interrupt calls stop(), and the cell returns the best model
 * }
 * }</pre>
 *
 * <p>The first interrupt asks everything registered here to stop. A second one, before all that has
 * stopped, ends the cell with an error, as an interrupt does where nothing is registered.
 */
public final class Interrupts {
  private static final CopyOnWriteArrayList<Watch> RUNNING = new CopyOnWriteArrayList<>();

  private Interrupts() {}

  /**
   * Registers something that runs and can be asked to stop.
   *
   * @param stop returns at once and makes the work end soon; called at most once, from another
   *     thread
   * @return what to close when the work has ended
   */
  public static Watch askToStop(Runnable stop) {
    var watch = new Watch(stop);
    RUNNING.add(watch);
    return watch;
  }

  /**
   * Asks all that runs to stop, unless it has been asked before.
   *
   * @return whether anything was asked
   */
  static boolean ask() {
    boolean any = false;
    for (Watch watch : RUNNING) {
      if (watch.asked.compareAndSet(false, true)) {
        any = true;
        watch.stop.run();
      }
    }
    return any;
  }

  /** Running work that can be asked to stop; closed when the work has ended. */
  public static final class Watch implements AutoCloseable {
    private final Runnable stop;
    private final AtomicBoolean asked = new AtomicBoolean();

    private Watch(Runnable stop) {
      this.stop = stop;
    }

    /** Whether an interrupt has asked this work to stop. */
    public boolean asked() {
      return asked.get();
    }

    /** Says that the work has ended. */
    @Override
    public void close() {
      RUNNING.remove(this);
    }
  }
}
