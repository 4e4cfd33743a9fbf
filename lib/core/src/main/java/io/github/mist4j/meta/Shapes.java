package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.random.RandomGenerator;

/**
 * Random sizes: n log-uniform; with probability {@code square} dx = dy uniform in 2…maxColumns,
 * else dx and dy apart, log-uniform in 1…maxColumns.
 *
 * @param minRows the fewest rows
 * @param maxRows the most rows
 * @param maxColumns the most columns of a side
 * @param square the share of datasets with dx = dy
 */
public record Shapes(int minRows, int maxRows, int maxColumns, double square) {
  /** Checks the ranges. */
  public Shapes {
    require(
        minRows >= Sample.MIN_ROWS && maxRows >= minRows,
        "rows must be a range from at least %d, was %d to %d",
        Sample.MIN_ROWS,
        minRows,
        maxRows);
    require(maxColumns >= 2, "maxColumns must be at least 2, was %d", maxColumns);
    require(square >= 0 && square <= 1, "square must be in [0, 1], was %s", square);
  }

  /** A size at random. */
  public Shape draw(RandomGenerator rng) {
    int n = logUniform(rng, minRows, maxRows);
    if (rng.nextDouble() < square) {
      int d = rng.nextInt(2, maxColumns + 1);
      return new Shape(n, d, d);
    }
    return new Shape(n, logUniform(rng, 1, maxColumns), logUniform(rng, 1, maxColumns));
  }

  private static int logUniform(RandomGenerator rng, int low, int high) {
    double log = Math.log(low) + rng.nextDouble() * (Math.log(high + 1) - Math.log(low));
    return Math.min(high, (int) Math.exp(log));
  }
}
