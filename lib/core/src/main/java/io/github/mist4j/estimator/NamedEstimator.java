package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;

/**
 * An estimator under another name.
 *
 * @param estimator the estimator
 * @param method its new name
 */
record NamedEstimator(MutualInformationEstimator estimator, String method)
    implements DelegatingEstimator {
  NamedEstimator {
    require(method != null && !method.isBlank(), "a method's name must not be blank");
  }

  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    return estimator.estimate(sample, options).withMethod(method);
  }
}
