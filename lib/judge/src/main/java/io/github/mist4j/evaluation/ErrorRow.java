package io.github.mist4j.evaluation;

import io.github.mist4j.model.Errors;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The errors of a method over some datasets.
 *
 * @param method the method's name
 * @param errors over the datasets that it did not refuse
 * @param refused how many datasets it refused
 * @param truth the mean information of all, nats
 * @param seconds the mean time of an estimate
 * @param rejected the share of permutation tests that reject independence at {@value #LEVEL}; empty
 *     where there were none
 */
public record ErrorRow(
    String method,
    Errors errors,
    int refused,
    double truth,
    double seconds,
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

    OptionalDouble holds() {
      return prediction.interval().stream()
          .mapToDouble(i -> i.lower() <= truth && truth <= i.upper() ? 1 : 0)
          .findFirst();
    }
  }

  static ErrorRow of(String method, String group, List<Judged> judged) {
    List<Judged> answered = judged.stream().filter(Judged::answered).toList();
    return new ErrorRow(
        method,
        Errors.of(group, answered, Judged::error, Judged::holds),
        judged.size() - answered.size(),
        mean(judged, Judged::truth),
        mean(answered, j -> j.prediction().seconds()),
        answered.stream()
            .flatMapToDouble(j -> j.prediction().pValue().stream())
            .map(p -> p <= LEVEL ? 1 : 0)
            .average());
  }

  /** What the datasets have in common, {@code "split IMD"} for instance. */
  public String group() {
    return errors.group();
  }

  /** How many datasets there are, those refused too. */
  public int count() {
    return errors.count() + refused;
  }

  private static double mean(List<Judged> judged, ToDoubleFunction<Judged> value) {
    return judged.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}
