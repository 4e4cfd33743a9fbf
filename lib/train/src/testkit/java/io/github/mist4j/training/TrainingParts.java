package io.github.mist4j.training;

import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.network.LossSlopes;
import io.github.mist4j.network.Novelty;
import io.github.mist4j.network.PredictedQuantiles;
import io.github.mist4j.progress.ProgressListener;

/** What tests of the network need of its training. */
public final class TrainingParts {
  private TrainingParts() {}

  /** How unlike a distribution a sample is, from so many draws and so many others for the limit. */
  public static Novelty novelty(MetaDistribution distribution, int fit, int check) {
    return NoveltyFit.of(distribution, fit, check, ProgressListener.NONE);
  }

  /** The loss of a prediction where the mutual information is {@code truth} nats. */
  public static double loss(PredictedQuantiles prediction, double truth) {
    return PredictionLoss.of(prediction, truth);
  }

  /** The derivatives of that loss. */
  public static LossSlopes slopes(PredictedQuantiles prediction, double truth) {
    return PredictionLoss.slopes(prediction, truth, 1);
  }
}
