package io.github.mist4j.estimator;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The sum of squares of independent standard normals with positive weights: its tail by the
 * saddlepoint approximation of Kuonen (1999), <i>Saddlepoint approximations for distributions of
 * quadratic forms in normal variables</i>, whose relative error stays small however far out.
 */
final class WeightedChiSquares {
  private static final int STEPS = 200;
  private static final double NEAR =
      1e-3; // standard deviations from the mean: w / v is 0 / 0 there
  private static final double LEAST = 1e-300;

  private final double[] weights;
  private final double mean;
  private final double deviation;
  private final double largest;

  WeightedChiSquares(double[] weights) {
    this.weights = weights;
    mean = Arrays.stream(weights).sum();
    deviation = Math.sqrt(2 * Arrays.stream(weights).map(w -> w * w).sum());
    largest = Arrays.stream(weights).max().orElseThrow();
  }

  /** The chance of a value above q. */
  double above(double q) {
    if (q <= 0) {
      return 1;
    }
    double near = NEAR * deviation;
    if (Math.abs(q - mean) < near) {
      double share = (q - mean + near) / (2 * near);
      return (1 - share) * tail(mean - near) + share * tail(mean + near);
    }
    return tail(q);
  }

  private double tail(double q) {
    double t = saddlepoint(q);
    double cumulant = 0;
    double second = 0;
    for (double weight : weights) {
      double left = 1 - 2 * weight * t;
      cumulant -= Math.log(left) / 2;
      second += 2 * weight * weight / (left * left);
    }
    double w = Math.signum(t) * Math.sqrt(Math.max(2 * (t * q - cumulant), 0));
    double v = t * Math.sqrt(second);
    double z = w + Math.log(v / w) / w;
    return Math.max(LEAST, NormalDistribution.of(0, 1).survivalProbability(z));
  }

  /** Where the slope of the cumulant function is q, by halving: it rises from 0 to infinity. */
  private double saddlepoint(double q) {
    double high = 1 / (2 * largest);
    double low = -weights.length / (2 * q); // slope <= count / (-2 t)
    for (int k = 0; k < STEPS && high - low > 1e-14 * Math.abs(low + high); k++) {
      double middle = (low + high) / 2;
      double slope = 0;
      for (double weight : weights) {
        slope += weight / (1 - 2 * weight * middle);
      }
      if (slope < q) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
