package io.github.mist4j.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How far predictions are from the truth over some datasets, nats.
 *
 * <pre>{@code
 * Errors all = Checkpoint.shipped().card().heldOut().all();
 * System.out.printf("%d datasets, mean error %.3f%n", all.count(), all.meanAbsoluteError());
 * }</pre>
 *
 * @param group what the datasets have in common, {@code "n 10–99"} for instance
 * @param count how many predictions there are
 * @param meanSquaredError nats²; NaN where there is no prediction, like the next two
 * @param meanAbsoluteError nats
 * @param bias the mean of prediction less truth, nats
 * @param coverage the share of intervals that hold the truth; empty where there are none
 */
public record Errors(
    String group,
    int count,
    double meanSquaredError,
    double meanAbsoluteError,
    double bias,
    OptionalDouble coverage) {

  /**
   * The errors of some predictions.
   *
   * @param group what they have in common
   * @param predictions any number of them
   * @param error prediction less truth, nats
   * @param holds whether its interval holds the truth, 1 or 0; empty where it has none
   */
  public static <T> Errors of(
      String group,
      List<T> predictions,
      ToDoubleFunction<T> error,
      Function<T, OptionalDouble> holds) {
    return new Errors(
        group,
        predictions.size(),
        mean(predictions, p -> error.applyAsDouble(p) * error.applyAsDouble(p)),
        mean(predictions, p -> Math.abs(error.applyAsDouble(p))),
        mean(predictions, error),
        predictions.stream().flatMapToDouble(p -> holds.apply(p).stream()).average());
  }

  /** The variance of prediction less truth: the mean squared error less bias², nats². */
  public double variance() {
    return Math.max(0, meanSquaredError - bias * bias);
  }

  private static <T> double mean(List<T> predictions, ToDoubleFunction<T> value) {
    return predictions.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}
