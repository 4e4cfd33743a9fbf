package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.Family;
import io.github.mist4j.meta.IntRange;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shape;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import io.github.mist4j.training.Learner.Example;
import io.github.mist4j.training.Presets;
import io.github.mist4j.training.Trainer;
import io.github.mist4j.training.TrainingOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InfoNetTest {
  private static final InfoNetArchitecture TINY = new InfoNetArchitecture(16, 2, 8, 1, 8);

  @TempDir private static Path folder;

  private static Path file;

  /** Normal pairs, whose truth costs nothing. */
  private static MetaDistribution pairs() {
    var single = new IntRange(1, 1);
    return MetaDistribution.of(
            "pairs",
            new Family(
                "pairs", (dx, dy) -> true, (dx, dy, rng) -> pair(rng.nextDouble(-0.95, 0.95))))
        .withShapes(new Shapes(60, 120, single, single, 0));
  }

  private static Normal pair(double correlation) {
    return new Normal(Dispersion.of(new double[][] {{1, correlation}, {correlation, 1}}, 1));
  }

  @BeforeAll
  static void train() {
    file = folder.resolve("tiny.mist");
    TrainingOptions options =
        TrainingOptions.withDefaults()
            .withDatasets(12_800)
            .withLearningRate(3e-3)
            .withArchitecture(TINY);
    Trainer.of(pairs(), options).start(file, progress -> {});
  }

  private static MutualInformationEstimator trained() {
    return Estimators.named("infonet:model=" + file);
  }

  @Test
  @DisplayName("a table is bilinear, its integral that of exp, both with their slopes")
  void tablesAreBilinear() {
    var rng = new SplittableRandom(1);
    var values = new float[9 + 16]; // the table stands behind others
    for (int k = 9; k < values.length; k++) {
      values[k] = (float) rng.nextGaussian();
    }
    var table = new CriticTable(values, 9, 4);
    assertThat(table.score(1.0 / 3, 2.0 / 3)).isCloseTo(values[9 + 4 + 2], within(1e-6));
    assertThat(table.score(1, 1)).isCloseTo(values[9 + 15], within(1e-6));
    assertThat(table.score(0.5, 0)).isCloseTo((values[9 + 4] + values[9 + 8]) / 2, within(1e-6));
    double sum = 0;
    int fine = 600;
    for (int i = 0; i < fine; i++) {
      for (int j = 0; j < fine; j++) {
        sum += Math.exp(table.score((i + 0.5) / fine, (j + 0.5) / fine));
      }
    }
    assertThat(table.logMeanExp(0, null)).isCloseTo(Math.log(sum / fine / fine), within(1e-3));
    var slopes = new float[values.length];
    table.logMeanExp(2, slopes);
    table.addScoreSlopes(0.2, 0.9, -1, slopes);
    for (int k = 9; k < values.length; k++) {
      float[] up = values.clone();
      float[] down = values.clone();
      up[k] += 0.01f;
      down[k] -= 0.01f;
      double difference =
          objective(new CriticTable(up, 9, 4)) - objective(new CriticTable(down, 9, 4));
      assertThat((double) slopes[k]).isCloseTo(difference / 0.02, within(1e-4));
    }
  }

  private static double objective(CriticTable table) {
    return 2 * table.logMeanExp(0, null) - table.score(0.2, 0.9);
  }

  @Test
  @DisplayName("the gradient of the loss is its finite differences, in every kind of weight")
  void gradientAgreesWithFiniteDifferences() {
    var learner = new InfoNetLearner(TINY);
    var rng = new SplittableRandom(2);
    float[] weights = learner.initialWeights(rng);
    List<Example> batch = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      batch.add(learner.example(pairs().draw(new Shape(60, 1, 1), rng), rng));
    }
    var gradient = new float[weights.length];
    double loss = learner.addGradient(weights, gradient, batch, 1);
    assertThat(learner.loss(weights, batch)).isCloseTo(loss, within(1e-6));
    for (int direction = 0; direction < 20; direction++) {
      var along = new double[weights.length]; // the gradient, in some of the weights
      double slope = 0;
      for (int i = 0; i < along.length; i++) {
        along[i] = rng.nextInt(4) == 0 ? gradient[i] : 0;
        slope += along[i] * gradient[i];
      }
      double step = 0.02 / Math.sqrt(slope);
      double up = learner.loss(moved(weights, along, step), batch);
      double down = learner.loss(moved(weights, along, -step), batch);
      assertThat((up - down) / (2 * step)).isCloseTo(slope, within(0.01 * slope));
    }
  }

  private static float[] moved(float[] weights, double[] along, double step) {
    float[] moved = weights.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (step * along[i]);
    }
    return moved;
  }

  @Test
  @DisplayName("a trained one finds dependence, and nothing where there is none")
  void findsWhatThereIs() {
    Estimate strong = trained().estimate(pair(0.8).sample(1000, new SplittableRandom(3)));
    assertThat(strong.value()).isBetween(0.3, 0.55); // of 0.511, by 8 x 8 nodes
    assertThat(strong.interval().orElseThrow().lower()).isGreaterThan(0.2);
    assertThat(strong.method()).startsWith("infonet");
    assertThat(strong.model()).hasValueSatisfying(m -> assertThat(m).startsWith("infonet-pairs"));
    Sample nothing = pair(0).sample(1000, new SplittableRandom(4));
    var options = EstimateOptions.withDefaults().withPermutations(39);
    Estimate none = trained().estimate(nothing, options);
    assertThat(none.value()).isLessThan(0.03);
    assertThat(none.independence().orElseThrow().pValue()).isGreaterThan(0.05);
    Sample dependent = pair(0.3).sample(300, new SplittableRandom(5));
    assertThat(trained().estimate(dependent, options).independence().orElseThrow().pValue())
        .isLessThan(0.05);
  }

  @Test
  @DisplayName("no monotone map of a column changes the estimate")
  void ranksAlone() {
    Sample sample = pair(0.6).sample(200, new SplittableRandom(6));
    var cubes = sample.y(0);
    for (int r = 0; r < cubes.length; r++) {
      cubes[r] = Math.pow(cubes[r], 3);
    }
    Sample moved = Sample.ofColumns(new double[][] {sample.x(0)}, new double[][] {cubes});
    assertThat(trained().estimate(moved).value()).isEqualTo(trained().estimate(sample).value());
  }

  @Test
  @DisplayName("several columns are sliced, and the estimate says that this is another quantity")
  void slicesAreNamed() {
    var law = new Normal(Dispersion.sparse(3, 3, 1, 4));
    Sample sample = law.sample(400, new SplittableRandom(7));
    Estimate estimate = trained().with("directions", "8").estimate(sample);
    assertThat(estimate.value()).isBetween(0.0, 0.5 * law.mutualInformation());
    assertThat(estimate.interval()).isEmpty();
    assertThat(estimate.warnings())
        .filteredOn(w -> w.kind() == Warning.Kind.MORE_COLUMNS_THAN_TRAINED)
        .extracting(Warning::sentence)
        .containsExactly(
            "infonet sees two columns at a time: this is the mean over 8 pairs of random"
                + " directions, sliced information, which is no mutual information but mostly far"
                + " below it");
  }

  @Test
  @DisplayName("without a model it takes no part and says how to make one; other files are refused")
  void modelsAreTheUsers() {
    Sample sample = pair(0.5).sample(50, new SplittableRandom(8));
    MutualInformationEstimator without = Estimators.named("infonet");
    assertThat(without.suits(sample)).isFalse();
    assertThat(trained().suits(sample)).isTrue();
    assertThatThrownBy(() -> without.estimate(sample))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "method infonet needs a model: mist4j train --preset infonet --out infonet.mist makes"
                + " one, then infonet:model=infonet.mist");
    Path other = folder.resolve("other.mist");
    Checkpoint.shipped().save(other);
    assertThatThrownBy(() -> without.with("model", other.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "%s is not a model of an InfoNet, which mist4j train --preset infonet makes"
                .formatted(other));
  }

  @Test
  @DisplayName("the preset draws mixtures of two columns, some of them without information")
  void presetDrawsMixtures() {
    MetaDistribution mixtures = Presets.named("infonet").distribution();
    List<Double> truths =
        java.util.stream.LongStream.range(0, 60)
            .mapToObj(k -> mixtures.draw(1, k).mutualInformation())
            .collect(Collectors.toList());
    assertThat(truths).filteredOn(t -> t < 0.005).hasSizeBetween(1, 20);
    assertThat(truths).filteredOn(t -> t > 0.3).hasSizeGreaterThan(15);
  }
}
