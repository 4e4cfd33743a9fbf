package io.github.mist4j.progress;

/**
 * How far some long work has come. Printed, it is one line.
 *
 * <p>A {@link Count} is the plainest one; others, such as that of a training, know more about their
 * work:
 *
 * <pre>{@code
 * ProgressListener listener = progress -> {
 *   double share = (double) progress.count().done() / progress.count().total();
 *   bar.setValue(share);
 *   bar.setText(progress.toString()); // 1,500 of 100,000 shuffles, 800/s, 2 min 03 s left
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Progress {
  /** What is counted, how much of it is done, and how long the rest will take. */
  Count count();
}
