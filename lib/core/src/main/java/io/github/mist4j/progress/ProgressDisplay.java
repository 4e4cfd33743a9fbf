package io.github.mist4j.progress;

import java.util.ServiceLoader;

/**
 * Where long work is shown while it goes on, and from where it can be stopped: a notebook for
 * instance.
 *
 * <p>One that is named in {@code META-INF/services/io.github.mist4j.progress.ProgressDisplay} is
 * found by itself. Without one nothing is shown.
 *
 * <pre>{@code
 * public final class StatusBar implements ProgressDisplay {
 *   public Shown begin() {
 *     return progress -> bar.setText(progress.toString());
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ProgressDisplay {
  /** Begins to show some work, on the thread that does it. */
  Shown begin();

  /** Work that is shown; closed when it has ended. */
  @FunctionalInterface
  interface Shown extends ProgressListener, AutoCloseable {
    @Override
    default void close() {}
  }

  /** Begins to show some work on the first display that is found, if there is one. */
  static Shown shown() {
    return ServiceLoader.load(ProgressDisplay.class, ProgressDisplay.class.getClassLoader())
        .findFirst()
        .map(ProgressDisplay::begin)
        .orElse(progress -> {});
  }
}
