package io.github.mist4j.estimator;

import java.util.random.RandomGenerator;

/** Draws of the gamma distribution of scale 1. */
final class Gamma {
  private Gamma() {}

  /**
   * A draw, after Marsaglia and Tsang (2000), <i>A simple method for generating gamma
   * variables</i>.
   *
   * @param shape positive
   */
  static double draw(double shape, RandomGenerator rng) {
    if (shape < 1) {
      return draw(shape + 1, rng) * Math.pow(rng.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = rng.nextGaussian();
      double v = 1 + c * x;
      if (v <= 0) {
        continue;
      }
      v = v * v * v;
      if (Math.log(rng.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  /** Shares of a whole: the draw of a Dirichlet distribution whose parameters are counts, (k). */
  static double[] shares(int[] counts, RandomGenerator rng) {
    var shares = new double[counts.length];
    double sum = 0;
    for (int k = 0; k < counts.length; k++) {
      shares[k] = draw(counts[k], rng);
      sum += shares[k];
    }
    for (int k = 0; k < counts.length; k++) {
      shares[k] /= sum;
    }
    return shares;
  }
}
