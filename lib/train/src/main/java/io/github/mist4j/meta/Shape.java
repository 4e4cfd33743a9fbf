package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;

/**
 * The size of a dataset.
 *
 * <pre>{@code
 * Dataset dataset = MetaDistributions.full().draw(new Shape(200, 3, 1), rng);
 * }</pre>
 *
 * @param n the number of rows, at least {@value Sample#MIN_ROWS}
 * @param dx the number of columns of X, positive
 * @param dy the number of columns of Y, positive
 */
public record Shape(int n, int dx, int dy) {
  /** Checks the three numbers. */
  public Shape {
    require(n >= Sample.MIN_ROWS, "n must be at least %d, was %d", Sample.MIN_ROWS, n);
    require(dx > 0 && dy > 0, "dx and dy must be positive, were %d and %d", dx, dy);
  }
}
