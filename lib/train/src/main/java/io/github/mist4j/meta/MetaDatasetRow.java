package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import java.util.Optional;

/**
 * What the index of a meta-dataset folder says of one dataset.
 *
 * <pre>{@code
 * long large = folder.rows().stream().filter(row -> row.n() >= 300).count();
 * }</pre>
 *
 * @param idx its number, its name in predictions
 * @param n the number of rows
 * @param dx the number of columns of X
 * @param dy the number of columns of Y
 * @param mutualInformation the true value, in nats
 * @param offset where its first value stands among the floats of the data file
 * @param split the split it belongs to, where the index names one
 * @param distribution the family it was drawn from, where the index names one
 */
public record MetaDatasetRow(
    long idx,
    int n,
    int dx,
    int dy,
    double mutualInformation,
    long offset,
    Optional<String> split,
    Optional<String> distribution) {
  private static final double ROUNDING = 1e-9; // a truth of 0 may be computed a hair below

  /** Checks the numbers. */
  public MetaDatasetRow {
    require(n > 0 && dx > 0 && dy > 0, "n, dx and dy must be positive, were %d, %d, %d", n, dx, dy);
    require(
        Double.isFinite(mutualInformation) && mutualInformation >= -ROUNDING,
        "true_mi must be finite and not negative, was %s",
        mutualInformation);
    require(offset >= 0, "offset must not be negative, was %d", offset);
  }

  /** The number of its values, n (dx + dy). */
  public long floats() {
    return (long) n * ((long) dx + dy);
  }
}
