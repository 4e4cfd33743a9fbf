package io.github.mist4j.evaluation;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.sample.Sample;

/** Says dx + dy / 100 nats and refuses samples of less than a number of rows. */
public record FakeEstimator(String method, int leastRows) implements MutualInformationEstimator {
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    if (sample.n() < leastRows) {
      throw new IllegalArgumentException("n must be at least " + leastRows + ", \"sorry\"");
    }
    double value = sample.dx() + sample.dy() / 100.0;
    return Estimate.of(sample, method, value).withInterval(new Interval(0, value, options.level()));
  }
}
