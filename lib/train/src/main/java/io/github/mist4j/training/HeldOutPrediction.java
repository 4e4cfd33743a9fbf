package io.github.mist4j.training;

/**
 * What a network predicts of a held-out dataset, in nats.
 *
 * @param value the estimate
 * @param lower the lower end of the 90% interval
 * @param upper the upper end
 * @param deciles the quantiles at 10%, 20%, … 90%, below 0 where independence is likely
 */
public record HeldOutPrediction(double value, double lower, double upper, double[] deciles) {}
