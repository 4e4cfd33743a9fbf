package io.github.mist4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.Families;
import io.github.mist4j.meta.IntRange;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.network.TrainedRange;
import io.github.mist4j.progress.Progress.Count;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class CalibrationFitTest {
  private static final CopulaArchitecture SIZE =
      (CopulaArchitecture) Checkpoint.shipped().card().architecture();
  private static final TrainedRange RANGE = Checkpoint.shipped().card().provenance().range();

  @Test
  @DisplayName("calibration lowers the error among noise columns, and its intervals hold")
  void calibrationHelps() {
    MetaDistribution among =
        MetaDistribution.of("among", Families.named("regression"), Families.named("mixture_class"))
            .withShapes(new Shapes(150, 400, new IntRange(5, 8), new IntRange(5, 8), 0));
    float[] weights = Checkpoint.shipped().weights();
    var heard = new ArrayList<Count>();
    Recalibration fitted =
        CalibrationFit.of(SIZE, weights, among, 1, 400, p -> heard.add(p.count()));
    assertThat(heard.get(heard.size() - 1).done()).isEqualTo(400);
    double[] errors = new double[2];
    int held = 0;
    int below = 0;
    int count = 200;
    var plain = SIZE.estimator(weights, Recalibration.none(), "plain", RANGE);
    var calibrated = SIZE.estimator(weights, fitted, "calibrated", RANGE);
    for (int i = 0; i < count; i++) {
      Dataset dataset = among.draw(2, i);
      double truth = dataset.mutualInformation();
      Estimate estimate = calibrated.estimate(dataset.sample());
      errors[0] += Math.abs(plain.estimate(dataset.sample()).value() - truth) / count;
      errors[1] += Math.abs(estimate.value() - truth) / count;
      Interval interval = estimate.interval().orElseThrow();
      held += interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
      below += truth <= median(calibrated, dataset) ? 1 : 0;
    }
    assertThat(errors[1]).isLessThan(0.9 * errors[0]);
    assertThat(held).isBetween(165, 195);
    assertThat(below).isBetween(80, 120);
  }

  /** Where the interval of a tiny level lies. */
  private static double median(MutualInformationEstimator estimator, Dataset dataset) {
    var narrow = EstimateOptions.withDefaults().withLevel(1e-9);
    return estimator.estimate(dataset.sample(), narrow).interval().orElseThrow().lower();
  }

  @Test
  @DisplayName("calibration is refused to other networks, other distributions, and without cases")
  void refusesOtherDistributions() {
    Checkpoint model = Checkpoint.shipped();
    var other = Trainer.of(MetaDistributions.elliptical(), TrainingOptions.withDefaults());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.calibrated(model, 10, done -> {}))
        .withMessage(
            "a model is calibrated on what it was trained on, %s was not trained on"
                + " 'elliptical'",
            model.card().name());
    MetaDistribution smaller = MetaDistributions.full().withShapes(new Shapes(10, 20, 4, 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Trainer.of(smaller, TrainingOptions.withDefaults())
                    .calibrated(model, 10, done -> {}))
        .withMessage(
            "a model is calibrated on what it was trained on, %s was trained on another"
                + " 'full' than this one",
            model.card().name());
    MetaDistribution pairs =
        MetaDistribution.of("pairs", Families.named("regression"))
            .withShapes(new Shapes(50, 60, new IntRange(1, 1), new IntRange(1, 1), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CalibrationFit.of(SIZE, new float[SIZE.weights()], pairs, 1, 20, done -> {}))
        .withMessage(
            "screening is calibrated on 100 datasets or more with columns that show no"
                + " dependence, 0 of 20 had some");
  }
}
