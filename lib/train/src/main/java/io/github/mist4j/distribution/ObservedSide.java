package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a side as somebody's table has them: each with its margin, numbers that stand
 * again included, and going along with each other as in the rows of the table, a little blurred.
 *
 * <pre>{@code
 * ObservedSide x = ObservedSide.of(columnsOfX); // (dx, n)
 * ObservedSide y = ObservedSide.of(columnsOfY);
 * Distribution law = // the first column of Y is that of X and noise, seen through its margin
 *     y.answering(0, x, scores -> scores[0], scores -> 0.5, Noise.normal(), rng);
 * }</pre>
 */
public final class ObservedSide {
  private static final double BLUR = 0.5; // of the width at which a normal law is smoothed best
  private static final int PILOT = 256; // rows that show where an answer lies

  private final ObservedColumn[] columns;
  private final double[][] scores; // (n, d)
  private final int[][] byColumn; // the rows in the order of each column, (d, n)
  private final double blur;
  private final Predictors predictors;

  private ObservedSide(ObservedColumn[] columns, double[][] scores) {
    this.columns = columns;
    this.scores = scores;
    byColumn =
        IntStream.range(0, columns.length)
            .mapToObj(
                c ->
                    IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(r -> scores[r][c]))
                        .mapToInt(r -> r)
                        .toArray())
            .toArray(int[][]::new);
    int d = columns.length;
    blur = BLUR * Math.pow(scores.length, -1.0 / (d + 4));
    predictors = Predictors.of(toString(), d + 1, d, given -> row(given, scores[place(given[d])]));
  }

  /**
   * The side of a table.
   *
   * @param columns none constant, (d, n)
   */
  public static ObservedSide of(double[][] columns) {
    require(columns != null && columns.length > 0, "columns must be given, were none");
    ObservedColumn[] margins =
        Stream.of(columns).map(ObservedColumn::of).toArray(ObservedColumn[]::new);
    var scores = new double[columns[0].length][columns.length];
    for (int r = 0; r < scores.length; r++) {
      for (int c = 0; c < columns.length; c++) {
        scores[r][c] = margins[c].score(columns[c][r]);
      }
    }
    return new ObservedSide(margins, scores);
  }

  /** The number of columns. */
  public int columns() {
    return columns.length;
  }

  /**
   * The scores of some rows of the table, (count, d).
   *
   * @param count as many at most
   */
  public double[][] someScores(int count, RandomGenerator rng) {
    return Stream.generate(() -> scores[rng.nextInt(scores.length)].clone())
        .limit(count)
        .toArray(double[][]::new);
  }

  /**
   * This side as Y, one column of which is an answer to X with noise, f(X) + σ(X)·e, seen through
   * the margin of that column, so that the information is that of what stands in the table. Its
   * other columns go along with it as in the rows of the table and depend on nothing else, which
   * adds none.
   *
   * @param column which one answers, from 0
   * @param x the other side
   * @param f of the normal scores of a row of X, of the middle of its share for a number that
   *     stands again
   * @param sigma likewise, positive
   */
  public Distribution answering(
      int column,
      ObservedSide x,
      ToDoubleFunction<double[]> f,
      ToDoubleFunction<double[]> sigma,
      Noise noise,
      RandomGenerator rng) {
    require(
        column >= 0 && column < columns.length,
        "column must be from 0 to %d, was %d",
        columns.length - 1,
        column);
    var law = MultipleRegression.of("f(scores)", x.predictors, f, sigma, noise);
    ObservedColumn margin = columns[column];
    RisingMap toScore = RisingMap.ofSample(law.sample(PILOT, rng).y(0));
    Distribution recorded = margin.hasAtoms() ? law.recorded(margin.recording(toScore)) : law;
    Distribution scored =
        recorded.transformed(
            Transform.identity(),
            new Transform(
                "as scores", new ColumnMap.EachItsOwn(List.of(v -> margin.seen(toScore.at(v))))));
    Distribution all = columns.length == 1 ? scored : new WithFollowers(scored, this, column);
    return all.transformed(x.values(), values());
  }

  /** From scores to what stands in the table. */
  private Transform values() {
    return new Transform(
        toString(),
        new ColumnMap.EachItsOwn(
            Stream.of(columns).<DoubleUnaryOperator>map(column -> column::value).toList()));
  }

  /** The scores of a row of this side in which a column has one, (d). */
  double[] following(int column, double score, RandomGenerator rng) {
    int[] order = byColumn[column];
    int low = firstAtLeast(order, column, score);
    int high = firstAtLeast(order, column, Math.nextUp(score));
    int near = (int) Math.ceil(Math.sqrt(order.length)); // rows that count as of that number
    int more = Math.max(0, near - (high - low) + 1) / 2;
    int from = Math.max(0, Math.min(order.length - near, low - more));
    int to = Math.min(order.length, Math.max(near, high + more));
    var given = new double[columns.length];
    Arrays.setAll(given, c -> rng.nextGaussian());
    double[] row = row(given, scores[order[rng.nextInt(from, to)]]);
    row[column] = score;
    return row;
  }

  private int firstAtLeast(int[] order, int column, double score) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scores[order[middle]][column] >= score) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private int place(double score) {
    double u = NormalPoints.NORMAL.cumulativeProbability(score);
    return Math.min(scores.length - 1, (int) (u * scores.length));
  }

  /** The scores of a row of the table, blurred without changing the margins, about. */
  private double[] row(double[] noise, double[] around) {
    double shrink = 1 / Math.sqrt(1 + blur * blur);
    var row = new double[columns.length];
    Arrays.setAll(row, c -> columns[c].seen(shrink * (around[c] + blur * noise[c])));
    return row;
  }

  /** In words. */
  @Override
  public String toString() {
    return Stream.of(columns)
        .map(ObservedColumn::toString)
        .collect(Collectors.joining("; ", columns.length + " columns of a table: ", ""));
  }
}
