package io.github.mist4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.training.TrainingOptions.Device;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A learner that takes whole steps, whose datasets are drawn ahead. */
final class WholeStepTest {
  private static final Preset PRESET = Presets.named("line");
  private static final TrainingOptions OPTIONS = PRESET.options().withBatch(64).withThreads(2);
  private static final Learner LINE = Learner.of(OPTIONS);

  private record Whole(Learner line) implements Learner {
    @Override
    public int size() {
      return line.size();
    }

    @Override
    public float[] initialWeights(RandomGenerator rng) {
      return line.initialWeights(rng);
    }

    @Override
    public Example example(Dataset dataset, RandomGenerator rng) {
      return line.example(dataset, rng);
    }

    @Override
    public int workAtOnce() {
      return 1;
    }

    @Override
    public boolean takesWholeSteps() {
      return true;
    }

    @Override
    public double addGradient(
        float[] weights, float[] gradient, List<Example> batch, double weight) {
      assertThat(batch).hasSize(OPTIONS.batch());
      return line.addGradient(weights, gradient, batch, weight);
    }

    @Override
    public double loss(float[] weights, List<Example> batch) {
      return line.loss(weights, batch);
    }

    @Override
    public List<HeldOutPrediction> predict(
        float[] weights, Recalibration recalibration, List<Example> batch) {
      return line.predict(weights, recalibration, batch);
    }
  }

  @Test
  @DisplayName("it sees the datasets of every step in any order of steps, as one that takes parts")
  void seesTheSameDatasets() {
    var weights = new float[] {0.1f, 0.7f};
    try (var workers = new Workers(2)) {
      var parts = new StepGradient(LINE, PRESET.distribution(), OPTIONS, workers);
      var whole = new StepGradient(new Whole(LINE), PRESET.distribution(), OPTIONS, workers);
      for (long step : new long[] {0, 1, 2, 7, 8, 3}) {
        double loss = parts.gradient(weights, step);
        assertThat(whole.gradient(weights, step)).isCloseTo(loss, within(1e-6 * loss));
        for (int k = 0; k < weights.length; k++) {
          assertThat(whole.sum()[k]).isCloseTo(parts.sum()[k], within(1e-5f));
        }
      }
    }
  }

  @Test
  @DisplayName("a network that nothing trains on a GPU is refused with one sentence")
  void refusesAnUnknownDevice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Learner.of(OPTIONS.withDevice(Device.GPU)))
        .withMessageContaining("on a GPU: mist4j-gpu (install.sh --gpu)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Learner.of(TrainingOptions.withDefaults().withDevice(Device.GPU)))
        .withMessage("a copula network is trained on the CPU, device must be CPU, was GPU");
  }

  @Test
  @DisplayName("the device is no part of what decides a result, so that states stay readable")
  void theDeviceIsNotPartOfTheResult() {
    assertThat(OPTIONS.withDevice(Device.GPU).result())
        .isEqualTo(OPTIONS.withThreads(1).result())
        .endsWith("]")
        .doesNotContain("device");
  }
}
