package io.github.mist4j.training;

import io.github.mist4j.meta.GenerationProgress;
import io.github.mist4j.model.HeldOutError;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a training stands.
 *
 * @param step the steps done
 * @param datasets the datasets learnt from
 * @param totalDatasets how many there will be, estimated where the time decides
 * @param datasetsPerSecond the rate of late
 * @param elapsed the time spent, earlier runs included
 * @param remaining the time left, estimated
 * @param loss the mean loss of late
 * @param heldOut the error on held-out datasets when last measured
 */
public record TrainingProgress(
    long step,
    long datasets,
    long totalDatasets,
    double datasetsPerSecond,
    Duration elapsed,
    Duration remaining,
    double loss,
    Optional<HeldOutError> heldOut) {
  /** One line: datasets, rate, time left, loss, held-out error. */
  @Override
  public String toString() {
    return String.format(
            Locale.ROOT,
            "%,d of %,d datasets, %.0f/s, %s left, loss %.4f",
            datasets,
            totalDatasets,
            datasetsPerSecond,
            GenerationProgress.clock(remaining),
            loss)
        + heldOut.map(h -> ", held out: " + h).orElse("");
  }
}
