package io.github.mist4j.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The logarithm of the density ratio of X and Y, learnt from some rows.
 *
 * <p>Of pairs of numbers, one a function of X and one of Y, which are the strongest pairs of
 * columns and canonical ones of scores and their squares, kernel estimates of three bandwidths and
 * the normal law with the same correlation each say a logarithm of a ratio; a logistic regression
 * that tells rows of the sample from rows with another row's Y weighs them.
 */
final class RatioCritic {
  private static final int OTHERS = 4; // rows of other pairs for each row
  private static final double[] BANDWIDTHS = {0.5, 1, 2}; // of that for normal numbers
  private static final int CELLS_OF_ONE = 256;
  private static final int CELLS = 128;
  private static final double STRONGEST = 0.99; // correlation of the normal law

  private final RowPairs pairs;
  private final List<PairDensity[]> densities = new ArrayList<>();
  private final double[] correlations;
  private final double[] weights; // the constant first
  private final Limit limit;

  /**
   * Learns from the first rows of some columns.
   *
   * @param x (dx, n)
   * @param y (dy, n)
   */
  RatioCritic(double[][] x, double[][] y, int rows, RandomGenerator rng) {
    pairs = RowPairs.of(x, y, rows);
    double[][] s = pairs.ofX(x, 0, rows); // (pairs, rows)
    double[][] t = pairs.ofY(y, 0, rows);
    correlations = new double[pairs.count()];
    double bandwidth = Math.pow(rows, -1 / 6.0);
    for (int p = 0; p < correlations.length; p++) {
      double[] a = s[p];
      double[] b = t[p];
      int cells = pairs.count() == 1 ? CELLS_OF_ONE : CELLS;
      densities.add(
          Arrays.stream(BANDWIDTHS)
              .mapToObj(h -> new PairDensity(a, b, cells, h * bandwidth))
              .toArray(PairDensity[]::new));
      correlations[p] = Math.max(-STRONGEST, Math.min(STRONGEST, correlation(a, b)));
    }
    var features = new ArrayList<double[]>();
    for (int r = 0; r < rows; r++) {
      features.add(features(s, r, t, r, true));
    }
    for (int k = 0; k < OTHERS; k++) {
      for (int r = 0; r < rows; r++) {
        int other = (r + 1 + rng.nextInt(rows - 1)) % rows;
        features.add(features(s, r, t, other, false));
      }
    }
    weights = LogisticFit.of(features.toArray(double[][]::new), rows);
    double[] logs = features.stream().mapToDouble(this::sum).toArray();
    limit = Limit.of(Arrays.copyOf(logs, rows), Arrays.copyOfRange(logs, rows, logs.length));
  }

  private static double correlation(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int r = 0; r < a.length; r++) {
      ab += a[r] * b[r];
      aa += a[r] * a[r];
      bb += b[r] * b[r];
    }
    return ab / Math.sqrt(aa * bb);
  }

  /** The least that it says. */
  double lowest() {
    return Limit.LOWEST;
  }

  /** The most that it says. */
  double highest() {
    return limit.highest();
  }

  /** What it looks at in X, of rows {@code from} to {@code to}, (pairs, rows). */
  double[][] ofX(double[][] x, int from, int to) {
    return pairs.ofX(x, from, to);
  }

  /** The same of Y. */
  double[][] ofY(double[][] y, int from, int to) {
    return pairs.ofY(y, from, to);
  }

  /** The logarithm of the ratio for row i of X and row j of Y, as they are looked at. */
  double logRatio(double[][] s, int i, double[][] t, int j) {
    return limit.of(sum(features(s, i, t, j, false)));
  }

  private double sum(double[] features) {
    double sum = weights[0];
    for (int f = 0; f < features.length; f++) {
      sum += weights[f + 1] * features[f];
    }
    return sum;
  }

  private double[] features(double[][] s, int i, double[][] t, int j, boolean itself) {
    int each = BANDWIDTHS.length + 1;
    var features = new double[each * correlations.length];
    for (int p = 0; p < correlations.length; p++) {
      double a = s[p][i];
      double b = t[p][j];
      PairDensity[] density = densities.get(p);
      for (int h = 0; h < density.length; h++) {
        features[p * each + h] = density[h].logRatio(a, b, itself);
      }
      double r = correlations[p];
      double rest = 1 - r * r;
      features[p * each + each - 1] =
          -0.5 * Math.log(rest) - (r * r * (a * a + b * b) - 2 * r * a * b) / (2 * rest);
    }
    return features;
  }
}
