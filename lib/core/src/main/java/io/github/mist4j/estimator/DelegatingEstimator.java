package io.github.mist4j.estimator;

import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.Optional;

/** An estimator that is asked or called in another way, and is else as it was. */
interface DelegatingEstimator extends MutualInformationEstimator {
  /** The one that answers. */
  MutualInformationEstimator estimator();

  @Override
  default String description() {
    return estimator().description();
  }

  @Override
  default List<MethodOption> options() {
    return estimator().options();
  }

  @Override
  default String identity() {
    return method() + ": " + estimator().identity();
  }

  @Override
  default int unaskedUpToRows() {
    return estimator().unaskedUpToRows();
  }

  @Override
  default boolean suits(Sample sample) {
    return estimator().suits(sample);
  }

  @Override
  default Optional<String> reason(SampleEvidence evidence, boolean less) {
    return estimator().reason(evidence, less);
  }
}
