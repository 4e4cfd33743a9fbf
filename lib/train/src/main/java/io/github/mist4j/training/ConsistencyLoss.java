package io.github.mist4j.training;

/**
 * How far an estimate violates what holds of mutual information itself, on the scale and with the
 * Huber loss of {@link PredictionLoss}: processing a side adds none, and two independent copies
 * have twice as much.
 */
final class ConsistencyLoss {
  /** The loss of two estimates, and its derivatives by them. */
  record Term(double loss, double ofRelated, double ofOriginal) {}

  private ConsistencyLoss() {}

  /** Of a processed sample that is estimated higher than the original. */
  static Term processed(double related, double original) {
    double excess = PredictionLoss.signedLog(related) - PredictionLoss.signedLog(original);
    return term(Math.max(0, excess), related, original, 1);
  }

  /** Of two copies of a sample that are not estimated as twice the original. */
  static Term copies(double related, double original) {
    double error = PredictionLoss.signedLog(related) - PredictionLoss.signedLog(2 * original);
    return term(error, related, 2 * original, 2);
  }

  private static Term term(double error, double related, double expected, double times) {
    double slope = PredictionLoss.clip(error, PredictionLoss.SMOOTH) / PredictionLoss.SMOOTH;
    return new Term(
        PredictionLoss.huber(error, PredictionLoss.SMOOTH) / PredictionLoss.SMOOTH,
        slope * PredictionLoss.signedLogSlope(related),
        -slope * times * PredictionLoss.signedLogSlope(expected));
  }
}
