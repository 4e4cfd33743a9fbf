package io.github.mist4j.reproduction;

import io.github.mist4j.estimator.DifferentiableEstimator;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.InformationMaximizer;
import io.github.mist4j.estimator.InformationMaximizer.Found;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Weights of columns that climb an estimate, looked at on their way: a climb of a dataset is made
 * once, however often it is asked about.
 */
final class WeightClimb {
  private final String method;
  private final InformationMaximizer maximizer;
  private final Supplier<DifferentiableEstimator> estimator;
  private Sample climbed;
  private Found found;

  /**
   * A climb.
   *
   * @param method its name
   * @param maximizer of weights of columns
   * @param estimator what they climb
   */
  WeightClimb(
      String method, InformationMaximizer maximizer, Supplier<DifferentiableEstimator> estimator) {
    this.method = method;
    this.maximizer = maximizer;
    this.estimator = estimator;
  }

  /** The weights after so many steps, (dx). */
  private synchronized double[] weights(Sample sample, int steps) {
    if (climbed != sample) {
      found = maximizer.maximize(estimator.get(), sample);
      climbed = sample;
    }
    return found.weightsPath().get(steps)[0];
  }

  /**
   * Its weights after some steps. It answers with the mean weight of the informative columns, the
   * last of X, in the place of nats, and with the mean and the largest of the others' in the place
   * of an interval.
   *
   * @param climb the climb
   * @param steps how many it has made
   */
  record Stage(WeightClimb climb, int steps) implements MutualInformationEstimator {
    private static final String AFTER = ", steps: ";

    /** The climb's name, from that of a stage. */
    static String climb(String method) {
      return method.substring(0, method.indexOf(AFTER));
    }

    /** The steps, from its name. */
    static int steps(String method) {
      return Integer.parseInt(method.substring(method.indexOf(AFTER) + AFTER.length()));
    }

    @Override
    public String method() {
      return climb.method + AFTER + steps;
    }

    @Override
    public Estimate estimate(Sample sample, EstimateOptions options) {
      double[] weights = climb.weights(sample, steps);
      int others = weights.length - FeatureSelection.INFORMATIVE;
      double informative = Arrays.stream(weights).skip(others).average().orElseThrow();
      double mean = Arrays.stream(weights).limit(others).average().orElseThrow();
      double largest = Arrays.stream(weights).limit(others).max().orElseThrow();
      return Estimate.of(sample, method(), informative)
          .withInterval(new Interval(Math.min(mean, largest), largest, options.level()));
    }
  }
}
