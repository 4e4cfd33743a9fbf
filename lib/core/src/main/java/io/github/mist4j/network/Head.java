package io.github.mist4j.network;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * From the outputs o of the network to a value and quantiles, and back from the loss to the
 * gradient of o (docs/network.md, Output and Loss).
 */
final class Head {
  /** The levels of the quantiles. */
  static final double[] LEVELS = {
    0.005, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.995
  };

  static final int MEDIAN = 7;
  static final int LOWER = 2; // 0.05
  static final int UPPER = 12; // 0.95
  private static final double WIDTH = 2 * 1.6449; // between those, in standard deviations
  private static final double UNKNOWN = 0.1;
  private static final double PRIOR = 4; // blocks' worth of belief that half of σ² is scatter
  private static final int FIRST_GATE = 2;
  private static final int FIRST_QUANTILE = FIRST_GATE + CopulaFeatures.CLASSICAL;

  /** Channels of the head: two parts of the value, five gates, the median, 14 increments. */
  static final int OUTPUTS = FIRST_QUANTILE + LEVELS.length;

  private static final double MEDIAN_STEP = 0.3;
  private static final double STEP = 0.1;
  private static final double FREE_STEP = 0.2;
  private static final double HUBER = 8;
  private static final double HUBER_WEIGHT = 0.1;
  private static final double SMOOTH = 0.1;
  private static final double QUANTILES_WEIGHT = 0.5;
  private static final double NARROW = 0.1; // intervals below count no more

  /** The normal quantiles of the levels. */
  private static final double[] Z = Arrays.stream(LEVELS).map(Head::probit).toArray();

  private static final double[][] SHARES = shares();

  private Head() {}

  /**
   * What the network says of a dataset.
   *
   * @param value v̂, nats
   * @param quantiles of log(1 + MI) at {@link #LEVELS}, increasing
   */
  record Answer(double value, double[] quantiles) {
    /** The quantile at a level, in nats; at least 0, since no mutual information is less. */
    double quantile(double level) {
      return Math.max(0, freeQuantile(level));
    }

    /**
     * The quantile at a level, interpolated on the scale of normal quantiles, in nats; below 0
     * where the network takes independence for likely.
     */
    double freeQuantile(double level) {
      return Math.expm1(at(probit(level)));
    }

    /** The quantile of log(1 + MI) at a normal quantile z of its level. */
    private double at(double z) {
      return interpolated(Z, quantiles, z);
    }

    /** The normal quantile of the level whose quantile a truth is, among those there are. */
    double place(double truth) {
      double w = Math.max(quantiles[0], Math.log1p(truth));
      return interpolated(quantiles, Z, w);
    }

    /** Linear between the points and below them, constant above them. */
    private static double interpolated(double[] from, double[] to, double v) {
      int k = 1;
      while (k < from.length - 1 && from[k] < v) {
        k++;
      }
      double share = (v - from[k - 1]) / (from[k] - from[k - 1]);
      return share >= 1 ? to[k] : to[k - 1] + share * (to[k] - to[k - 1]);
    }

    /**
     * The same with other quantiles inside the 90% interval: the median becomes the quantile at z =
     * shift, and those towards the ends move less and less.
     */
    Answer recalibrated(double shift) {
      double[] moved = quantiles.clone();
      for (int k = LOWER + 1; k < UPPER; k++) {
        double out = Z[k] / Z[UPPER];
        moved[k] = at(Z[k] + shift * (1 - out * out));
      }
      return new Answer(value, moved);
    }

    /** The width of the 90% interval in log(1 + MI). */
    double width() {
      return quantiles[UPPER] - quantiles[LOWER];
    }

    /** How many times as far from the median the 90% interval must reach to hold a truth. */
    double spreadNeeded(double truth) {
      double off = Math.log1p(truth) - quantiles[MEDIAN];
      double reach =
          off > 0 ? quantiles[UPPER] - quantiles[MEDIAN] : quantiles[MEDIAN] - quantiles[LOWER];
      return Math.abs(off) / reach;
    }

