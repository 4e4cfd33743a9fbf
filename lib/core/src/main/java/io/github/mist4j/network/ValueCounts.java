package io.github.mist4j.network;

import io.github.mist4j.estimator.Psi;
import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * In how many rows the values of a row stand: those of X, those of Y and all of them. What these
 * counts say does not depend on how many columns say it. Where fewer than half of the rows stand
 * again as a whole, as always where a column has a density, they say little, and every row counts
 * as the only one of its kind.
 *
 * @param x rows with the same X, itself among them, (n)
 * @param y rows with the same Y, (n)
 * @param both rows with the same X and Y, (n)
 */
record ValueCounts(int[] x, int[] y, int[] both) {
  private static final double LEAST_REPEATED = 0.5;

  static ValueCounts of(RankedSample copula) {
    if (IntStream.range(0, copula.d()).noneMatch(copula::distinct)) {
      long[] ofX = keys(copula, 0, copula.dx());
      long[] ofY = keys(copula, copula.dx(), copula.d());
      var ofBoth = new long[copula.n()];
      Arrays.setAll(ofBoth, r -> RandomStreams.hash(ofX[r]) + ofY[r]);
      int[] both = counts(ofBoth);
      if (repeatedShare(both) >= LEAST_REPEATED) {
        return new ValueCounts(counts(ofX), counts(ofY), both);
      }
    }
    int[] once = new int[copula.n()];
    Arrays.fill(once, 1);
    return new ValueCounts(once, once, once);
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
