package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.EstimateOptions;

/**
 * How to evaluate.
 *
 * @param estimates what is asked of the estimators
 * @param threads how many datasets are estimated at once; changes nothing in the results
 */
public record EvaluationOptions(EstimateOptions estimates, int threads) {
  /** Checks the number of threads. */
  public EvaluationOptions {
    require(estimates != null, "estimates must be given, was null");
    require(threads > 0, "threads must be positive, was %s", threads);
  }

  /** The estimators' defaults, on all processors. */
  public static EvaluationOptions withDefaults() {
    return new EvaluationOptions(
        EstimateOptions.withDefaults(), Runtime.getRuntime().availableProcessors());
  }

  /** The same with other options of the estimators. */
  public EvaluationOptions withEstimates(EstimateOptions newEstimates) {
    return new EvaluationOptions(newEstimates, threads);
  }

  /** The same with so many threads. */
  public EvaluationOptions withThreads(int newThreads) {
    return new EvaluationOptions(estimates, newThreads);
  }
}
