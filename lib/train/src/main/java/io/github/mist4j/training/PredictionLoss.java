package io.github.mist4j.training;

import io.github.mist4j.network.LossSlopes;
import io.github.mist4j.network.PredictedQuantiles;

/**
 * The loss of a prediction (docs/network.md, Loss): how far its value is off, on two scales, and
 * the pinball loss of its quantiles.
 */
final class PredictionLoss {
  private static final double[] LEVELS = PredictedQuantiles.levels();
  private static final double HUBER = 8;
  private static final double HUBER_WEIGHT = 0.1;
  static final double SMOOTH = 0.1; // of errors of log(1 + MI): below it squares count
  private static final double QUANTILES_WEIGHT = 0.5;
  private static final double NARROW = 0.02; // intervals below count no more

  private PredictionLoss() {}

  /** The loss where the mutual information is {@code truth} nats. */
  static double of(PredictedQuantiles prediction, double truth) {
    double logError = signedLog(prediction.value()) - Math.log1p(truth);
    double loss =
        HUBER_WEIGHT * huber(prediction.value() - truth, HUBER) + huber(logError, SMOOTH) / SMOOTH;
    for (int k = 0; k < LEVELS.length; k++) {
      double error = Math.log1p(truth) - prediction.quantiles()[k];
      loss += Math.max(LEVELS[k] * error, (LEVELS[k] - 1) * error) / LEVELS.length;
    }
    return loss;
  }

  /**
   * The derivatives of {@code weight} times the loss; those of the quantiles relative to the width
   * of the 90% interval, as narrow ones would hardly count beside wide ones.
   */
  static LossSlopes slopes(PredictedQuantiles prediction, double truth, double weight) {
    double logError = signedLog(prediction.value()) - Math.log1p(truth);
    double ofValue =
        HUBER_WEIGHT * clip(prediction.value() - truth, HUBER)
            + clip(logError, SMOOTH) / SMOOTH / (1 + Math.abs(prediction.value()));
    double relative = QUANTILES_WEIGHT / (prediction.width() + NARROW);
    double[] w = prediction.quantiles();
    var ofQuantiles = new double[w.length];
    for (int k = 0; k < w.length; k++) {
      double pull = Math.log1p(truth) > w[k] ? -LEVELS[k] : 1 - LEVELS[k];
      ofQuantiles[k] = weight * relative * pull / w.length;
    }
    return new LossSlopes(weight * ofValue, ofQuantiles);
  }

  /** log(1 + v), continued below 0 as an odd function. */
  static double signedLog(double value) {
    return Math.signum(value) * Math.log1p(Math.abs(value));
  }

  /** The derivative of {@link #signedLog}. */
  static double signedLogSlope(double value) {
    return 1 / (1 + Math.abs(value));
  }

  static double huber(double error, double delta) {
    double size = Math.abs(error);
    return size <= delta ? error * error / 2 : delta * (size - delta / 2);
  }

  /** The derivative of {@link #huber}. */
  static double clip(double error, double delta) {
    return Math.max(-delta, Math.min(delta, error));
  }
}
