package io.github.mist4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.meta.Shape;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.network.NetworkInput;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.training.Learner.Example;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The losses beside that of the estimates: of their order, and of their consistency. */
final class ObjectivesTest {
  private static final MetaDistribution SMALL = MetaDistributions.elliptical(10, 40, 3);
  private static final CopulaArchitecture SIZE = new CopulaArchitecture(8, 6, 4, 4, 4, 8, 1, 8);
  private static final TrainingOptions OPTIONS =
      TrainingOptions.withDefaults().withArchitecture(SIZE).withDatasets(64 * 2).withThreads(2);
  private static final double[] VALUES = {0.9, -0.02, 0.31, 2.5, 0.3, 0.0};
  private static final double[] TRUTHS = {0.1, 0.7, 0.3, 2.0, 1.4, 0.0};
  private static final double STEP = 1e-6;

  @TempDir private Path folder;

  @Test
  @DisplayName("slopes of the loss of the order equal finite differences")
  void rankingSlopes() {
    var slopes = new double[VALUES.length];
    RankingLoss.add(VALUES, TRUTHS, 2, slopes);
    for (int k = 0; k < VALUES.length - 1; k++) { // the last stands where |v| has its kink
      double rise = ranking(moved(k, STEP)) - ranking(moved(k, -STEP));
      assertThat(slopes[k]).isCloseTo(2 * rise / (2 * STEP), within(1e-6));
    }
  }

  private static double ranking(double[] values) {
    return RankingLoss.add(values, TRUTHS, 1, new double[values.length]);
  }

  private static double[] moved(int k, double step) {
    double[] values = VALUES.clone();
    values[k] += step;
    return values;
  }

  @Test
  @DisplayName("the loss of the order is 0 at the truth, above 0 elsewhere, and 0 of one dataset")
  void rankingIsLeastAtTheTruth() {
    assertThat(ranking(TRUTHS)).isCloseTo(0, within(1e-12));
    assertThat(ranking(VALUES)).isPositive();
    assertThat(RankingLoss.add(new double[] {3}, new double[] {1}, 1, new double[1])).isZero();
  }

  @Test
  @DisplayName("estimates that go down the loss of the order come to stand in the order of truths")
  void descentOrders() {
    double[] values = VALUES.clone();
    assertThat(order(values)).isNotEqualTo(order(TRUTHS));
    for (int step = 0; step < 2000; step++) {
      var slopes = new double[values.length];
      RankingLoss.add(values, TRUTHS, 0.05, slopes);
      for (int k = 0; k < values.length; k++) {
        values[k] -= slopes[k];
      }
    }
    assertThat(order(values)).isEqualTo(order(TRUTHS));
  }

