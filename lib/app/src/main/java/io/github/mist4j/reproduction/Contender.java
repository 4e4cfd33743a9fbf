package io.github.mist4j.reproduction;

import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.training.TrainingOptions;
import java.util.List;
import java.util.stream.Stream;

/** Who takes part in an experiment. */
sealed interface Contender {
  /** Its name in the results. */
  String method();

  /** What tells it from others of its name. */
  String identity();

  /** The estimators of names, which must be there. */
  static List<Contender> named(List<String> methods) {
    return methods.stream().map(Estimators::named).<Contender>map(Known::new).toList();
  }

  /** The names, and of some others those that are on the class path. */
  static List<String> there(List<String> methods, List<String> others) {
    List<String> all = Estimators.names();
    return Stream.concat(methods.stream(), others.stream().filter(all::contains)).toList();
  }

  /**
   * An estimator that is there.
   *
   * @param estimator the estimator
   */
  record Known(MutualInformationEstimator estimator) implements Contender {
    @Override
    public String method() {
      return estimator.method();
    }

    @Override
    public String identity() {
      return estimator.identity();
    }
  }

  /**
   * An estimator whose interval is from half samples, normal around the estimate: asked once, for
   * that of the highest level, of which the others are shares.
   *
   * @param estimator the estimator
   */
  record ByHalves(MutualInformationEstimator estimator) implements Contender {
    @Override
    public String method() {
      return estimator.method();
    }

    @Override
    public String identity() {
      return new Known(estimator).identity() + ", by halves";
    }
  }

  /**
   * A network that the experiment trains.
   *
   * @param method its name
   * @param distribution what it learns from
   * @param options how; its threads and seed are those of the experiment
   */
  record Trained(String method, MetaDistribution distribution, TrainingOptions options)
      implements Contender {
    @Override
    public String identity() {
      return "%s: %s datasets of %s; %s"
          .formatted(
              method,
              options.datasets(),
              distribution.describe(),
              options.architecture().describe());
    }
  }
}
