package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Columns that are functions on a finite probability space: every outcome has a probability, and a
 * value for each column. A column may be spread, so that its values have a density.
 *
 * <p>The mutual information is H(X) + H(Y) − H(X, Y), sums over all outcomes.
 *
 * <pre>{@code
 * double[] coins = {1, 1, 1, 1}; // outcomes of two fair coins
 * FiniteSpace xor = FiniteSpace.of( // Y, whether they differ, says nothing of one, all of both
 *     2, coins, new double[][] {{0, 0, 1, 1}, {0, 1, 0, 1}, {0, 1, 1, 0}});
 * }</pre>
 */
public final class FiniteSpace implements Distribution {
  private final int dx;
  private final double[] cumulative; // (outcomes)
  private final double[][] columns; // (columns, outcomes)
  private final boolean[] spread; // (columns)
  private final double information;

  private FiniteSpace(
      int dx, double[] cumulative, double[][] columns, boolean[] spread, double information) {
    this.dx = dx;
    this.cumulative = cumulative;
    this.columns = columns;
    this.spread = spread;
    this.information = information;
  }

  /**
   * A space.
   *
   * @param dx the number of columns of X; the others are Y
   * @param weights of the outcomes, not negative; they are divided by their sum, (outcomes)
   * @param columns the value of every column for each outcome, (columns, outcomes)
   * @throws IllegalArgumentException if no column is left for Y, a column has not as many values as
   *     there are outcomes, a value is not finite, or a weight is negative or all are 0
   */
  public static FiniteSpace of(int dx, double[] weights, double[][] columns) {
    require(weights != null && columns != null, "weights and columns must be given, were null");
    require(
        dx > 0 && dx < columns.length, "dx must be from 1 to %d, was %d", columns.length - 1, dx);
    for (int c = 0; c < columns.length; c++) {
      require(
          columns[c].length == weights.length,
          "column %d must have a value for each of %d outcomes, had %d",
          c,
          weights.length,
          columns[c].length);
      require(
          Arrays.stream(columns[c]).allMatch(Double::isFinite),
          "column %d has a value that is not finite",
          c);
    }
    double sum = 0;
    for (double weight : weights) {
      require(
          weight >= 0 && Double.isFinite(weight), "a weight must not be negative, was %s", weight);
      sum += weight;
    }
    require(sum > 0, "weights must not all be 0");
    double[] p = weights.clone();
    double[] cumulative = new double[p.length];
    double below = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
      below += p[i];
      cumulative[i] = below;
    }
    double[][] values = Stream.of(columns).map(double[]::clone).toArray(double[][]::new);
    return new FiniteSpace(
        dx, cumulative, values, new boolean[columns.length], information(dx, p, values));
  }

  /**
   * The same with columns whose values are anywhere between one of their levels and the next: the
   * k-th level is a value in [k, k + 1). The mutual information stays.
   *
   * @param spread which columns, (columns)
   */
  public FiniteSpace spread(boolean... spread) {
    require(
        spread.length == columns.length,
        "spread must say yes or no for each of %d columns, had %d",
        columns.length,
        spread.length);
    double[][] values =
        IntStream.range(0, columns.length)
            .mapToObj(
                c ->
                    spread[c] && !this.spread[c]
                        ? IntStream.of(Classes.of(columns[c]).ofOutcomes())
                            .asDoubleStream()
                            .toArray()
                        : columns[c])
            .toArray(double[][]::new);
    return new FiniteSpace(dx, cumulative, values, spread.clone(), information);
  }

  @Override
  public int dx() {
    return dx;
  }

  @Override
  public int dy() {
    return columns.length - dx;
  }

  /**
   * Independent rows, drawn again where a column is constant, which none may be.
   *
   * @throws IllegalArgumentException if that happens {@value ColumnDraws#TRIES} times in a row
   */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    return ColumnDraws.varying(dx, () -> draw(n, rng));
  }

  private double[][] draw(int n, RandomGenerator rng) {
    var drawn = new double[columns.length][n];
    double all = cumulative[cumulative.length - 1];
    for (int r = 0; r < n; r++) {
      int outcome = ColumnDraws.firstAbove(cumulative, rng.nextDouble() * all);
      for (int c = 0; c < drawn.length; c++) {
        drawn[c][r] = columns[c][outcome] + (spread[c] ? rng.nextDouble() : 0);
      }
    }
    return drawn;
  }

  @Override
  public double mutualInformation() {
    return information;
  }

  @Override
  public String describe() {
    return "functions on a space of %s outcomes, MI = H(X) + H(Y) − H(X, Y)"
        .formatted(cumulative.length);
  }

  private static double information(int dx, double[] p, double[][] columns) {
    Classes x = Classes.of(Arrays.copyOfRange(columns, 0, dx));
    Classes y = Classes.of(Arrays.copyOfRange(columns, dx, columns.length));
    return Math.max(0, x.entropy(p) + y.entropy(p) - x.with(y).entropy(p));
  }

  /**
   * A partition of the outcomes.
   *
   * @param ofOutcomes the class of every outcome, from 0
   * @param count the number of classes
   */
  private record Classes(int[] ofOutcomes, int count) {
    static Classes of(double[]... columns) {
      Classes classes = of(columns[0]);
      for (int c = 1; c < columns.length; c++) {
        classes = classes.with(of(columns[c]));
      }
      return classes;
    }

    /** ValueCounts of the same value, in the order of the values. */
    static Classes of(double[] column) {
      return ofKeys(Arrays.stream(column).mapToLong(v -> key(v + 0.0)).toArray());
    }

    /** In the order of the values; v + 0.0 makes one of the two zeros. */
    private static long key(double value) {
      long bits = Double.doubleToLongBits(value);
      return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    /** ValueCounts that are together in both. */
    Classes with(Classes other) {
      var keys = new long[ofOutcomes.length];
      Arrays.setAll(keys, i -> (long) ofOutcomes[i] * other.count + other.ofOutcomes[i]);
      return ofKeys(keys);
    }

    /** ValueCounts of the same key, in the order of the keys. */
    private static Classes ofKeys(long[] keys) {
      long[] sorted = keys.clone();
      Arrays.sort(sorted);
      long[] levels =
          IntStream.range(0, sorted.length)
              .filter(i -> i == 0 || sorted[i] > sorted[i - 1])
              .mapToLong(i -> sorted[i])
              .toArray();
      return new Classes(
          Arrays.stream(keys).mapToInt(k -> Arrays.binarySearch(levels, k)).toArray(),
          levels.length);
    }

    double entropy(double[] p) {
      var sums = new double[count];
      for (int i = 0; i < p.length; i++) {
        sums[ofOutcomes[i]] += p[i];
      }
      return Arrays.stream(sums).map(Response::entropyTerm).sum();
    }
  }
}
