package io.github.mist4j.evaluation;

import io.github.mist4j.estimator.Interval;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The errors of a method over some datasets.
 *
 * @param method the method's name
 * @param group what the datasets have in common, {@code "split IMD"} for instance
 * @param count how many datasets there are
 * @param truth their mean information, nats
 * @param refused how many of them the method refused; the others make the errors
 * @param meanSquaredError nats²; NaN where all were refused, like the next four
 * @param meanAbsoluteError nats
 * @param bias the mean of estimate less truth, nats
 * @param variance of estimate less truth, so that the mean squared error is bias² + variance, nats²
 * @param seconds the mean time of an estimate
 * @param coverage the share of intervals that hold the truth; empty where the method has none
 * @param rejected the share of permutation tests that reject independence at {@value #LEVEL}; empty
 *     where there were none
 */
public record ErrorRow(
    String method,
    String group,
    int count,
    double truth,
    int refused,
    double meanSquaredError,
    double meanAbsoluteError,
    double bias,
    double variance,
    double seconds,
    OptionalDouble coverage,
    OptionalDouble rejected) {
  /** The level of the tests. */
  public static final double LEVEL = 0.05;

  /** A prediction beside the truth. */
  record Judged(Prediction prediction, double truth) {
    double error() {
      return prediction.value().getAsDouble() - truth;
    }

    boolean answered() {
      return prediction.value().isPresent();
    }

    double covered() {
      Interval interval = prediction.interval().orElseThrow();
      return interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
    }
  }

  static ErrorRow of(String method, String group, List<Judged> judged) {
    List<Judged> answered = judged.stream().filter(Judged::answered).toList();
    double square = mean(answered, j -> j.error() * j.error());
    double bias = mean(answered, Judged::error);
    return new ErrorRow(
        method,
        group,
        judged.size(),
        mean(judged, Judged::truth),
        judged.size() - answered.size(),
        square,
        mean(answered, j -> Math.abs(j.error())),
        bias,
        Math.max(0, square - bias * bias),
        mean(answered, j -> j.prediction().seconds()),
        answered.stream()
            .filter(j -> j.prediction().interval().isPresent())
            .mapToDouble(Judged::covered)
            .average(),
        answered.stream()
            .flatMapToDouble(j -> j.prediction().pValue().stream())
            .map(p -> p <= LEVEL ? 1 : 0)
            .average());
  }

  private static double mean(List<Judged> judged, ToDoubleFunction<Judged> value) {
    return judged.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}
