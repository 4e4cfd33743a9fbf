package io.github.mist4j.network;

import java.util.Arrays;

/**
 * The value of a prediction: classical estimates and the network's own, mixed by gates, and a free
 * part (docs/network.md, Output).
 */
final class ValueHead {
  private static final int OWN = 0;
  private static final int FREE = 1;
  private static final int FIRST_GATE = 2;

  /** Channels: two parts of the value, and a gate for each classical estimate. */
  static int outputs(int estimates) {
    return FIRST_GATE + estimates;
  }

  private static final double FREE_STEP = 0.2;

  private ValueHead() {}

  /** The value of dataset b, nats. */
  static double value(float[][] o, int b, CopulaFeatures features) {
    return mixture(gates(o, b), estimates(o, b, features)) + FREE_STEP * o[FREE][b];
  }

  /** Adds the gradient of {@code slope} times the value of dataset b to that of o. */
  static void addGradient(
      float[][] o, float[][] gradient, int b, CopulaFeatures features, double slope) {
    double[] gates = gates(o, b);
    double[] estimates = estimates(o, b, features);
    double mixture = mixture(gates, estimates);
    gradient[OWN][b] += (float) (slope * gates[0] * scale(features) * Head.sigmoid(o[OWN][b]));
    gradient[FREE][b] += (float) (slope * FREE_STEP);
    for (int k = 1; k < gates.length; k++) {
      gradient[FIRST_GATE + k - 1][b] += (float) (slope * gates[k] * (estimates[k] - mixture));
    }
  }

  /** The slopes of the value of dataset b by the classical estimates, (estimates). */
  static double[] slopesByEstimates(float[][] o, int b) {
    double[] gates = gates(o, b);
    return Arrays.copyOfRange(gates, 1, gates.length);
  }

  private static int gates(float[][] o) {
    return QuantileHead.first(o) - FIRST_GATE;
  }

  /** The network's own estimate and the classical ones, (1 + gates). */
  private static double[] estimates(float[][] o, int b, CopulaFeatures features) {
    int count = gates(o);
    var estimates = new double[1 + count];
    estimates[0] = scale(features) * Head.softplus(o[OWN][b]);
    System.arraycopy(features.estimates(count), 0, estimates, 1, count);
    return estimates;
  }

  /**
   * The weights of the estimates: the softmax of 0 and the outputs for the classical ones, (1 +
   * gates).
   */
  private static double[] gates(float[][] o, int b) {
    var gates = new double[1 + gates(o)];
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

  private static double scale(CopulaFeatures features) {
    return 0.5 * Math.sqrt((double) features.dx() * features.dy());
  }
}