    /** The mean of some answers. */
    static Answer mean(List<Answer> answers) {
      double value = 0;
      var quantiles = new double[LEVELS.length];
      for (Answer answer : answers) {
        value += answer.value / answers.size();
        for (int k = 0; k < quantiles.length; k++) {
          quantiles[k] += answer.quantiles[k] / answers.size();
        }
      }
      return new Answer(value, quantiles);
    }

    /**
     * The answer for all rows from those for independent blocks of them: the mean, and an interval
     * that narrows as far as the answers scatter. With σ² the variance that the quantiles of a
     * block say and s² the variance of the medians between the K blocks, the variance of the whole
     * is σ² − s² + s²/K, of which the first part, what the network does not know, is at least a
     * share {@value #UNKNOWN} of σ².
     */
    static Answer ofBlocks(List<Answer> blocks) {
      Answer mean = mean(blocks);
      int count = blocks.size();
      double median = mean.quantiles[MEDIAN];
      double sigma = mean.width();
      double square = sigma * sigma / (WIDTH * WIDTH);
      double scatter = PRIOR * 0.5 * square;
      for (Answer block : blocks) {
        double off = block.quantiles[MEDIAN] - median;
        scatter += off * off;
      }
      double share = scatter / (PRIOR + count - 1) / square;
      double narrower = Math.sqrt(Math.max(UNKNOWN, 1 - share) + share / count);
      var quantiles = mean.quantiles.clone();
      for (int k = 0; k < quantiles.length; k++) {
        quantiles[k] = median + Math.min(1, narrower) * (mean.quantiles[k] - median);
      }
      return new Answer(mean.value, quantiles);
    }

    /** The mean with the answer for the other order of the sides. */
    Answer meanWith(Answer other) {
      var mean = new double[quantiles.length];
      for (int k = 0; k < mean.length; k++) {
        mean[k] = (quantiles[k] + other.quantiles[k]) / 2;
      }
      return new Answer((value + other.value) / 2, mean);
    }
  }

  static Answer answer(float[][] o, int b, CopulaFeatures features) {
    double value = mixture(gates(o, b), estimates(o, b, features)) + FREE_STEP * o[1][b];
    var w = new double[LEVELS.length];
    w[MEDIAN] = Math.log1p(Math.max(value, 0)) + MEDIAN_STEP * o[FIRST_QUANTILE][b];
    double[] steps = steps(o, b);
    for (int k = MEDIAN; k + 1 < w.length; k++) {
      w[k + 1] = w[k] + steps[k];
    }
    for (int k = MEDIAN; k > 0; k--) {
      w[k - 1] = w[k] - steps[k - 1];
    }
    return new Answer(value, w);
  }

