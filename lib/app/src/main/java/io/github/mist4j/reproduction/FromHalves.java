package io.github.mist4j.reproduction;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.sample.Sample;

/**
 * An estimator with intervals from half samples, though it has quantiles of its own.
 *
 * @param estimator the estimator
 */
record FromHalves(MutualInformationEstimator estimator) implements MutualInformationEstimator {
  @Override
  public String method() {
    return estimator.method() + ", halves";
  }

  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    options.checkRows(sample.n());
    Estimate all = estimator.estimate(sample);
    Interval interval =
        Interval.ofHalves(
            sample, all.value(), options, (half, rng) -> estimator.estimate(half).value());
    return all.withMethod(method()).withInterval(interval);
  }
}
