package io.github.mist4j;

/**
 * Where long work of {@link Mist} is shown while it goes on, and from where it can be stopped. A
 * notebook installs one that draws; without one nothing is shown and a thread's interrupt stops the
 * work.
 */
@FunctionalInterface
public interface Watcher {
  /** Shows nothing. */
  Watcher SILENT = stop -> state -> {};

  /**
   * Begins to watch some work.
   *
   * @param stop makes the work end soon with what it has so far; may be called from any thread
   */
  Watch watch(Runnable stop);

  /** Work that is being watched; closed when it has ended. */
  @FunctionalInterface
  interface Watch extends AutoCloseable {
    /**
     * Hears how the work stands; called often, must return at once.
     *
     * @param state prints itself as one line, such as a {@link Progress}
     */
    void show(Object state);

    @Override
    default void close() {}
  }

  /**
   * How far some work has come.
   *
   * @param title what is done
   * @param done how much of it
   * @param total of how much
   * @param seconds since it began
   */
  record Progress(String title, long done, long total, double seconds) {
    /** Done, total, rate and the time left. */
    @Override
    public String toString() {
      double rate = done / Math.max(seconds, 1e-9);
      return String.format(
          java.util.Locale.ROOT,
          "%s: %,d of %,d, %.0f/s, %.0f s left",
          title,
          done,
          total,
          rate,
          (total - done) / Math.max(rate, 1e-9));
    }
  }
}
