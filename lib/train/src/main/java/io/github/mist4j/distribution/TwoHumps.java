package io.github.mist4j.distribution;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The law weight·N(first, 1) + (1 − weight)·N(second, 1). */
record TwoHumps(double weight, double first, double second) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int HALVINGS = 60;

  double quantile(double p) {
    double low = Math.min(first, second) - 40; // Φ(−40) is below the smallest double
    double high = Math.max(first, second) + 9; // Φ(9) rounds to 1
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (low + high);
      double below =
          weight * NORMAL.cumulativeProbability(middle - first)
              + (1 - weight) * NORMAL.cumulativeProbability(middle - second);
      if (below < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }
}
