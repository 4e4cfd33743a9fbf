package io.github.mist4j.estimator;

import java.util.random.RandomGenerator;

/**
 * The density of a level in a {@link RankFamily}: the most likely θ given its rows and a normal
 * prior, and its Gaussian approximation there.
 *
 * @param theta the most likely, (functions)
 * @param factor the lower triangle L of L Lᵀ, the second derivative of minus the log posterior
 * @param evidence log of the chance of the rows against that of θ = 0, after Laplace
 * @param divergence from the margin at that θ, nats
 * @param covariance of the functions there
 */
record LevelDensity(
    double[] theta, double[][] factor, double evidence, double divergence, double[][] covariance) {
  private static final int MOST_STEPS = 30;
  private static final double CONVERGED = 1e-7; // nats

  /**
   * Fits it by Newton's method.
   *
   * @param sums of every function over the rows of the level
   * @param weight how often each of its rows counts
   * @param precisions of the prior of every θ
   * @param from where to begin
   */
  static LevelDensity fitted(
      RankFamily family,
      double[] sums,
      int rows,
      double weight,
      double[] precisions,
      double[] from) {
    int d = sums.length;
    double n = weight * rows;
    double[] theta = from.clone();
    double[] best = from.clone();
    double most = Double.NEGATIVE_INFINITY;
    var step = new double[d];
    var mean = new double[d];
    var hessian = new double[d][d];
    var factor = new double[d][d];
    for (int k = 0; k < MOST_STEPS; k++) {
      double value = -n * family.moments(theta, mean, hessian);
      for (int a = 0; a < d; a++) {
        value += weight * theta[a] * sums[a] - 0.5 * precisions[a] * theta[a] * theta[a];
      }
      if (value < most - CONVERGED) { // too far: half of the step
        for (int a = 0; a < d; a++) {
          step[a] /= 2;
          theta[a] = best[a] + step[a];
        }
        continue;
      }
      boolean converged = value - most < CONVERGED;
      most = Math.max(most, value);
      best = theta.clone();
      for (int a = 0; a < d; a++) {
        for (int b = 0; b <= a; b++) {
          hessian[a][b] = n * hessian[a][b] + (a == b ? precisions[a] : 0);
        }
      }
      factor = factor(hessian);
      if (converged) {
        break;
      }
      var slope = new double[d];
      for (int a = 0; a < d; a++) {
        slope[a] = weight * sums[a] - n * mean[a] - precisions[a] * theta[a];
      }
      step = backward(factor, forward(factor, slope));
      for (int a = 0; a < d; a++) {
        theta[a] = best[a] + step[a];
      }
    }
    double evidence = most;
    for (int a = 0; a < d; a++) {
      evidence += 0.5 * Math.log(precisions[a]) - Math.log(factor[a][a]);
    }
    var covariance = new double[d][d];
    double divergence = -family.moments(best, mean, covariance);
    for (int a = 0; a < d; a++) {
      divergence += best[a] * mean[a];
      for (int b = 0; b < a; b++) {
        covariance[b][a] = covariance[a][b];
      }
    }
    return new LevelDensity(best, factor, evidence, divergence, covariance);
  }

  /**
   * A draw of the divergence, in second order of the error ε of θ: what comes after may be anything
   * where θ is large and little known.
   *
   * <p>As the levels make up the whole, the errors of one and of the others are opposite. Their
   * parts in the sum over all levels point the same way, so the slope counts all of ε; of its
   * square a share of the others, 1 − q, does.
   *
   * @param others 1 − q
   */
  double drawn(double others, RandomGenerator rng) {
    var normal = new double[theta.length];
    for (int a = 0; a < normal.length; a++) {
      normal[a] = rng.nextGaussian() / Math.sqrt(others);
    }
    double[] error = backward(factor, normal);
    double sum = divergence;
    for (int a = 0; a < error.length; a++) {
      for (int b = 0; b < error.length; b++) {
        sum += error[a] * covariance[a][b] * (theta[b] + 0.5 * others * error[b]);
      }
    }
    return sum;
  }

  private static double[][] factor(double[][] matrix) {
    int d = matrix.length;
    var factor = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[j][j];
      }
    }
    return factor;
  }

  /** L⁻¹ v. */
  private static double[] forward(double[][] factor, double[] v) {
    double[] solved = v.clone();
    for (int i = 0; i < solved.length; i++) {
      for (int k = 0; k < i; k++) {
        solved[i] -= factor[i][k] * solved[k];
      }
      solved[i] /= factor[i][i];
    }
    return solved;
  }

  /** L⁻ᵀ v. */
  private static double[] backward(double[][] factor, double[] v) {
    double[] solved = v.clone();
    for (int i = solved.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < solved.length; k++) {
        solved[i] -= factor[k][i] * solved[k];
      }
      solved[i] /= factor[i][i];
    }
    return solved;
  }
}
