package io.github.mist4j.network;

import static io.github.mist4j.network.PredictedQuantiles.LEVELS;
import static io.github.mist4j.network.PredictedQuantiles.LOWER;
import static io.github.mist4j.network.PredictedQuantiles.MEDIAN;
import static io.github.mist4j.network.PredictedQuantiles.UPPER;
import static io.github.mist4j.network.PredictedQuantiles.Z;

/**
 * The quantiles of a prediction: a median near the value, and positive steps from each quantile to
 * the next, so that they are in order (docs/network.md, Output).
 */
final class QuantileHead {
  /** Channels: the median and 14 steps. */
  static final int OUTPUTS = LEVELS.length;

  private static final double MEDIAN_STEP = 0.3;
  private static final double STEP = 0.1;
  private static final double[][] SHARES = shares();

  private QuantileHead() {}

  /** The median's channel, behind those of the value; those of the steps stand behind it. */
  static int first(float[][] o) {
    return o.length - OUTPUTS;
  }

  /** The quantiles of log(1 + MI) of dataset b, whose value is given in nats, (15). */
  static double[] quantiles(float[][] o, int b, double value) {
    var w = new double[LEVELS.length];
    w[MEDIAN] = Math.log1p(Math.max(value, 0)) + MEDIAN_STEP * o[first(o)][b];
    double[] steps = steps(o, b);
    for (int k = MEDIAN; k + 1 < w.length; k++) {
      w[k + 1] = w[k] + steps[k];
    }
    for (int k = MEDIAN; k > 0; k--) {
      w[k - 1] = w[k] - steps[k - 1];
    }
    return w;
  }

  /**
   * Adds the gradient of Σ slopes·quantiles of dataset b to that of o; none flows to the value,
   * near which the median begins.
   */
  static void addGradient(float[][] o, float[][] gradient, int b, double[] slopes) {
    var ofSteps = new double[LEVELS.length - 1];
    double above = 0;
    for (int k = LEVELS.length - 2; k >= MEDIAN; k--) {
      above += slopes[k + 1];
      ofSteps[k] = above;
    }
    double below = 0;
    for (int k = 0; k < MEDIAN; k++) {
      below += slopes[k];
      ofSteps[k] = -below;
    }
    for (int j = 0; j < ofSteps.length; j++) {
      double slope = 0;
      for (int k = Math.max(0, j - 1); k <= Math.min(j + 1, ofSteps.length - 1); k++) {
        slope += ofSteps[k] * SHARES[k][j];
      }
      gradient[step(o, j)][b] += (float) (slope * STEP * Head.sigmoid(o[step(o, j)][b]));
    }
    gradient[first(o)][b] += (float) (MEDIAN_STEP * (above + below + slopes[MEDIAN]));
  }

  /** From each quantile to the next, (14): positive, their slopes averaged over neighbours. */
  private static double[] steps(float[][] o, int b) {
    var steps = new double[LEVELS.length - 1];
    for (int j = 0; j < steps.length; j++) {
      double step = STEP * Head.softplus(o[step(o, j)][b]);
      for (int k = Math.max(0, j - 1); k <= Math.min(j + 1, steps.length - 1); k++) {
        steps[k] += SHARES[k][j] * step;
      }
    }
    return steps;
  }

  /**
   * The share of step j in the smoothed step k: between the ends of the 90% interval, with Δ the
   * distance of their normal quantiles, the slope step/Δ becomes the mean of it, twice, and its
   * neighbours, at the ends of it thrice and its only neighbour; outside it stays as it is.
   */
  private static double[][] shares() {
    int count = Z.length - 1;
    var shares = new double[count][count];
    for (int k = 0; k < count; k++) {
      int first = k < LOWER || k >= UPPER ? k : LOWER;
      int last = k < LOWER || k >= UPPER ? k : UPPER - 1;
      for (int j : new int[] {k, k, Math.max(first, k - 1), Math.min(k + 1, last)}) {
        shares[k][j] += 0.25 * (Z[k + 1] - Z[k]) / (Z[j + 1] - Z[j]);
      }
    }
    return shares;
  }

  /** The output for the step from quantile k to the next. */
  private static int step(float[][] o, int k) {
    return first(o) + (k < MEDIAN ? LEVELS.length - 1 - k : 1 + k - MEDIAN);
  }
}
