package io.github.mist4j.network;

import io.github.mist4j.estimator.Psi;
import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * In how many rows the values of a row stand: those of X, those of Y and all of them. What these
 * counts say does not depend on how many columns say it. Where fewer than half of the rows stand
 * again as a whole, among all or among those that have neither side's most frequent values, they
 * say little, and every row counts as the only one of its kind: so always where a column has a
 * density, and where columns are full of zeros but their other values are not. So they do where the
 * table is so sparse that its bias is {@value #MOST_BIAS} of what it says or more, or that it would
 * say {@value #MOST_BY_CHANCE} of it by chance, as it is of rounded columns.
 *
 * @param x rows with the same X, itself among them, (n)
 * @param y rows with the same Y, (n)
 * @param both rows with the same X and Y, (n)
 * @param plain the same three, however little they say, (3, n)
 */
record ValueCounts(int[] x, int[] y, int[] both, int[][] plain) {
  private static final double LEAST_REPEATED = 0.5;

  /** Of 0.08 to 0.4, by draws of tables and of everyday columns (docs/experiments.md). */
  private static final double MOST_BIAS = 0.15;

  private static final double MOST_BY_CHANCE = 0.85;
  private static final int LARGE_MEAN = 30;

  static ValueCounts of(RankedSample copula) {
    int[] once = new int[copula.n()];
    Arrays.fill(once, 1);
    boolean againX = noneDistinct(copula, 0, copula.dx());
    boolean againY = noneDistinct(copula, copula.dx(), copula.d());
    long[] ofX = againX ? keys(copula, 0, copula.dx()) : new long[0];
    long[] ofY = againY ? keys(copula, copula.dx(), copula.d()) : new long[0];
    int[][] plain = {againX ? counts(ofX) : once, againY ? counts(ofY) : once, once};
    if (againX && againY) {
      var ofBoth = new long[copula.n()];
      Arrays.setAll(ofBoth, r -> RandomStreams.hash(ofX[r]) + ofY[r]);
      plain[2] = counts(ofBoth);
      if (repeatedShare(plain[2]) >= LEAST_REPEATED) {
        var counts = new ValueCounts(plain[0], plain[1], plain[2], plain);
        if (counts.standAgainElsewhere() && counts.areDense()) {
          return counts;
        }
      }
    }
    return new ValueCounts(once, once, once, plain);
  }

  /** Whether every one of the columns has a value that stands twice. */
  private static boolean noneDistinct(RankedSample copula, int from, int to) {
    return IntStream.range(from, to).noneMatch(copula::distinct);
  }

  /**
   * Whether rows stand again also where neither side has its most frequent values: columns full of
   * zeros whose other values have a density stand again at the zeros alone.
   */
  private boolean standAgainElsewhere() {
    int mostX = Arrays.stream(x).max().orElseThrow();
    int mostY = Arrays.stream(y).max().orElseThrow();
    int[] rest =
        IntStream.range(0, x.length)
            .filter(r -> x[r] < mostX && y[r] < mostY)
            .map(r -> both[r])
            .toArray();
    return rest.length == 0 || repeatedShare(rest) >= LEAST_REPEATED;
  }

  /**
   * Whether the table of counts is dense: its bias after Miller and Madow, (cells − values of X −
   * values of Y + 1)/2n, is small beside the information that it says.
   */
  private boolean areDense() {
    double says = plugIn();
    double cells = values(both) - values(x) - values(y) + 1;
    return cells / (2 * x.length) < MOST_BIAS * says && byChance() < MOST_BY_CHANCE * says;
  }

  /**
   * What the table of counts would say if X and Y said nothing about each other: the expectation
   * over counts after Poisson of means m_x m_y/n. Unlike the bias after Miller and Madow it knows
   * values that stand once.
   */
  double byChance() {
    int n = x.length;
    Map<Integer, Double> ofX = valuesByCount(x);
    Map<Integer, Double> ofY = valuesByCount(y);
    double sum = 0;
    for (Map.Entry<Integer, Double> a : ofX.entrySet()) {
      for (Map.Entry<Integer, Double> b : ofY.entrySet()) {
        double mean = (double) a.getKey() * b.getKey() / n;
        sum += a.getValue() * b.getValue() * meanOfLog(mean);
      }
    }
    return Math.log(n) + sum / n - meanLog(x) - meanLog(y);
  }

  /** How many values stand in so many rows. */
  private static Map<Integer, Double> valuesByCount(int[] counts) {
    var values = new TreeMap<Integer, Double>();
    for (int count : counts) {
      values.merge(count, 1.0 / count, Double::sum);
    }
    return values;
  }

  /** The expectation of m log m, m after Poisson. */
  private static double meanOfLog(double mean) {
    if (mean > LARGE_MEAN) {
      return mean * Math.log(mean) + 0.5 + 1 / (12 * mean);
    }
    double p = Math.exp(-mean);
    double sum = 0;
    for (int m = 1; m < 4 * LARGE_MEAN; m++) {
      p *= mean / m;
      sum += p * m * Math.log(m);
    }
    return sum;
  }

  /** How many different values there are. */
  static double values(int[] counts) {
    return Arrays.stream(counts).mapToDouble(m -> 1.0 / m).sum();
  }

  /** A key of the values of a row in some columns, the same for the same. */
  private static long[] keys(RankedSample copula, int from, int to) {
    var keys = new long[copula.n()];
    for (int c = from; c < to; c++) {
      int[] levels = copula.levels()[c];
      for (int r = 0; r < keys.length; r++) {
        keys[r] = RandomStreams.hash(keys[r] + levels[r]);
      }
    }
    return keys;
  }

  /** In how many rows the values of a row in the columns [from, to) stand, (n). */
  static int[] ofColumns(RankedSample sample, int from, int to) {
    return counts(keys(sample, from, to));
  }

  /** How often each key stands among all, (n). */
  private static int[] counts(long[] keys) {
    long[] sorted = keys.clone();
    Arrays.sort(sorted);
    var distinct = new long[sorted.length];
    var count = new int[sorted.length];
    int last = -1;
    for (int k = 0; k < sorted.length; k++) {
      if (k == 0 || sorted[k] != sorted[k - 1]) {
        distinct[++last] = sorted[k];
      }
      count[last]++;
    }
    int end = last + 1;
    return Arrays.stream(keys)
        .mapToInt(key -> count[Arrays.binarySearch(distinct, 0, end, key)])
        .toArray();
  }

  /** Whether the counts say something. */
  boolean repeated() {
    return repeatedShare(both) > 0;
  }

  /** The share of rows whose values stand again, in [0, 1]. */
  static double repeatedShare(int[] counts) {
    return (double) Arrays.stream(counts).filter(count -> count > 1).count() / counts.length;
  }

  /** The mean logarithm of some counts. */
  static double meanLog(int[] counts) {
    return Arrays.stream(counts).mapToDouble(Math::log).average().orElseThrow();
  }

  /**
   * Terms of the information whose mean over the rows is log n + Σ (G(m) − G(m_x) − G(m_y))/n, with
   * G of {@link Psi#grassberger}, nats, (n).
   */
  double[] terms() {
    int n = x.length;
    double[] g = Psi.grassberger(n);
    var terms = new double[n];
    Arrays.setAll(terms, r -> Math.log(n) + g[both[r]] - g[x[r]] - g[y[r]]);
    return terms;
  }

  /** The mean of the terms, nats. */
  double information() {
    return Arrays.stream(terms()).average().orElseThrow();
  }

  /** The information of the table of counts, nats. */
  double plugIn() {
    return Math.log(x.length) + meanLog(both) - meanLog(x) - meanLog(y);
  }
}