  private static List<Integer> order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted((a, b) -> Double.compare(values[a], values[b]))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"0.62, 0.5", "1.9, 0.5", "0.4, 0.5", "0.97, 0.5", "1.06, 0.5", "-0.05, -0.08"})
  @DisplayName("slopes of the losses of consistency equal finite differences")
  void consistencySlopes(double related, double original) {
    var processed = ConsistencyLoss.processed(related, original);
    assertThat(processed.ofRelated())
        .isCloseTo(
            (ConsistencyLoss.processed(related + STEP, original).loss()
                    - ConsistencyLoss.processed(related - STEP, original).loss())
                / (2 * STEP),
            within(1e-5));
    assertThat(processed.ofOriginal())
        .isCloseTo(
            (ConsistencyLoss.processed(related, original + STEP).loss()
                    - ConsistencyLoss.processed(related, original - STEP).loss())
                / (2 * STEP),
            within(1e-5));
    var copies = ConsistencyLoss.copies(related, original);
    assertThat(copies.ofRelated())
        .isCloseTo(
            (ConsistencyLoss.copies(related + STEP, original).loss()
                    - ConsistencyLoss.copies(related - STEP, original).loss())
                / (2 * STEP),
            within(1e-5));
    assertThat(copies.ofOriginal())
        .isCloseTo(
            (ConsistencyLoss.copies(related, original + STEP).loss()
                    - ConsistencyLoss.copies(related, original - STEP).loss())
                / (2 * STEP),
            within(1e-5));
  }

  @Test
  @DisplayName("what is processed may be estimated lower, and two copies as twice one, at no loss")
  void consistentEstimatesAreNotPunished() {
    var lower = ConsistencyLoss.processed(0.3, 0.5);
    assertThat(lower.loss()).isZero();
    assertThat(lower.ofRelated()).isZero();
    assertThat(lower.ofOriginal()).isZero();
    assertThat(ConsistencyLoss.copies(1, 0.5).loss()).isZero();
    assertThat(ConsistencyLoss.processed(0.6, 0.5).loss()).isPositive();
    assertThat(ConsistencyLoss.copies(0.9, 0.5).loss()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "0, 3", "1, 2"})
  @DisplayName("the gradient by the weights equals finite differences along it")
  void gradientByTheWeights(double ranking, double consistency) {
    List<Example> batch = batch();
    var plain = new CopulaLearner(SIZE, 40);
    var learner = new CopulaLearner(SIZE, 40, ranking, consistency);
    float[] weights = learner.initialWeights(new SplittableRandom(3));
    float[] slope = difference(learner, plain, weights, batch);
    double norm = 0;
    for (float s : slope) {
      norm += (double) s * s;
    }
    norm = Math.sqrt(norm);
    double step = 3e-3 / norm; // along the slope, so that rounding to floats is lost in it
    double rise =
        loss(learner, plain, along(weights, slope, step), batch)
            - loss(learner, plain, along(weights, slope, -step), batch);
    assertThat(rise / (2 * step)).isCloseTo(norm * norm, within(0.02 * norm * norm));
  }

  /** Six datasets of one shape; some have a processed one, some copies, some both. */
  private static List<Example> batch() {
    var examples = new ArrayList<Example>();
    for (int k = 0; k < 6; k++) {
      RandomGenerator rng = RandomStreams.of(5, k);
      Dataset dataset = SMALL.draw(new Shape(30, 2, 2), rng);
      Sample sample = dataset.sample();
      examples.add(
          new CopulaExample(
              NetworkInput.of(sample, 40, rng),
              dataset.mutualInformation(),
              k % 2 == 0
                  ? Optional.of(NetworkInput.of(RelatedSamples.processed(sample, rng), 40, rng))
                  : Optional.empty(),
              k % 3 == 0
                  ? Optional.of(NetworkInput.of(RelatedSamples.copies(sample, rng), 40, rng))
                  : Optional.empty()));
    }
    return examples;
  }

  private static float[] along(float[] weights, float[] slope, double step) {
    var moved = new float[weights.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = (float) (weights[i] + step * slope[i]);
    }
    return moved;
  }

  /** What a learner's gradient has beyond that of the prediction's loss. */
  private static float[] difference(
      Learner learner, Learner plain, float[] weights, List<Example> batch) {
    var gradient = new float[learner.size()];
    var without = new float[learner.size()];
    learner.addGradient(weights, gradient, batch, 1);
    plain.addGradient(weights, without, batch, 1);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] -= without[i];
    }
    return gradient;
  }

  private static double loss(Learner learner, Learner plain, float[] weights, List<Example> batch) {
    var unused = new float[learner.size()];
    return learner.addGradient(weights, unused, batch, 1)
        - plain.addGradient(weights, unused, batch, 1);
  }

  @Test
  @DisplayName(
      "related samples keep the values and kinds of every column, in rows of another order")
  void relatedSamples() {
    var rng = new SplittableRandom(8);
    double[][] x = {
      rng.doubles(50).toArray(), IntStream.range(0, 50).mapToDouble(r -> r % 3).toArray()
    };
    double[][] y = {rng.doubles(50).toArray()};
    Sample sample =
        Sample.ofColumns(x, y)
            .withKinds(
                List.of(ColumnKind.NUMERIC, ColumnKind.NOMINAL), List.of(ColumnKind.NUMERIC));
    Sample copies = RelatedSamples.copies(sample, rng);
    assertThat(copies.xKinds())
        .containsExactly(
            ColumnKind.NUMERIC, ColumnKind.NOMINAL, ColumnKind.NUMERIC, ColumnKind.NOMINAL);
    assertThat(copies.dy()).isEqualTo(2);
    assertThat(copies.x(0)).isEqualTo(sample.x(0));
    assertThat(copies.x(2)).isNotEqualTo(sample.x(0));
    assertThat(sorted(copies.x(2))).isEqualTo(sorted(sample.x(0)));
    int row = index(copies.x(2), sample.x(0)[7]);
    assertThat(copies.y(1)[row]).isEqualTo(sample.y(0)[7]); // its rows stay rows
    Sample processed = RelatedSamples.processed(sample, rng);
    assertThat(processed.xKinds()).isEqualTo(sample.xKinds());
    assertThat(sorted(processed.x(0))).isEqualTo(sorted(sample.x(0)));
    assertThat(sorted(processed.y(0))).isEqualTo(sorted(sample.y(0)));
    assertThat(
            Arrays.equals(processed.x(0), sample.x(0))
                && Arrays.equals(processed.x(1), sample.x(1))
                && Arrays.equals(processed.y(0), sample.y(0)))
        .isFalse();
  }

  private static double[] sorted(double[] values) {
    return Arrays.stream(values).sorted().toArray();
  }

  private static int index(double[] values, double value) {
    return IntStream.range(0, values.length)
        .filter(r -> values[r] == value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName(
      "without weights, a training's words and its card are those of before there were any")
  void withoutWeightsNothingChanges() {
    assertThat(OPTIONS.result()).isNotEqualTo(OPTIONS.withConsistency(1).result());
    assertThat(OPTIONS.result())
        .endsWith("epsilon=1.0E-8, architecture=" + SIZE + "]")
        .doesNotContain("ranking", "consistency");
    assertThat(TrainingOptionsJson.of(OPTIONS).has("ranking")).isFalse();
    assertThat(TrainingOptionsJson.of(OPTIONS).has("consistency")).isFalse();
  }

  @Test
  @DisplayName("a model trained with weights has them on its card, and no other training goes on")
  void weightsAreKept() {
    Path out = folder.resolve("a.mist");
    TrainingOptions options = OPTIONS.withRanking(0.5).withConsistency(2);
    var stop = new AtomicBoolean();
    ProgressListener listener =
        ProgressListener.of(TrainingProgress.class, p -> stop.set(p.step() == 1))
            .stoppedBy(stop::get);
    Trainer trainer = Trainer.of(SMALL, options);
    trainer.start(out, listener);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trainer.of(SMALL, options.withRanking(1)).resume(out, p -> {}))
        .withMessageContaining("is the state of another training")
        .withMessageContaining("ranking=0.5, consistency=2.0");
    Checkpoint resumed = trainer.resume(out, p -> {});
    assertThat(TrainingOptions.of(resumed.card())).isEqualTo(options);
    Checkpoint whole = trainer.start(folder.resolve("b.mist"), p -> {});
    assertThat(resumed.weights()).isEqualTo(whole.weights());
  }

  @Test
  @DisplayName("a negative weight is refused, and one for a network that has no such loss")
  void refusals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.withRanking(-1))
        .withMessage("ranking must not be negative, was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.withConsistency(Double.NaN))
        .withMessage("consistency must not be negative, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Learner.of(Presets.named("line").options().withRanking(1)))
        .withMessage(
            "ranking and consistency are of copula networks and must be 0 for a network of kind"
                + " 'line', were 1.0 and 0.0");
  }
}
