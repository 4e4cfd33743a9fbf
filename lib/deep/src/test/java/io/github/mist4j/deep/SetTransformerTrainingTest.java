package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution.Entropies;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.Families;
import io.github.mist4j.meta.IntRange;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shape;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.model.HeldOutError;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.network.TrainedRange;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import io.github.mist4j.training.Preset;
import io.github.mist4j.training.Presets;
import io.github.mist4j.training.Trainer;
import io.github.mist4j.training.TrainingOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SetTransformerTrainingTest {
  private static final SetTransformerArchitecture TINY =
      new SetTransformerArchitecture(24, 3, 48, 8, 4, 2, 1, 1, 24, Task.INFORMATION, Target.NONE);

  /** Sixty-four datasets of normal pairs, again and again. */
  private record Few() implements MetaDistribution {
    private static final int COUNT = 64;

    @Override
    public Shapes shapes() {
      return new Shapes(48, 48, new IntRange(2, 2), new IntRange(2, 2), 1);
    }

    @Override
    public Dataset draw(Shape shape, RandomGenerator rng) {
      RandomGenerator own = RandomStreams.of(7, rng.nextInt(COUNT));
      var law = new Normal(Dispersion.dense(2, 2, own.nextDouble(0, 0.9)));
      Sample sample = law.sample(shape.n(), own);
      return new Dataset(sample, law.mutualInformation(), "few", Optional.of(law));
    }

    @Override
    public String name() {
      return "few";
    }

    @Override
    public String describe() {
      return "few: 64 datasets";
    }
  }

  @Test
  @DisplayName("learns 64 datasets by heart")
  void memorizes(@TempDir Path folder) {
    TrainingOptions options =
        TrainingOptions.withDefaults()
            .withDatasets(32_000)
            .withLearningRate(3e-3)
            .withArchitecture(TINY);
    Checkpoint model =
        Trainer.of(new Few(), options).start(folder.resolve("few.mist"), progress -> {});
    assertThat(model.card().heldOut().all().meanSquaredError()).isLessThan(0.01);
  }

  @Test
  @DisplayName("the multi-task network learns the information and the entropies")
  void memorizesEntropies(@TempDir Path folder) {
    SetTransformerArchitecture size = TINY.withTask(Task.ENTROPIES);
    TrainingOptions options =
        TrainingOptions.withDefaults()
            .withDatasets(10_000)
            .withLearningRate(3e-3)
            .withArchitecture(size);
    HeldOutError heldOut =
        Trainer.of(new Few(), options)
            .start(folder.resolve("few.mist"), progress -> {})
            .card()
            .heldOut();
    assertThat(heldOut.all().meanSquaredError()).isLessThan(0.03);
    assertThat(heldOut.loss()).isLessThan(0.1); // with three entropies and their sum
  }

  @Test
  @DisplayName("the slopes of the multi-task loss are its differences; it is 0 at the truth")
  void lossOfEntropiesHasItsSlopes() {
    SetTransformerArchitecture size = TINY.withTask(Task.ENTROPIES);
    var law = new Normal(Dispersion.dense(2, 3, 0.4));
    Sample sample = law.sample(50, new SplittableRandom(1));
    var dataset = new Dataset(sample, law.mutualInformation(), "normal", Optional.of(law));
    var example =
        (SetExample) new SetTransformerLearner(size).example(dataset, new SplittableRandom(1));
    Entropies truth = example.entropies().orElseThrow();
    assertThat(truth.mutualInformation()).isCloseTo(law.mutualInformation(), within(1e-12));
    double logSpreads =
        Math.log(deviation(sample.y(0)) * deviation(sample.y(1)) * deviation(sample.y(2)));
    assertThat(truth.y()).isCloseTo(law.entropies().orElseThrow().y() - logSpreads, within(1e-12));
    double[] exact = {law.mutualInformation(), truth.x() / 2, truth.y() / 3, truth.joint() / 5};
    assertThat(Loss.of(size, example, exact, new double[4])).isCloseTo(0, within(1e-12));
    double[] outputs = {0.7, -0.3, 1.4, 0.9};
    var slopes = new double[4];
    Loss.of(size, example, outputs, slopes);
    for (int k = 0; k < 4; k++) {
      double[] up = outputs.clone();
      double[] down = outputs.clone();
      up[k] += 1e-4;
      down[k] -= 1e-4;
      double difference =
          Loss.of(size, example, up, new double[4]) - Loss.of(size, example, down, new double[4]);
      assertThat(slopes[k]).isCloseTo(difference / 2e-4, within(1e-7));
    }
  }

  private static double deviation(double[] column) {
    double mean = Arrays.stream(column).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(column).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }

  @Test
  @DisplayName("a family whose entropies are not known is refused by name")
  void unknownEntropiesAreRefused() {
    var learner = new SetTransformerLearner(TINY.withTask(Task.ENTROPIES));
    Dataset dataset = Families.named("mixture").draw(new Shape(50, 2, 2), new SplittableRandom(1));
    assertThatThrownBy(() -> learner.example(dataset, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the entropies of family mixture are not known, which the multi-task network learns");
  }

  @Test
  @DisplayName("a preset trains, saves, opens and estimates, the same on any number of threads")
  void presetTrains(@TempDir Path folder) {
    Preset preset = Presets.named("mist-qr-0.25m-inverse");
    TrainingOptions options =
        preset.options().withDatasets(64).withBatch(32).withArchitecture(tiny(preset));
    Path file = folder.resolve("a.mist");
    var distribution = new Few();
    Checkpoint model = Trainer.of(distribution, options).start(file, progress -> {});
    assertThat(model.card().toString())
        .contains("mist-qr-inverse-few-1k", "set transformer for quantiles (MIST_QR)");
    MutualInformationEstimator estimator = Checkpoint.open(file).estimator();
    Sample sample = sample(130); // in three blocks
    Estimate estimate =
        estimator.estimate(sample, EstimateOptions.withDefaults().withPermutations(19));
    assertThat(estimate.value()).isFinite();
    assertThat(estimate.interval()).isPresent();
    assertThat(estimate.independence()).isPresent();
    assertThat(estimate.model()).hasValue(model.card().name());
    Checkpoint again =
        Trainer.of(distribution, options.withThreads(1))
            .start(folder.resolve("b.mist"), progress -> {});
    assertThat(again.estimator().estimate(sample).value())
        .isEqualTo(estimator.estimate(sample).value());
  }

  @Test
  @DisplayName("presets are those of the paper")
  void presetsAreThePapers() {
    Preset preset = Presets.named("mist-5.5m");
    assertThat(preset.distribution().describe()).startsWith("m-train").contains("lvm-wigglify");
    assertThat(preset.options().datasets()).isEqualTo(30 * 625_000L);
    assertThat(preset.options().batch()).isEqualTo(256);
    assertThat(preset.options().architecture()).isEqualTo(SetTransformerArchitecture.paper());
    assertThat(Presets.named("mist-qr-1m-log").options().architecture())
        .isEqualTo(
            SetTransformerArchitecture.middle().withTask(Task.QUANTILES).withTarget(Target.LOG));
    assertThat(Presets.named("mist-multitask-0.25m").options().architecture())
        .isEqualTo(SetTransformerArchitecture.small().withTask(Task.ENTROPIES));
  }

  @Test
  @DisplayName("a network of one number has no interval")
  void oneNumberHasNoInterval() {
    var learner = new SetTransformerLearner(TINY);
    float[] weights = learner.initialWeights(new SplittableRandom(1));
    var range =
        new TrainedRange(
            48, 48, 2, true, Checkpoint.shipped().card().provenance().range().novelty());
    Estimate estimate =
        TINY.estimator(weights, Recalibration.none(), "random", range).estimate(sample(40));
    assertThat(estimate.interval()).isEmpty();
    assertThat(estimate.warnings())
        .extracting(Warning::sentence)
        .contains("n = 40 lies below the 48 to 48 rows this model was trained on");
  }

  private static SetTransformerArchitecture tiny(Preset preset) {
    var size = (SetTransformerArchitecture) preset.options().architecture();
    return TINY.withTask(size.task()).withTarget(size.target());
  }

  private static Sample sample(int n) {
    return new Normal(Dispersion.dense(2, 3, 0.4)).sample(n, new SplittableRandom(3));
  }

  @Test
  @DisplayName("units and locations change no estimate, more than 32 columns are refused")
  void standardizes() {
    var learner = new SetTransformerLearner(TINY);
    float[] weights = learner.initialWeights(new SplittableRandom(1));
    Sample sample = sample(40);
    var moved = new double[3][];
    for (int c = 0; c < 3; c++) {
      moved[c] = sample.y(c).clone();
      for (int r = 0; r < 40; r++) {
        moved[c][r] = 1e6 * moved[c][r] - 5e5;
      }
    }
    var x = new double[][] {sample.x(0), sample.x(1)};
    double[][] answers =
        learner.answers(
            weights,
            java.util.List.of(SetColumns.of(sample), SetColumns.of(Sample.ofColumns(x, moved))),
            0.5);
    assertThat(answers[1][0]).isCloseTo(answers[0][0], within(1e-5));
    Sample wide = new Normal(Dispersion.dense(33, 1, 0.1)).sample(40, new SplittableRandom(3));
    assertThatThrownBy(() -> SetColumns.of(wide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a set transformer takes up to 32 columns a side, had 33 and 1");
  }
}
