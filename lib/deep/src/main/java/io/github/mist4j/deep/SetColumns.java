package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import java.util.function.IntFunction;

/**
 * A dataset as the network sees it: columns of mean 0 and variance 1, each at its position.
 *
 * @param x the columns of X, (dx, n)
 * @param y the columns of Y, (dy, n)
 */
record SetColumns(float[][] x, float[][] y) {
  /** The most columns of a side. */
  static final int MOST = 32;

  /**
   * The columns of a sample.
   *
   * @throws IllegalArgumentException if there are more than {@value #MOST} on a side
   */
  static SetColumns of(Sample sample) {
    require(
        sample.dx() <= MOST && sample.dy() <= MOST,
        "a set transformer takes up to %d columns a side, had %d and %d",
        MOST,
        sample.dx(),
        sample.dy());
    return new SetColumns(
        standardized(sample.dx(), sample::x), standardized(sample.dy(), sample::y));
  }

  private static float[][] standardized(int count, IntFunction<double[]> columns) {
    var standardized = new float[count][];
    for (int c = 0; c < count; c++) {
      double[] unit = Scaling.standardized(columns.apply(c));
      standardized[c] = new float[unit.length];
      for (int r = 0; r < unit.length; r++) {
        standardized[c][r] = (float) unit[r];
      }
    }
    return standardized;
  }

  /** The same X with the rows of Y in another order. */
  SetColumns shuffled(int[] order) {
    return new SetColumns(x, chosen(y, order));
  }

  /** Some of the rows, as they are. */
  SetColumns rows(int[] rows) {
    return new SetColumns(chosen(x, rows), chosen(y, rows));
  }

  private static float[][] chosen(float[][] columns, int[] rows) {
    var chosen = new float[columns.length][rows.length];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < rows.length; r++) {
        chosen[c][r] = columns[c][rows[r]];
      }
    }
    return chosen;
  }

  int n() {
    return x[0].length;
  }

  /** The number of all columns. */
  int d() {
    return x.length + y.length;
  }

  /** The values of a column, those of X first. */
  float[] values(int column) {
    return column < x.length ? x[column] : y[column - x.length];
  }

  /** The position of a column, those of X first, on which its learned vectors depend. */
  int position(int column) {
    return column < x.length ? column : MOST + column - x.length;
  }
}
