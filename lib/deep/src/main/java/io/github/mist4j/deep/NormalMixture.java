package io.github.mist4j.deep;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A mixture of normal vectors, fitted by expectation and maximization (Dempster et al., 1977). */
final class NormalMixture {
  private static final int MOST_ROUNDS = 60;
  private static final double LEAST_GAIN = 1e-4; // nats a row and round

  /** Rows of the covariance of all that each component has beside its own: none is singular. */
  private static final double PRIOR_ROWS = 0.5;

  private static final double LEAST_VARIANCE = 1e-6; // of columns of variance 1: 7 nats

  private final double[] logShares;
  private final double[][] means;
  private final double[][][] covariances;
  private final double[][][] factors; // lower Cholesky, of the covariances
  private final double[] logScales; // log share − ½ log |2πΣ|

  private NormalMixture(double[] logShares, double[][] means, double[][][] covariances) {
    this.logShares = logShares;
    this.means = means;
    this.covariances = covariances;
    factors = new double[means.length][][];
    logScales = new double[means.length];
    for (int k = 0; k < means.length; k++) {
      factors[k] = lower(covariances[k]);
      double log = logShares[k] - 0.5 * means[k].length * Math.log(2 * Math.PI);
      for (int i = 0; i < means[k].length; i++) {
        log -= Math.log(factors[k][i][i]);
      }
      logScales[k] = log;
    }
  }

  /** One normal vector with the moments of the rows. */
  static NormalMixture single(double[][] rows) {
    int d = rows[0].length;
    var mean = new double[d];
    for (double[] row : rows) {
      for (int i = 0; i < d; i++) {
        mean[i] += row[i] / rows.length;
      }
    }
    var covariance = new double[d][d];
    for (double[] row : rows) {
      addSquare(covariance, row, mean, 1.0 / rows.length);
    }
    // With few rows for so many columns correlations are shrunk by as many rows without any.
    double kept = rows.length < 10 * d ? rows.length / (double) (rows.length + d) : 1;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        covariance[i][j] *= kept;
        covariance[j][i] = covariance[i][j];
      }
      covariance[i][i] += LEAST_VARIANCE;
    }
    return new NormalMixture(new double[1], new double[][] {mean}, new double[][][] {covariance});
  }

  /**
   * So many components, from random rows on.
   *
   * @param stopped whether to leave it at the rounds so far
   */
  static NormalMixture of(
      double[][] rows, int components, RandomGenerator rng, BooleanSupplier stopped) {
    NormalMixture all = single(rows);
    if (components == 1) {
      return all;
    }
    var logShares = new double[components];
    Arrays.fill(logShares, -Math.log(components));
    double[][] means =
        IntStream.range(0, components)
            .mapToObj(k -> rows[rng.nextInt(rows.length)])
            .toArray(double[][]::new);
    var covariances = new double[components][][];
    Arrays.fill(covariances, all.covariances[0]);
    var mixture = new NormalMixture(logShares, means, covariances);
    double before = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS && !stopped.getAsBoolean(); round++) {
      var parts = new double[rows.length][components];
      double log = 0;
      for (int r = 0; r < rows.length; r++) {
        log += mixture.shares(rows[r], parts[r]) / rows.length;
      }
      if (!(log > before + LEAST_GAIN)) {
        break;
      }
      before = log;
      mixture = maximized(rows, parts, all.covariances[0]);
    }
    return mixture;
  }

  private static NormalMixture maximized(double[][] rows, double[][] parts, double[][] prior) {
    int k = parts[0].length;
    int d = rows[0].length;
    var logShares = new double[k];
    var means = new double[k][d];
    var covariances = new double[k][d][d];
    for (int c = 0; c < k; c++) {
      double count = 1e-9; // a component without rows is the prior's
      for (int r = 0; r < rows.length; r++) {
        count += parts[r][c];
      }
      for (int r = 0; r < rows.length; r++) {
        for (int i = 0; i < d; i++) {
          means[c][i] += parts[r][c] * rows[r][i] / count;
        }
      }
      for (int r = 0; r < rows.length; r++) {
        addSquare(covariances[c], rows[r], means[c], parts[r][c] / (count + PRIOR_ROWS));
      }
      for (int i = 0; i < d; i++) {
        for (int j = 0; j <= i; j++) {
          covariances[c][i][j] += PRIOR_ROWS / (count + PRIOR_ROWS) * prior[i][j];
          covariances[c][j][i] = covariances[c][i][j];
        }
      }
      logShares[c] = Math.log((count + PRIOR_ROWS) / (rows.length + k * PRIOR_ROWS));
    }
    return new NormalMixture(logShares, means, covariances);
  }

  /** Adds so much of (z − m)(z − m)ᵀ to the lower triangle. */
  private static void addSquare(double[][] to, double[] z, double[] mean, double share) {
    if (share < 1e-12) {
      return;
    }
    for (int i = 0; i < z.length; i++) {
      double of = share * (z[i] - mean[i]);
      for (int j = 0; j <= i; j++) {
        to[i][j] += of * (z[j] - mean[j]);
      }
    }
  }

  private static double[][] lower(double[][] covariance) {
    int d = covariance.length;
    var lower = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double left = covariance[i][j];
        for (int k = 0; k < j; k++) {
          left -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(left, 1e-12)) : left / lower[j][j];
      }
    }
    return lower;
  }

  /** Some of the columns, from one to before another, by themselves. */
  NormalMixture margin(int from, int to) {
    return new NormalMixture(
        logShares,
        Arrays.stream(means).map(m -> Arrays.copyOfRange(m, from, to)).toArray(double[][]::new),
        Arrays.stream(covariances)
            .map(
                c ->
                    Arrays.stream(c, from, to)
                        .map(row -> Arrays.copyOfRange(row, from, to))
                        .toArray(double[][]::new))
            .toArray(double[][][]::new));
  }

  /** The log density at a place. */
  double logDensity(double[] z) {
    return shares(z, new double[means.length]);
  }

  /** The mean log density of some rows. */
  double meanLogDensity(double[][] rows) {
    return Arrays.stream(rows).mapToDouble(this::logDensity).average().orElseThrow();
  }

  /** Writes how likely each component has made z, and returns its log density. */
  private double shares(double[] z, double[] parts) {
    int d = z.length;
    var u = new double[d];
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < means.length; k++) {
      double square = 0;
      for (int i = 0; i < d; i++) {
        double left = z[i] - means[k][i];
        double[] row = factors[k][i];
        for (int j = 0; j < i; j++) {
          left -= row[j] * u[j];
        }
        u[i] = left / row[i];
        square += u[i] * u[i];
      }
      parts[k] = logScales[k] - 0.5 * square;
      most = Math.max(most, parts[k]);
    }
    double sum = 0;
    for (int k = 0; k < parts.length; k++) {
      parts[k] = Math.exp(parts[k] - most);
      sum += parts[k];
    }
    for (int k = 0; k < parts.length; k++) {
      parts[k] /= sum;
    }
    return most + Math.log(sum);
  }
}
