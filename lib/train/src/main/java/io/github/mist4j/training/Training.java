package io.github.mist4j.training;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.model.Checkpoint;
import java.nio.file.Path;

/**
 * A training that has ended, by itself or because it was stopped.
 *
 * <pre>{@code
 * Training training =
 *     Mist.train(mine, TrainingOptions.withDefaults().withMinutes(5), Path.of("mine.mist"));
 * System.out.println(training); // how it ended, and its error on held-out datasets
 * Estimate estimate = training.estimator().estimate(sample);
 * }</pre>
 *
 * @param model the best model by its loss on held-out datasets
 * @param file where it is saved
 * @param curve how the training went
 * @param ended how it ended, a sentence
 */
public record Training(Checkpoint model, Path file, TrainingCurve curve, String ended) {
  /** The estimator that the model is. */
  public MutualInformationEstimator estimator() {
    return model.estimator();
  }

  /** How it ended, and the model's error on held-out datasets beside the shipped model's. */
  @Override
  public String toString() {
    return ended
        + "\nheld out: "
        + model.card().heldOut()
        + curve.shipped().map(e -> "\nthe shipped model on the same datasets: " + e).orElse("");
  }
}
