package io.github.mist4j;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MethodOption;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.estimator.SampleEvidence;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.Optional;

/**
 * A method that somebody brings along: one class, and one line in the folder of services.
 *
 * @param nats what it says of every sample
 */
public record ConstantEstimator(double nats) implements MutualInformationEstimator {
  /** Says 9 nats. */
  public ConstantEstimator() {
    this(9);
  }

  @Override
  public String method() {
    return "constant";
  }

  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    return Estimate.of(sample, method(), nats);
  }

  @Override
  public String description() {
    return "says the same of every sample";
  }

  @Override
  public List<MethodOption> options() {
    return List.of(
        MethodOption.number("nats", nats, "what it says", value -> new ConstantEstimator(value)));
  }

  @Override
  public int unaskedUpToRows() {
    return 100;
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return Optional.of("it does not look at the %s rows".formatted(evidence.sample().n()));
  }
}
