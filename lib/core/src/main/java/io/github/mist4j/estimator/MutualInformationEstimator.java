package io.github.mist4j.estimator;

import io.github.mist4j.sample.Sample;

/** Estimates the mutual information of X and Y from a sample. */
public interface MutualInformationEstimator {
  /** The method's name as on the command line, {@code "mist"} for instance. */
  String method();

  /**
   * The mutual information of the sample, in nats.
   *
   * @throws IllegalArgumentException if the method cannot serve such a sample or such options
   */
  Estimate estimate(Sample sample, EstimateOptions options);

  /** The mutual information of the sample, in nats, with default options. */
  default Estimate estimate(Sample sample) {
    return estimate(sample, EstimateOptions.withDefaults());
  }

  /** The same estimator under another name, so that two models can stand side by side. */
  default MutualInformationEstimator named(String newMethod) {
    return new NamedEstimator(this, newMethod);
  }
}
