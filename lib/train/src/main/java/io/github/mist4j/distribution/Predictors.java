package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * The columns of X that something depends on: standard normal and independent, of which some are
 * cut into levels. A level's value is the normal quantile in the middle of its probability.
 *
 * <pre>{@code
 * Predictors x = Predictors.cut(new double[][] {{}, {0}}); // a number, and a column of two levels
 * }</pre>
 */
public final class Predictors {
  private final double[][] cuts; // (dx, levels of the column − 1)
  private final double[][] values; // (dx, levels of the column)

  private Predictors(double[][] cuts) {
    this.cuts = cuts;
    values = Arrays.stream(cuts).map(Predictors::values).toArray(double[][]::new);
  }

  /**
   * Columns that stay as they are.
   *
   * @param dx their number, positive
   */
  public static Predictors normal(int dx) {
    require(dx > 0, "dx must be positive, was %d", dx);
    return new Predictors(new double[dx][0]);
  }

  /**
   * Columns of which some are cut.
   *
   * @param cuts of each column, rising; none where it stays as it is, (dx, any)
   */
  public static Predictors cut(double[][] cuts) {
    require(cuts.length > 0, "dx must be positive, was 0");
    for (double[] ofColumn : cuts) {
      Cells.checkCuts(ofColumn);
    }
    return new Predictors(Arrays.stream(cuts).map(double[]::clone).toArray(double[][]::new));
  }

  /** What depends on a row of X. */
  @FunctionalInterface
  interface Answers {
    /**
     * Draws the columns of Y.
     *
     * @param x a row of X
     * @param y to be filled
     */
    void draw(double[] x, double[] y);
  }

  /** The number of columns. */
  int columns() {
    return cuts.length;
  }

  /** A row of X, (dx). */
  public double[] row(RandomGenerator rng) {
    var row = new double[cuts.length];
    Arrays.setAll(row, c -> seen(c, rng.nextGaussian()));
    return row;
  }

  /**
   * Independent rows, drawn again where a column is constant, which none may be.
   *
   * @param answers of Y, given X
   * @param dy the number of columns of Y
   */
  Sample sample(int n, RandomGenerator rng, Answers answers, int dy) {
    ColumnDraws.checkDraw(n, rng);
    int dx = cuts.length;
    return ColumnDraws.varying(
        dx,
        () -> {
          var columns = new double[dx + dy][n];
          var y = new double[dy];
          for (int r = 0; r < n; r++) {
            double[] x = row(rng);
            for (int c = 0; c < dx; c++) {
              columns[c][r] = x[c];
            }
            answers.draw(x, y);
            for (int c = 0; c < dy; c++) {
              columns[dx + c][r] = y[c];
            }
          }
          return columns;
        });
  }

  /** Shows rows of X that fill the space evenly, see {@link NormalPoints#each}. */
  void each(int blocks, int sequences, NormalPoints.Visitor visitor) {
    NormalPoints.each(
        cuts.length, blocks, sequences, (place, row) -> visitor.visit(place, seen(row)));
  }

  /**
   * A function at those rows.
   *
   * @param f of a row of X, which it must not keep
   * @throws IllegalArgumentException if a value is not finite
   */
  double[] values(int blocks, int sequences, ToDoubleFunction<double[]> f) {
    var values = new double[NormalPoints.SEQUENCES * blocks * NormalPoints.BLOCK];
    each(
        blocks,
        sequences,
        (place, row) -> {
          double value = f.applyAsDouble(row);
          require(
              Double.isFinite(value), "functions of X must be finite everywhere, was %s", value);
          values[place] = value;
        });
    return values;
  }

  private double[] seen(double[] row) {
    for (int c = 0; c < row.length; c++) {
      row[c] = seen(c, row[c]);
    }
    return row;
  }

  private double seen(int column, double value) {
    return cuts[column].length == 0 ? value : values[column][Cells.place(cuts[column], value)];
  }

  private static double[] values(double[] cuts) {
    var values = new double[cuts.length + 1];
    for (int k = 0; k < values.length; k++) {
      double below = k == 0 ? 0 : NormalPoints.NORMAL.cumulativeProbability(cuts[k - 1]);
      double above = k == cuts.length ? 1 : NormalPoints.NORMAL.cumulativeProbability(cuts[k]);
      values[k] = NormalPoints.NORMAL.inverseCumulativeProbability(0.5 * (below + above));
    }
    return values;
  }

  /** In words. */
  @Override
  public String toString() {
    long levels = Arrays.stream(cuts).filter(c -> c.length > 0).count();
    return levels == 0
        ? "%s columns".formatted(cuts.length)
        : "%s columns, %s of few levels".formatted(cuts.length, levels);
  }
}
