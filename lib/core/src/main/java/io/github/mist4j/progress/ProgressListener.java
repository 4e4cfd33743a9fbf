package io.github.mist4j.progress;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Hears how far long work has come, and can ask it to stop: a permutation test, an evaluation, a
 * training, the generation of datasets.
 *
 * <p>It is told on the thread that asked for the work, one call after the other, some tens of times
 * a second at most (a training tells after every step), and when all is done. Work that has several
 * parts tells of one after the other.
 *
 * <pre>{@code
 * var options = EstimateOptions.withDefaults()
 *     .withPermutations(100_000)
 *     .withProgress(System.out::println); // 1,500 of 100,000 shuffles, 800/s, 2 min 03 s left
 * }</pre>
 *
 * <p>Work that is stopped, by its listener or by an interrupt of the thread that asked for it, ends
 * with what it has where a part is of use, as a training does; else with a {@link
 * java.util.concurrent.CancellationException} that says how far it came. The interrupt is answered
 * by that: the thread is not interrupted any more.
 */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing and never stops anything. */
  ProgressListener NONE = progress -> {};

  /** Hears how far the work has come; should return soon. */
  void progress(Progress progress);

  /** Whether the work is to end; asked often and from any thread. */
  default boolean stopRequested() {
    return false;
  }

  /**
   * A listener to one kind of progress.
   *
   * @param kind the kind, that of a training for instance
   * @param heard is told of it
   */
  static <P extends Progress> ProgressListener of(Class<P> kind, Consumer<? super P> heard) {
    return progress -> {
      if (kind.isInstance(progress)) {
        heard.accept(kind.cast(progress));
      }
    };
  }

  /** A listener that tells this one something else, and stops when this one does. */
  default ProgressListener told(UnaryOperator<Progress> other) {
    ProgressListener to = this;
    return new ProgressListener() {
      @Override
      public void progress(Progress progress) {
        to.progress(other.apply(progress));
      }

      @Override
      public boolean stopRequested() {
        return to.stopRequested();
      }
    };
  }

  /**
   * This listener, which also stops the work when another wants it.
   *
   * @param stop asked often and from any thread
   */
  default ProgressListener stoppedBy(BooleanSupplier stop) {
    ProgressListener to = this;
    return new ProgressListener() {
      @Override
      public void progress(Progress progress) {
        to.progress(progress);
      }

      @Override
      public boolean stopRequested() {
        return to.stopRequested() || stop.getAsBoolean();
      }
    };
  }

  /** One that hears nothing, and stops the work where this one does: for work within work. */
  default ProgressListener silent() {
    return NONE.stoppedBy(this::stopRequested);
  }
}
