package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
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
  private final int inputs; // standard normal scores that a row is made of
  private final int columns;
  private final UnaryOperator<double[]> seen; // from scores, which it may change, to a row
  private final String words;
  private final boolean shared; // by many laws: the rows that fill the space are kept
  private final Map<List<Integer>, double[][]> kept = new ConcurrentHashMap<>();

  private Predictors(
      int inputs, int columns, UnaryOperator<double[]> seen, String words, boolean shared) {
    this.inputs = inputs;
    this.columns = columns;
    this.seen = seen;
    this.words = words;
    this.shared = shared;
  }

  /**
   * Columns of any law, on which many laws depend.
   *
   * @param inputs how many standard normal scores a row is made of
   * @param columns the number of columns
   * @param seen from the scores, which it may change, to a row
   */
  static Predictors of(String words, int inputs, int columns, UnaryOperator<double[]> seen) {
    return new Predictors(inputs, columns, seen, words, true);
  }

  /**
   * Columns that stay as they are.
   *
   * @param dx their number, positive
   */
  public static Predictors normal(int dx) {
    require(dx > 0, "dx must be positive, was %d", dx);
    return cut(new double[dx][0]);
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
    double[][] copy = Arrays.stream(cuts).map(double[]::clone).toArray(double[][]::new);
    double[][] values = Arrays.stream(cuts).map(Predictors::values).toArray(double[][]::new);
    long levels = Arrays.stream(cuts).filter(c -> c.length > 0).count();
    String words =
        levels == 0
            ? "%s columns".formatted(cuts.length)
            : "%s columns, %s of few levels".formatted(cuts.length, levels);
    return new Predictors(
        cuts.length, cuts.length, scores -> cut(scores, copy, values), words, false);
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
    return columns;
  }

  /** Whether many laws depend on them. */
  boolean sharedByLaws() {
    return shared;
  }

  /** A row of X, (dx). */
  public double[] row(RandomGenerator rng) {
    var scores = new double[inputs];
    Arrays.setAll(scores, i -> rng.nextGaussian());
    return seen.apply(scores);
  }

  /**
   * Independent rows, drawn again where a column is constant, which none may be.
   *
   * @param answers of Y, given X
   * @param dy the number of columns of Y
   */
  Sample sample(int n, RandomGenerator rng, Answers answers, int dy) {
    ColumnDraws.checkDraw(n, rng);
    int dx = columns;
    return ColumnDraws.varying(
        dx,
        () -> {
          var drawn = new double[dx + dy][n];
          var y = new double[dy];
          for (int r = 0; r < n; r++) {
            double[] x = row(rng);
            for (int c = 0; c < dx; c++) {
              drawn[c][r] = x[c];
            }
            answers.draw(x, y);
            for (int c = 0; c < dy; c++) {
              drawn[dx + c][r] = y[c];
            }
          }
          return drawn;
        });
  }

  /** Shows rows of X that fill the space evenly, see {@link NormalPoints#each}. */
  void each(int blocks, int sequences, NormalPoints.Visitor visitor) {
    if (!shared) {
      NormalPoints.each(
          inputs, blocks, sequences, (place, scores) -> visitor.visit(place, seen.apply(scores)));
      return;
    }
    double[][] rows =
        kept.computeIfAbsent(List.of(blocks, sequences), k -> rows(blocks, sequences));
    for (int place = 0; place < rows.length; place++) {
      visitor.visit(place, rows[place].clone());
    }
  }

  private double[][] rows(int blocks, int sequences) {
    var rows = new double[NormalPoints.SEQUENCES * blocks * NormalPoints.BLOCK][];
    NormalPoints.each(
        inputs, blocks, sequences, (place, scores) -> rows[place] = seen.apply(scores.clone()));
    return rows;
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

  private static double[] cut(double[] row, double[][] cuts, double[][] values) {
    for (int c = 0; c < row.length; c++) {
      if (cuts[c].length > 0) {
        row[c] = values[c][Cells.place(cuts[c], row[c])];
      }
    }
    return row;
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
    return words;
  }
}
