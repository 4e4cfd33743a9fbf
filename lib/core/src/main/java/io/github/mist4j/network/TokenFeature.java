package io.github.mist4j.network;

import java.util.function.DoubleUnaryOperator;

/**
 * The features of a canonical correlation; the ordinal is the channel (docs/network.md). The number
 * in a name is the shrinkage of the correlations, in percent.
 */
@SuppressWarnings("EnumOrdinal") // the order of the entries is that of the channels
enum TokenFeature {
  CORRELATION_05(0, rho -> rho),
  INFORMATION_05(0, TokenFeature::information),
  CORRELATION_20(1, rho -> rho),
  INFORMATION_20(1, TokenFeature::information);

  private static final TokenFeature[] ALL = values();

  /** The number of channels. */
  static final int CHANNELS = ALL.length;

  private final int shrinkage; // among GaussianPart.TOKEN_SHRINKAGES
  private final DoubleUnaryOperator value;

  TokenFeature(int shrinkage, DoubleUnaryOperator value) {
    this.shrinkage = shrinkage;
    this.value = value;
  }

  /** The features of each canonical correlation, (features, correlations). */
  static float[][] of(GaussianPart gaussian) {
    var features = new float[CHANNELS][gaussian.canonical()[0].length];
    for (TokenFeature feature : ALL) {
      double[] rho = gaussian.canonical()[feature.shrinkage];
      for (int t = 0; t < rho.length; t++) {
        features[feature.ordinal()][t] = (float) feature.value.applyAsDouble(rho[t]);
      }
    }
    return features;
  }

  private static double information(double rho) {
    return -0.5 * Math.log(1 - rho * rho);
  }
}
