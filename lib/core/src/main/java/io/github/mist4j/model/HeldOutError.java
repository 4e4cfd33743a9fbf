package io.github.mist4j.model;

import static io.github.mist4j.sample.Checks.require;

import java.util.List;
import java.util.Locale;

/**
 * The error on datasets of the training distribution that the network has not learnt from.
 *
 * <pre>{@code
 * HeldOutError error = Checkpoint.shipped().card().heldOut();
 * double nats = error.all().meanAbsoluteError();
 * }</pre>
 *
 * @param loss the mean training loss
 * @param rows the errors by number of rows, by number of columns of both sides, and over all as the
 *     last
 * @param calibration the share of truths at or below the quantiles predicted at 10%, 20%, … 90%
 */
public record HeldOutError(double loss, List<Errors> rows, List<Double> calibration) {
  /** Copies the rows, of which there must be one. */
  public HeldOutError {
    rows = List.copyOf(rows);
    calibration = List.copyOf(calibration);
    require(!rows.isEmpty(), "the held-out errors of a model must have a row");
  }

  /** The errors over all datasets. */
  public Errors all() {
    return rows.get(rows.size() - 1);
  }

  /** One line with the errors over all datasets. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "loss %.4f, MSE %.3f, mean error %.3f nats, coverage %.0f%%",
        loss,
        all().meanSquaredError(),
        all().meanAbsoluteError(),
        100 * all().coverage().orElseThrow());
  }
}
