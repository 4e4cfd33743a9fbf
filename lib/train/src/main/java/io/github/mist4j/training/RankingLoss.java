package io.github.mist4j.training;

/**
 * How far the estimates of datasets of one shape stand in another order than the truths: RankNet's
 * loss (Burges et al., 2005) with the differences of the truths for targets.
 *
 * <p>For the differences δ of two estimates and τ of their truths, both on the scale of log(1 +
 * MI), a pair has s·KL(σ(τ/s) ‖ σ(δ/s)), σ the logistic function and s = {@value #SCALE}. It is
 * least where δ = τ, so that it pulls no estimate away from the truth.
 */
final class RankingLoss {
  private static final double SCALE = PredictionLoss.SMOOTH; // where errors count as large

  private RankingLoss() {}

  /**
   * The mean over the other datasets, summed over all; 0 of a single one.
   *
   * @param values the estimates, nats
   * @param truths the truths, nats
   * @param slopes to which {@code weight} times the derivatives by the estimates are added
   */
  static double add(double[] values, double[] truths, double weight, double[] slopes) {
    int count = truths.length;
    double share = count > 1 ? 2.0 / (count - 1) : 0; // each pair is one of both its datasets
    double loss = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        double target = (Math.log1p(truths[i]) - Math.log1p(truths[j])) / SCALE;
        double difference =
            (PredictionLoss.signedLog(values[i]) - PredictionLoss.signedLog(values[j])) / SCALE;
        double right = logistic(target);
        loss +=
            share
                * SCALE
                * (softplus(difference) - softplus(target) - right * (difference - target));
        double slope = weight * share * (logistic(difference) - right);
        slopes[i] += slope * PredictionLoss.signedLogSlope(values[i]);
        slopes[j] -= slope * PredictionLoss.signedLogSlope(values[j]);
      }
    }
    return loss;
  }

  private static double logistic(double v) {
    return 1 / (1 + Math.exp(-v));
  }

  private static double softplus(double v) {
    return Math.max(0, v) + Math.log1p(Math.exp(-Math.abs(v)));
  }
}
