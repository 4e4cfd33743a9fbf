package io.github.mist4j.network;

/**
 * What a network says of an example, in nats.
 *
 * @param value the estimate
 * @param lower the lower end of the 90% interval
 * @param upper the upper end
 * @param deciles the quantiles at 10%, 20%, … 90%, below 0 where independence is likely
 */
public record Prediction(double value, double lower, double upper, double[] deciles) {}
