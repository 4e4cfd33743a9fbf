package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * The samples a network has been trained on.
 *
 * @param minRows the fewest rows
 * @param maxRows the most rows
 * @param maxColumns the most columns of a side
 */
public record TrainedRange(int minRows, int maxRows, int maxColumns) {
  /** Checks the order of the rows. */
  public TrainedRange {
    require(
        minRows > 0 && maxRows >= minRows && maxColumns > 0,
        "a trained range must be positive and in order, was %s to %s rows, %s columns",
        minRows,
        maxRows,
        maxColumns);
  }

  /** A sentence for each way in which the sample lies outside. */
  List<String> warnings(Sample sample) {
    var warnings = new ArrayList<String>();
    int n = sample.n();
    if (n < minRows || n > maxRows) {
      warnings.add(
          "n = %d lies outside the %d to %d rows this model was trained on"
              .formatted(n, minRows, maxRows));
    }
    int most = Math.max(sample.dx(), sample.dy());
    if (most > maxColumns) {
      warnings.add(
          "%d columns on a side lie outside the 1 to %d this model was trained on"
              .formatted(most, maxColumns));
    }
    if (n <= sample.dx() + sample.dy()) {
      warnings.add(
          "only %d rows for %d columns: the sample says little, the estimate leans on what is usual"
              .formatted(n, sample.dx() + sample.dy()));
    }
    return warnings;
  }
}
