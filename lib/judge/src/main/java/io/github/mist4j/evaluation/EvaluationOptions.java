package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;
import static io.github.mist4j.sample.Checks.requireThreads;

import io.github.mist4j.estimator.EstimateOptions;
import java.util.List;

/**
 * How to evaluate.
 *
 * <pre>{@code
 * EvaluationOptions.withDefaults()
 *     .withThreads(2)
 *     .withEstimates(EstimateOptions.withDefaults().withHalves(200)) // intervals for every method
 * }</pre>
 *
 * @param estimates what is asked of the estimators
 * @param threads how many datasets are estimated at once; changes nothing in the results
 * @param known predictions of an earlier evaluation, which are not made again
 */
public record EvaluationOptions(EstimateOptions estimates, int threads, List<Prediction> known) {
  /** Checks the number of threads and copies the list. */
  public EvaluationOptions {
    require(estimates != null, "estimates must be given, was null");
    known = List.copyOf(known);
    requireThreads(threads);
  }

  /** The estimators' defaults, on all processors. */
  public static EvaluationOptions withDefaults() {
    return new EvaluationOptions(
        EstimateOptions.withDefaults(), Runtime.getRuntime().availableProcessors(), List.of());
  }

  /** The same with other options of the estimators. */
  public EvaluationOptions withEstimates(EstimateOptions newEstimates) {
    return new EvaluationOptions(newEstimates, threads, known);
  }

  /** The same with so many threads. */
  public EvaluationOptions withThreads(int newThreads) {
    return new EvaluationOptions(estimates, newThreads, known);
  }

  /** The same, going on from the predictions of an earlier evaluation. */
  public EvaluationOptions withKnown(List<Prediction> newKnown) {
    return new EvaluationOptions(estimates, threads, newKnown);
  }
}
