package io.github.mist4j;

import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.ProgressDisplay;
import io.github.mist4j.progress.ProgressListener;
import java.util.function.Supplier;

/** Shows long work to a test; shows nothing elsewhere. */
public final class TestDisplay implements ProgressDisplay {
  private static ProgressListener listener = ProgressListener.NONE;

  /** Called by Java's service loader. */
  public TestDisplay() {}

  /** What some work gives that is shown to a listener. */
  public static <T> T showing(ProgressListener to, Supplier<T> work) {
    listener = to;
    try {
      return work.get();
    } finally {
      listener = ProgressListener.NONE;
    }
  }

  @Override
  public Shown begin() {
    ProgressListener to = listener;
    return new Shown() {
      @Override
      public void progress(Progress progress) {
        to.progress(progress);
      }

      @Override
      public boolean stopRequested() {
        return to.stopRequested();
      }
    };
  }
}
