package io.github.mist4j.estimator;

/**
 * Small p-values from few draws: beyond the largest tenth of the draws the chance falls like a
 * generalized Pareto tail, no shorter than an exponential one, fitted by its moments (after
 * Knijnenburg et al., 2009, <i>Fewer permutations, more accurate P-values</i>).
 */
final class ParetoTail {
  private static final double TAIL = 0.1; // of the draws
  private static final int ENOUGH = 10; // draws above a value, to count them
  private static final double LONGEST = 0.45; // a shape whose variance is still finite

  private ParetoTail() {}

  /**
   * The chance of a draw that is no less than the observed value.
   *
   * @param sorted the draws, rising
   * @param shortest the least shape of the tail: 0 for an exponential one
   */
  static double pValue(double observed, double[] sorted, double shortest) {
    int m = sorted.length;
    int reached = 0;
    while (reached < m && sorted[m - 1 - reached] >= observed) {
      reached++;
    }
    double counted = (1.0 + reached) / (1 + m);
    int tail = (int) (TAIL * m);
    if (reached >= ENOUGH || tail < ENOUGH) {
      return counted;
    }
    double threshold = sorted[m - tail - 1];
    double mean = 0;
    double square = 0;
    for (int i = m - tail; i < m; i++) {
      double excess = sorted[i] - threshold;
      mean += excess / tail;
      square += excess * excess / tail;
    }
    double ratio = mean * mean / Math.max(square - mean * mean, 1e-300);
    double shape = Math.min(LONGEST, Math.max(shortest, 0.5 * (1 - ratio)));
    double scale = mean * (1 - shape);
    double excess = (observed - threshold) / Math.max(scale, 1e-300);
    double beyond = shape < 1e-6 ? Math.exp(-excess) : Math.pow(1 + shape * excess, -1 / shape);
    return Math.min(counted, Math.max(beyond * tail / m, 1e-12));
  }
}
