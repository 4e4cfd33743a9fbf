package io.github.mist4j.network;

/**
 * The derivatives of a loss with respect to a prediction.
 *
 * @param ofValue by its value
 * @param ofQuantiles by its quantiles of log(1 + MI), (15)
 */
public record LossSlopes(double ofValue, double[] ofQuantiles) {}
