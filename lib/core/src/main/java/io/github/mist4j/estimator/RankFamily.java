package io.github.mist4j.estimator;

import java.util.Arrays;

/**
 * The densities exp(Σ θ_a f_a(u))/Z against the margin of a column, with the functions f_a of that
 * margin.
 */
final class RankFamily {
  private static final double NOTHING = 1e-14; // of the rows

  private final MarginFunctions margin;
  private final double[] share; // of the rows, by the value of the column

  RankFamily(MarginFunctions margin) {
    this.margin = margin;
    share = new double[margin.table().length / margin.count()];
    for (int value : margin.level()) {
      share[value] += 1.0 / margin.n();
    }
  }

  /** The sum of every function over the rows of each level, (levels, functions). */
  double[][] sums(JointLevels levels) {
    int count = margin.count();
    var sums = new double[levels.count()][count];
    for (int r = 0; r < margin.n(); r++) {
      int at = margin.level()[r] * count;
      for (int a = 0; a < count; a++) {
        sums[levels.codes()[r]][a] += margin.table()[at + a];
      }
    }
    return sums;
  }

  /** Writes the density at every value of the column and gives log Z. */
  private double density(double[] theta, double[] density) {
    int count = theta.length;
    int stride = margin.count();
    double most = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < density.length; v++) {
      double log = 0;
      for (int a = 0; a < count; a++) {
        log += theta[a] * margin.table()[v * stride + a];
      }
      density[v] = log;
      most = Math.max(most, log);
    }
    double sum = 0;
    for (int v = 0; v < density.length; v++) {
      density[v] = Math.exp(density[v] - most);
      sum += share[v] * density[v];
    }
    for (int v = 0; v < density.length; v++) {
      density[v] /= sum;
    }
    return Math.log(sum) + most;
  }

  /** Log Z; writes the means of the functions and the lower half of their covariance. */
  double moments(double[] theta, double[] mean, double[][] covariance) {
    int count = theta.length;
    var density = new double[share.length];
    double log = density(theta, density);
    for (int a = 0; a < count; a++) {
      mean[a] = 0;
      Arrays.fill(covariance[a], 0);
    }
    for (int v = 0; v < density.length; v++) {
      double p = share[v] * density[v];
      if (p < NOTHING) {
        continue;
      }
      int at = v * margin.count();
      for (int a = 0; a < count; a++) {
        double f = p * margin.table()[at + a];
        mean[a] += f;
        for (int b = 0; b <= a; b++) {
          covariance[a][b] += f * margin.table()[at + b];
        }
      }
    }
    for (int a = 0; a < count; a++) {
      for (int b = 0; b <= a; b++) {
        covariance[a][b] -= mean[a] * mean[b];
      }
    }
    return log;
  }
}
