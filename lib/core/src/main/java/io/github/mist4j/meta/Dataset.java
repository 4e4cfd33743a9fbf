package io.github.mist4j.meta;

import io.github.mist4j.sample.Sample;

/**
 * A sample with the truth.
 *
 * @param sample the sample
 * @param mutualInformation the mutual information of the law it was drawn from, in nats
 * @param distribution the family it comes from, such as {@code multi_normal-sparse}
 */
public record Dataset(Sample sample, double mutualInformation, String distribution) {}
