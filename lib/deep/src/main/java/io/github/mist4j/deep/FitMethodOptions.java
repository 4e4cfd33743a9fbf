package io.github.mist4j.deep;

import io.github.mist4j.estimator.MethodOption;
import io.github.mist4j.estimator.MutualInformationEstimator;
import java.util.List;
import java.util.function.Function;

/** {@link FitOptions} as they are spelled behind a method's name. */
final class FitMethodOptions {
  private FitMethodOptions() {}

  static List<MethodOption> of(
      FitOptions fit, Function<FitOptions, MutualInformationEstimator> change) {
    return List.of(
        MethodOption.choice(
            "activation",
            fit.activation(),
            "behind every hidden layer",
            activation -> change.apply(fit.withActivation(activation))),
        MethodOption.whole(
            "width",
            fit.width(),
            "of the hidden layers",
            width -> change.apply(fit.withWidth(width))),
        MethodOption.whole(
            "layers",
            fit.layers(),
            "hidden layers",
            layers -> change.apply(fit.withLayers(layers))),
        MethodOption.whole(
            "batch",
            fit.batch(),
            "rows a step; 0 for 256 or all",
            batch -> change.apply(fit.withBatch(batch))),
        MethodOption.choice(
            "batches",
            fit.batches(),
            "how the rows of a step are drawn",
            batches -> change.apply(fit.withBatches(batches))),
        MethodOption.whole(
            "steps",
            fit.steps(),
            "at most; it stops where held-out rows show no more progress",
            steps -> change.apply(fit.withSteps(steps))),
        MethodOption.number(
            "rate", fit.rate(), "of learning", rate -> change.apply(fit.withRate(rate))),
        MethodOption.whole(
            "folds",
            fit.folds(),
            "parts of the rows that take turns in being held out, for an interval",
            folds -> change.apply(fit.withFolds(folds))));
  }
}
