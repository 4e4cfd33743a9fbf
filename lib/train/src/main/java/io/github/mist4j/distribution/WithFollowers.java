package io.github.mist4j.distribution;

import io.github.mist4j.sample.Sample;
import java.util.random.RandomGenerator;

/**
 * A law with one column of Y, scores of a table's column, and those of its other columns, which go
 * along with it and, given it, say nothing about X: I(X; Y) = I(X; the one column), by the chain
 * rule.
 *
 * @param law whose Y stands in a column of the side
 * @param side what Y becomes
 * @param column which
 */
record WithFollowers(Distribution law, ObservedSide side, int column)
    implements DelegatingDistribution {
  @Override
  public int dy() {
    return side.columns();
  }

  /**
   * Independent rows, drawn again where a column is constant, which none may be.
   *
   * @throws IllegalArgumentException if that happens {@value ColumnDraws#TRIES} times in a row
   */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    return ColumnDraws.varying(
        dx(),
        () -> {
          Sample one = law.sample(n, rng);
          var columns = new double[dx() + dy()][n];
          for (int c = 0; c < dx(); c++) {
            columns[c] = one.x(c);
          }
          double[] given = one.y(0);
          for (int r = 0; r < n; r++) {
            double[] row = side.following(column, given[r], rng);
            for (int c = 0; c < row.length; c++) {
              columns[dx() + c][r] = row[c];
            }
          }
          return columns;
        });
  }

  @Override
  public String describe() {
    return "%s; the other columns of Y follow column %s, %s"
        .formatted(law.describe(), column + 1, side);
  }
}
