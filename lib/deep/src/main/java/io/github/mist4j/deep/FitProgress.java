package io.github.mist4j.deep;

import io.github.mist4j.progress.Progress;
import java.util.Locale;

/**
 * How far the fit of a network to a sample has come, and how what it climbs stands.
 *
 * <pre>{@code
 * var options = EstimateOptions.withDefaults().withProgress(ProgressListener.of(
 *     FitProgress.class, p -> chart.add(p.count().done(), p.training(), p.heldOut())));
 * }</pre>
 *
 * @param count the steps; fewer than the total are made where held-out rows show no more progress
 * @param training what is climbed, on the rows of the latest steps; NaN before the first look. For
 *     MINE, DV, NWJ and InfoNCE it is a mutual information in nats, else a log likelihood
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
