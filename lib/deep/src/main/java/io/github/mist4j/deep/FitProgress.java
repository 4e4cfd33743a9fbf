package io.github.mist4j.deep;

import io.github.mist4j.progress.Progress;
import java.util.Locale;

/**
 * How far the fit of a network to a sample has come, and how what is read off it stands.
 *
 * <pre>{@code
 * var options = EstimateOptions.withDefaults().withProgress(ProgressListener.of(
 *     FitProgress.class, p -> chart.add(p.count().done(), p.training(), p.heldOut())));
 * }</pre>
 *
 * @param count the steps; fewer than the total are made where held-out rows show no more progress
 * @param training the mutual information, nats, that the rows of the latest steps show; NaN before
 *     the first look
 * @param heldOut the same on rows that no step has seen
 */
public record FitProgress(Count count, double training, double heldOut) implements Progress {
  /** The count, and both values once there are some. */
  @Override
  public String toString() {
    return Double.isNaN(heldOut)
        ? count.toString()
        : String.format(
            Locale.ROOT, "%s; %.3f on its rows, %.3f on others", count, training, heldOut);
  }
}
