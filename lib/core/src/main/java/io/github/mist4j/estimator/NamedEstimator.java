package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.Optional;

/**
 * An estimator under another name.
 *
 * @param estimator the estimator
 * @param method its new name
 */
record NamedEstimator(MutualInformationEstimator estimator, String method)
    implements MutualInformationEstimator {
  NamedEstimator {
    require(method != null && !method.isBlank(), "a method's name must not be blank");
  }

  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    return estimator.estimate(sample, options).withMethod(method);
  }

  @Override
  public String description() {
    return estimator.description();
  }

  @Override
  public List<MethodOption> options() {
    return estimator.options();
  }

  @Override
  public int unaskedUpToRows() {
    return estimator.unaskedUpToRows();
  }

  @Override
  public boolean suits(Sample sample) {
    return estimator.suits(sample);
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return estimator.reason(evidence, less);
  }
}
