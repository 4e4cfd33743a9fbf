package io.github.mist4j.distribution;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A quadrature over a law of one variable: the trapezoid rule in z, x = F⁻¹(Φ(z)), which converges
 * faster than any power of the spacing for smooth integrands.
 *
 * @param x the nodes, rising, (count)
 * @param weights their probabilities, which add up to 1, (count)
 */
record Nodes(double[] x, double[] weights) {
  private static final double REACH = 6; // 2e-9 of the law lies outside
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  static Nodes of(ContinuousDistribution law, int count) {
    var x = new double[count];
    var weights = new double[count];
    double step = 2 * REACH / (count - 1);
    double sum = 0;
    for (int m = 0; m < count; m++) {
      double z = -REACH + step * m;
      x[m] = place(law, z);
      weights[m] = Math.exp(-0.5 * z * z);
      sum += weights[m];
    }
    for (int m = 0; m < count; m++) {
      weights[m] /= sum;
    }
    return new Nodes(x, weights);
  }

  private static double place(ContinuousDistribution law, double z) {
    if (law instanceof NormalDistribution normal) {
      return normal.getMean() + normal.getStandardDeviation() * z;
    }
    return z < 0 // from the nearer tail, where 1 − Φ would lose its digits
        ? law.inverseCumulativeProbability(NORMAL.cumulativeProbability(z))
        : law.inverseSurvivalProbability(NORMAL.survivalProbability(z));
  }

  int count() {
    return x.length;
  }
}
