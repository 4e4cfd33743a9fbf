package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.IntRange;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shape;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.training.Trainer;
import io.github.mist4j.training.TrainingOptions;
import io.github.mist4j.training.TrainingOptions.Device;
import io.github.mist4j.training.TrainingProgress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TorchTrainingTest {
  private static final SetTransformerArchitecture TINY =
      new SetTransformerArchitecture(16, 2, 32, 4, 3, 2, 1, 1, 16, Task.QUANTILES, Target.NONE);

  /** Normal datasets of several sizes. */
  private record Normals() implements MetaDistribution {
    @Override
    public Shapes shapes() {
      return new Shapes(12, 24, new IntRange(1, 3), new IntRange(1, 3), 1);
    }

    @Override
    public Dataset draw(Shape shape, RandomGenerator rng) {
      var law = new Normal(Dispersion.dense(shape.dx(), shape.dy(), rng.nextDouble(0, 0.5)));
      return new Dataset(
          law.sample(shape.n(), rng), law.mutualInformation(), "normals", Optional.of(law));
    }

    @Override
    public String name() {
      return "normals";
    }

    @Override
    public String describe() {
      return "normals of several sizes";
    }
  }

  private static Trainer trainer(Device device) {
    return Trainer.of(
        new Normals(),
        TrainingOptions.withDefaults()
            .withDatasets(20 * 64)
            .withThreads(2)
            .withArchitecture(TINY)
            .withDevice(device));
  }

  @Test
  @DisplayName("both learners come to the same weights, and the training says where it is")
  void bothLearnersComeToTheSameWeights(@TempDir Path folder) {
    Checkpoint one = trainer(Device.CPU).start(folder.resolve("1.mist"), ProgressListener.NONE);
    Trainer trainer = trainer(Device.GPU);
    Checkpoint other = trainer.start(folder.resolve("2.mist"), ProgressListener.NONE);
    assertThat(trainer.device()).isEqualTo("the CPU by libtorch");
    assertThat(other.card().heldOut().loss()).isCloseTo(one.card().heldOut().loss(), within(1e-4));
    float[] weights = one.weights();
    for (int i = 0; i < weights.length; i++) {
      // AdamW divides by the size of the gradient: one near 0 moves its weight by its rounding.
      assertThat((double) other.weights()[i])
          .as("weight %s", i)
          .isCloseTo(weights[i], within(2e-3));
    }
  }

  @Test
  @DisplayName("stopped and resumed it ends with the same weights, and either device goes on")
  void resumes(@TempDir Path folder) {
    Checkpoint whole = trainer(Device.GPU).start(folder.resolve("1.mist"), ProgressListener.NONE);
    Path out = folder.resolve("2.mist");
    trainer(Device.GPU).start(out, new StopAfter(7));
    assertThat(trainer(Device.GPU).resume(out, ProgressListener.NONE).weights())
        .isEqualTo(whole.weights());
    Path mixed = folder.resolve("3.mist");
    trainer(Device.CPU).start(mixed, new StopAfter(7));
    Checkpoint resumed = trainer(Device.GPU).resume(mixed, ProgressListener.NONE);
    assertThat(resumed.card().heldOut().loss())
        .isCloseTo(whole.card().heldOut().loss(), within(1e-4));
  }

  private static final class StopAfter implements ProgressListener {
    private final int steps;
    private boolean reached;

    StopAfter(int steps) {
      this.steps = steps;
    }

    @Override
    public void progress(Progress progress) {
      reached |= progress instanceof TrainingProgress training && training.step() >= steps;
    }

    @Override
    public boolean stopRequested() {
      return reached;
    }
  }
}
