package io.github.mist4j.network;

/**
 * From the outputs o of the network, (outputs, batch), to predictions, and back to the gradient of
 * o.
 */
final class Head {
  /** Channels of the head: those of the value, then those of the quantiles. */
  static int outputs(int estimates) {
    return ValueHead.outputs(estimates) + QuantileHead.OUTPUTS;
  }

  private Head() {}

  /** The prediction for dataset b of a batch. */
  static PredictedQuantiles prediction(float[][] o, int b, CopulaFeatures features) {
    double value = ValueHead.value(o, b, features);
    return new PredictedQuantiles(value, QuantileHead.quantiles(o, b, value));
  }

  /** Adds the gradient of a loss with these slopes for dataset b to that of o. */
  static void addGradient(
      float[][] o, float[][] gradient, int b, CopulaFeatures features, LossSlopes slopes) {
    ValueHead.addGradient(o, gradient, b, features, slopes.ofValue());
    QuantileHead.addGradient(o, gradient, b, slopes.ofQuantiles());
  }

  static double softplus(double x) {
    return x > 30 ? x : Math.log1p(Math.exp(x));
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
