package io.github.mist4j.evaluation;

import io.github.mist4j.estimator.Interval;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The errors of a method over some datasets.
 *
 * @param method the method's name
 * @param group what the datasets have in common, {@code "split IMD"} for instance
 * @param count how many datasets there are
 * @param refused how many of them the method refused; the others make the errors
 * @param meanSquaredError nats²; NaN where all were refused, like the next two
 * @param meanAbsoluteError nats
 * @param bias the mean of estimate less truth, nats
 * @param coverage the share of intervals that hold the truth; empty where the method has none
 * @param rejected the share of permutation tests that reject independence at {@value #LEVEL}; empty
 *     where there were none
 */
public record ErrorRow(
    String method,
    String group,
    int count,
    int refused,
    double meanSquaredError,
    double meanAbsoluteError,
    double bias,
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
    return new ErrorRow(
        method,
        group,
        judged.size(),
        judged.size() - answered.size(),
        answered.stream().mapToDouble(j -> j.error() * j.error()).average().orElse(Double.NaN),
        answered.stream().mapToDouble(j -> Math.abs(j.error())).average().orElse(Double.NaN),
        answered.stream().mapToDouble(Judged::error).average().orElse(Double.NaN),
        answered.stream()
            .filter(j -> j.prediction().interval().isPresent())
            .mapToDouble(Judged::covered)
            .average(),
        answered.stream()
            .flatMapToDouble(j -> j.prediction().pValue().stream())
            .map(p -> p <= LEVEL ? 1 : 0)
            .average());
  }
}
