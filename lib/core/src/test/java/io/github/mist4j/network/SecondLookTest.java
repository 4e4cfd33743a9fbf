package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.Families;
import io.github.mist4j.meta.IntRange;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.meta.Mixture;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.training.Checkpoint;
import io.github.mist4j.training.Trainer;
import io.github.mist4j.training.TrainingOptions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class SecondLookTest {
  private static final CopulaArchitecture SIZE = CopulaArchitecture.withDefaults();

  /** The shipped model's weights as its training left them. */
  private static float[] untaught() {
    float[] weights = ((MistEstimator) Checkpoint.shipped().estimator()).weights();
    var network = new CopulaNetwork(SIZE);
    Arrays.fill(weights, network.look().at(), network.shift().at() + 1, 0);
    return weights;
  }

  private static Look look(Distribution law, int n, long seed) {
    Copula copula =
        Copula.of(law.sample(n, new SplittableRandom(seed)), new SplittableRandom(seed));
    return Look.at(copula, IntStream.range(0, n).toArray());
  }

  @Test
  @DisplayName("noise columns are left out, dependent ones kept, whichever side is X")
  void looksAgainAtTheColumnsThatDepend() {
    Distribution pairs = new Normal(Dispersion.sparse(2, 2, 2, 1.5));
    Distribution wide = pairs.withNoiseColumns(8, 6);
    int kept = 0;
    for (int seed = 0; seed < 20; seed++) {
      Look look = look(wide, 300, seed);
      SecondLook again = look.again().orElseThrow();
      assertThat(again.features().dx()).isBetween(2, 7);
      assertThat(again.features().dy()).isBetween(2, 6);
      SecondLook swapped = look.swapped().again().orElseThrow();
      assertThat(swapped.features().dx()).isEqualTo(again.features().dy());
      assertThat(swapped.evidence()).containsExactly(again.evidence(), within(1e-9));
      kept += again.features().dx() + again.features().dy();
    }
    assertThat(kept / 20.0).isBetween(4.0, 4 + 14 * 0.4); // a fifth of the noise at the most
    assertThat(look(pairs, 300, 1).again()).isEmpty();
    assertThat(look(new Normal(Dispersion.identity(1, 1)), 300, 1).again()).isEmpty();
  }

  @Test
  @DisplayName("an estimate says what the second look alone says, and at how many columns")
  void estimatesSayWhatTheSecondLookSays() {
    Distribution pair = new Normal(Dispersion.dense(1, 1, 0.7));
    Sample sample = pair.withNoiseColumns(5, 5).sample(400, new SplittableRandom(3));
    Estimate estimate = Checkpoint.shipped().estimator().estimate(sample);
    Estimate.Comparison second = estimate.comparisons().get(2);
    assertThat(second.method()).matches("a second look at [1-5] \\+ [1-5] columns");
    assertThat(second.value()).isCloseTo(pair.mutualInformation(), within(0.1));
    Sample alone = pair.sample(400, new SplittableRandom(3));
    assertThat(Checkpoint.shipped().estimator().estimate(alone).comparisons()).hasSize(2);
  }

  @Test
  @DisplayName("a lesson lowers the error among noise columns, and its intervals hold")
  void lessonsHelp() {
    MetaDistribution among =
        MetaDistribution.of("among", Families.named("regression"), Families.named("mixture_class"))
            .withShapes(new Shapes(150, 400, new IntRange(5, 8), new IntRange(5, 8), 0));
    float[] before = untaught();
    var calls = new AtomicInteger();
    float[] after =
        SecondLookLesson.taught(SIZE, before, among, 1, 400, done -> calls.incrementAndGet());
    assertThat(calls).hasValue(400);
    double[] errors = new double[2];
    int held = 0;
    int below = 0;
    int count = 200;
    var network = new CopulaNetwork(SIZE);
    for (int i = 0; i < count; i++) {
      Dataset dataset = among.draw(2, i);
      Copula copula = Copula.of(dataset.sample(), new SplittableRandom(i));
      Look look = Look.at(copula, IntStream.range(0, copula.n()).toArray());
      for (int k = 0; k < 2; k++) {
        Head.Answer answer =
            new TwoLooks(network, k == 0 ? before : after)
                .inBothOrders(List.of(look), new Buffers())
                .get(0)
                .answer();
        errors[k] += Math.abs(answer.value() - dataset.mutualInformation()) / count;
        boolean inside =
            answer.quantile(0.05) <= dataset.mutualInformation()
                && dataset.mutualInformation() <= answer.quantile(0.95);
        held += k == 1 && inside ? 1 : 0;
        below += k == 1 && dataset.mutualInformation() <= answer.quantile(0.5) ? 1 : 0;
      }
    }
    assertThat(errors[1]).isLessThan(0.9 * errors[0]);
    assertThat(held).isBetween(165, 195);
    assertThat(below).isBetween(80, 120);
  }

  @Test
  @DisplayName("a lesson is refused to other networks, other distributions, and without cases")
  void lessonsAreRefused() {
    Checkpoint model = Checkpoint.shipped();
    var other = Trainer.of(MetaDistributions.elliptical(), TrainingOptions.withDefaults());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.withSecondLook(model, 10, done -> {}))
        .withMessage(
            "a second look is learnt from what a model was trained on, %s was not trained on"
                + " 'elliptical'",
            model.card().name());
    MetaDistribution smaller =
        ((Mixture) MetaDistributions.full()).withShapes(new Shapes(10, 20, 4, 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Trainer.of(smaller, TrainingOptions.withDefaults())
                    .withSecondLook(model, 10, done -> {}))
        .withMessage(
            "a second look is learnt from what a model was trained on, %s was trained on another"
                + " 'full' than this one",
            model.card().name());
    MetaDistribution pairs =
        MetaDistribution.of("pairs", Families.named("regression"))
            .withShapes(new Shapes(50, 60, new IntRange(1, 1), new IntRange(1, 1), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SecondLookLesson.taught(SIZE, new float[SIZE.weights()], pairs, 1, 20, done -> {}))
        .withMessage(
            "a second look is learnt from 100 datasets or more with columns that show no"
                + " dependence, 0 of 20 had some");
  }
}
