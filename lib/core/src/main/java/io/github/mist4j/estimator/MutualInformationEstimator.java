package io.github.mist4j.estimator;

import io.github.mist4j.sample.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Estimates the mutual information of X and Y from a sample. Estimators never change and may be
 * asked by several threads at once.
 *
 * <p>A new method is a class with a public constructor without arguments and a line with its name
 * in {@code META-INF/services/io.github.mist4j.estimator.MutualInformationEstimator}. It must say
 * its {@link #method()} and {@link #estimate(Sample, EstimateOptions)}; all else has an answer
 * here. {@link Estimators} finds it then, and with it the command line, comparisons and
 * evaluations.
 *
 * <pre>{@code
 * new Ksg().estimate(sample).inBits()
 * }</pre>
 */
public interface MutualInformationEstimator {
  /** The method's name as on the command line, {@code "mist"} for instance. */
  String method();

  /**
   * The mutual information of the sample, in nats; {@link Estimate#of} makes one of a number.
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

  /**
   * The same estimator, asked to stop after some time: it answers with what it has by then, as a
   * fit of a network does, or refuses the sample. One that cannot be stopped goes on.
   */
  default MutualInformationEstimator within(Duration limit) {
    return new LimitedEstimator(this, limit);
  }

  /** What the method does and who it is by, in one line. */
  default String description() {
    return "";
  }

  /** What can be set, with the values it has here. */
  default List<MethodOption> options() {
    return List.of();
  }

  /**
   * The same estimator with an option set.
   *
   * @throws IllegalArgumentException with one sentence if there is no such option or the value is
   *     not allowed
   */
  default MutualInformationEstimator with(String option, String value) {
    return MethodOption.of(this, option).change().apply(value);
  }

  /**
   * What tells it from all others, whatever they are called: the options that change its answers,
   * and a fingerprint of its trained network where it has one.
   */
  default String identity() {
    return options().stream()
        .map(MethodOption::toString)
        .collect(Collectors.joining(":", method() + " ", ""));
  }

  /** The same method with other options, where these have names of their own, {@code "ksg2"}. */
  default List<MutualInformationEstimator> variants() {
    return List.of();
  }

  /**
   * Up to how many rows the method takes part where no methods are named, as in a comparison of
   * all; 0 for a method that is slow on any sample.
   */
  default int unaskedUpToRows() {
    return Integer.MAX_VALUE;
  }

  /**
   * Whether the method is for samples of such columns, and takes part where no methods are named;
   * one for numbers is not for names, for instance. Named, it may still refuse.
   */
  default boolean suits(Sample sample) {
    return true;
  }

  /**
   * Why the method's estimate is less, or more, than another: which assumption of its own the
   * sample breaks. A clause that completes "ksg says 0.20 nats less than mist: …"; empty if none is
   * known.
   *
   * @param evidence what the sample shows
   * @param less whether the estimate is less than the other, not more
   */
  default Optional<String> reason(SampleEvidence evidence, boolean less) {
    return Optional.empty();
  }
}