  /** From each quantile to the next, (14): positive, their slopes averaged over neighbours. */
  private static double[] steps(float[][] o, int b) {
    var steps = new double[LEVELS.length - 1];
    for (int j = 0; j < steps.length; j++) {
      double step = STEP * softplus(o[step(j)][b]);
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

  private static double probit(double level) {
    return NormalDistribution.of(0, 1).inverseCumulativeProbability(level);
  }

  /** The loss of one dataset whose mutual information is {@code truth} nats. */
  static double loss(float[][] o, int b, CopulaFeatures features, double truth) {
    Answer answer = answer(o, b, features);
    double logError = CopulaFeatures.signedLog(answer.value) - Math.log1p(truth);
    double loss =
        HUBER_WEIGHT * huber(answer.value - truth, HUBER) + huber(logError, SMOOTH) / SMOOTH;
    for (int k = 0; k < LEVELS.length; k++) {
      double error = Math.log1p(truth) - answer.quantiles[k];
      loss += Math.max(LEVELS[k] * error, (LEVELS[k] - 1) * error) / LEVELS.length;
    }
    return loss;
  }

  /**
   * Adds the gradient of {@code weight} times the loss to that of o; that of the quantiles relative
   * to the width of the 90% interval, as narrow ones would hardly count beside wide ones.
   */
  static void addGradient(
      float[][] o,
      float[][] gradient,
      int b,
      CopulaFeatures features,
      double truth,
      double weight) {
    Answer answer = answer(o, b, features);
    double logError = CopulaFeatures.signedLog(answer.value) - Math.log1p(truth);
    double slope =
        HUBER_WEIGHT * clip(answer.value - truth, HUBER)
            + clip(logError, SMOOTH) / SMOOTH / (1 + Math.abs(answer.value));
    valueGradient(o, gradient, b, features, weight * slope);
    double relative = QUANTILES_WEIGHT / (answer.width() + NARROW);
    quantileGradient(o, gradient, b, answer.quantiles, Math.log1p(truth), weight * relative);
  }

  private static void valueGradient(
      float[][] o, float[][] gradient, int b, CopulaFeatures features, double slope) {
    double[] gates = gates(o, b);
    double[] estimates = estimates(o, b, features);
    double mixture = mixture(gates, estimates);
    gradient[0][b] += (float) (slope * gates[0] * scale(features) * sigmoid(o[0][b]));
    gradient[1][b] += (float) (slope * FREE_STEP);
    for (int k = 1; k < gates.length; k++) {
      gradient[FIRST_GATE + k - 1][b] += (float) (slope * gates[k] * (estimates[k] - mixture));
    }
  }

  /** The network's own estimate and the classical ones, (6). */
  private static double[] estimates(float[][] o, int b, CopulaFeatures features) {
    var estimates = new double[1 + CopulaFeatures.CLASSICAL];
    estimates[0] = scale(features) * softplus(o[0][b]);
    System.arraycopy(features.classical(), 0, estimates, 1, CopulaFeatures.CLASSICAL);
    return estimates;
  }

  /** The weights of the estimates: the softmax of 0 and the outputs for the classical ones, (6). */
  private static double[] gates(float[][] o, int b) {
    var gates = new double[1 + CopulaFeatures.CLASSICAL];
    double most = 0;
    for (int k = 1; k < gates.length; k++) {
      most = Math.max(most, o[FIRST_GATE + k - 1][b]);
    }
    double sum = 0;
    for (int k = 0; k < gates.length; k++) {
      gates[k] = Math.exp((k == 0 ? 0 : o[FIRST_GATE + k - 1][b]) - most);
      sum += gates[k];
    }
    for (int k = 0; k < gates.length; k++) {
      gates[k] /= sum;
    }
    return gates;
  }

  private static double mixture(double[] gates, double[] estimates) {
    double mixture = 0;
    for (int k = 0; k < gates.length; k++) {
      mixture += gates[k] * estimates[k];
    }
    return mixture;
  }

  private static void quantileGradient(
      float[][] o, float[][] gradient, int b, double[] w, double truth, double weight) {
    var slopes = new double[w.length];
    for (int k = 0; k < w.length; k++) {
      slopes[k] = weight * (truth > w[k] ? -LEVELS[k] : 1 - LEVELS[k]) / w.length;
    }
    var ofSteps = new double[w.length - 1];
    double above = 0;
    for (int k = w.length - 2; k >= MEDIAN; k--) {
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
      gradient[step(j)][b] += (float) (slope * STEP * sigmoid(o[step(j)][b]));
    }
    gradient[FIRST_QUANTILE][b] += (float) (MEDIAN_STEP * (above + below + slopes[MEDIAN]));
  }

  /** The output for the step from quantile k to the next. */
  private static int step(int k) {
    return FIRST_QUANTILE + (k < MEDIAN ? LEVELS.length - 1 - k : 1 + k - MEDIAN);
  }

  private static double scale(CopulaFeatures features) {
    return 0.5 * Math.sqrt((double) features.dx() * features.dy());
  }

  private static double huber(double error, double delta) {
    double size = Math.abs(error);
    return size <= delta ? error * error / 2 : delta * (size - delta / 2);
  }

  private static double clip(double error, double delta) {
    return Math.max(-delta, Math.min(delta, error));
  }

  private static double softplus(double x) {
    return x > 30 ? x : Math.log1p(Math.exp(x));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
