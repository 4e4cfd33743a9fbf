package io.github.mist4j.meta;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Optional;

/**
 * A sample with the truth.
 *
 * <pre>{@code
 * Dataset dataset = MetaDistributions.full().draw(1, 42); // number 42 of seed 1
 * double error = estimator.estimate(dataset.sample()).value() - dataset.mutualInformation();
 * }</pre>
 *
 * @param sample the sample
 * @param mutualInformation the mutual information of the law it was drawn from, in nats
 * @param distribution the family it comes from, such as {@code multi_normal-sparse}
 * @param law the law it was drawn from, where that is at hand
 */
public record Dataset(
    Sample sample, double mutualInformation, String distribution, Optional<Distribution> law) {
  /** A sample whose truth alone is known. */
  public Dataset(Sample sample, double mutualInformation, String distribution) {
    this(sample, mutualInformation, distribution, Optional.empty());
  }
}
