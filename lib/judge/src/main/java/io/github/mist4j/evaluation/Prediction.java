package io.github.mist4j.evaluation;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a method says of one dataset of a meta-dataset.
 *
 * <pre>{@code
 * verdict.predictions().stream()
 *     .filter(p -> p.error().isPresent())
 *     .forEach(p -> System.out.println(p.method() + " refused " + p.idx()));
 * }</pre>
 *
 * @param idx the dataset's number
 * @param method the method's name
 * @param value the estimate, in nats; empty where the method refused the dataset
 * @param interval the interval, where the method has one, in nats
 * @param pValue of the permutation test against independence, where it was asked for
 * @param seconds the time it took, reading the data not counted
 * @param error why the method refused, where it did
 */
public record Prediction(
    long idx,
    String method,
    OptionalDouble value,
    Optional<Interval> interval,
    OptionalDouble pValue,
    double seconds,
    Optional<String> error) {

  static Prediction of(long idx, Estimate estimate, double seconds) {
    return new Prediction(
        idx,
        estimate.method(),
        OptionalDouble.of(estimate.value()),
        estimate.interval(),
        estimate.independence().stream().mapToDouble(IndependenceTest::pValue).findFirst(),
        seconds,
        Optional.empty());
  }

  static Prediction refused(long idx, String method, double seconds, String error) {
    return new Prediction(
        idx,
        method,
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        seconds,
        Optional.of(error));
  }
}
