package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.deep.CriticOptions.Bound;
import io.github.mist4j.deep.CriticOptions.Form;
import io.github.mist4j.deep.CriticOptions.Inputs;
import io.github.mist4j.deep.CriticOptions.Others;
import io.github.mist4j.deep.FitOptions.Activation;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CriticTest {
  private static final double STEP = 4e-3; // of weights that are floats

  private static Sample sample() {
    var rng = new SplittableRandom(3);
    var columns = new double[5][12];
    for (double[] column : columns) {
      Arrays.setAll(column, r -> rng.nextGaussian());
    }
    return Sample.ofColumns(Arrays.copyOf(columns, 2), Arrays.copyOfRange(columns, 2, 5));
  }

  static Stream<Arguments> forms() {
    return Arrays.stream(Form.values())
        .flatMap(form -> Arrays.stream(Others.values()).map(o -> Arguments.of(form, o)));
  }

  private static Critic critic(Form form) {
    FitOptions fit =
        FitOptions.withDefaults().withActivation(Activation.GELU).withWidth(7).withLayers(2);
    return form == Form.JOINT ? new JointCritic(2, 3, fit) : new SeparableCritic(2, 3, fit);
  }

  @ParameterizedTest
  @MethodSource("forms")
  @DisplayName("the gradient of the weights is that of finite differences")
  void weightsHaveTheirGradient(Form form, Others others) {
    CriticOptions options = CriticOptions.of(Bound.SMILE).withOthers(others);
    SampleMatrix columns = SampleMatrix.of(sample(), Inputs.STANDARDIZED);
    checkGradient(new CriticModel(columns, critic(form), options));
  }

  @Test
  @DisplayName("so is that of the density of Y given X")
  void densitiesHaveTheirGradient() {
    FitOptions fit =
        FitOptions.withDefaults().withActivation(Activation.GELU).withWidth(7).withLayers(1);
    int[] training = IntStream.range(0, 10).toArray();
    checkGradient(new DensityModel(SampleMatrix.withoutTiesOfY(sample(), 1), training, fit));
  }

  private static void checkGradient(RowModel model) {
    var rng = new SplittableRandom(4);
    float[] weights = model.initialWeights(rng);
    for (int w = 0; w < weights.length; w++) {
      weights[w] += (float) rng.nextDouble(-0.05, 0.05); // no layer at 0
    }
    int[] rows = {7, 2, 9, 0, 5, 11, 3, 8};
    var gradient = new float[weights.length];
    model.addGradient(weights, gradient, rows);
    for (int w = 0; w < weights.length; w += 5) {
      float at = weights[w];
      weights[w] = at + (float) STEP;
      double above = model.addGradient(weights, new float[weights.length], rows);
      weights[w] = at - (float) STEP;
      double below = model.addGradient(weights, new float[weights.length], rows);
      weights[w] = at;
      assertThat((double) gradient[w]).isCloseTo((above - below) / (2 * STEP), within(3e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  @DisplayName("a pair has the same score whichever others are scored with it")
  void scoresBelongToPairs(Form form, Others unused) {
    Critic critic = critic(form);
    float[] weights = critic.initialWeights(new SplittableRandom(4));
    SampleMatrix columns = SampleMatrix.of(sample(), Inputs.NORMAL_SCORES);
    int[] rows = IntStream.range(0, 12).toArray();
    var tape = new Tape(weights, null);
    Critic.Sides sides = critic.sides(tape, columns.x(rows), columns.y(rows));
    Pairs all = Pairs.of(12, 11);
    float[] together = critic.scores(tape, sides, all).value();
    int at = 0;
    for (Pairs part : all.parts(5)) {
      for (float score : critic.scores(tape, sides, part).value()) {
        assertThat(score).isCloseTo(together[at++], within(1e-5f));
      }
    }
    assertThat(at).isEqualTo(144);
  }

  @Test
  @DisplayName("no row is paired with itself but as its own, and none twice with another")
  void pairsAreOfDifferentRows() {
    for (int others = 1; others < 9; others++) {
      Pairs pairs = Pairs.of(9, others);
      long different =
          IntStream.range(9, pairs.count())
              .filter(p -> pairs.x()[p] != pairs.y()[p])
              .mapToObj(p -> pairs.x()[p] + "-" + pairs.y()[p])
              .distinct()
              .count();
      assertThat(different).isEqualTo(9L * others);
    }
  }

  @Test
  @DisplayName("equal values have equal inputs, and a monotone map changes none")
  void inputsFollowRanks() {
    double[] x = {3, 1, 2, 2, 5, 1, 1, 4, 9, 2, 0, 7};
    double[] y = Arrays.stream(x).map(Math::exp).toArray();
    SampleMatrix inputs =
        SampleMatrix.of(
            Sample.ofColumns(new double[][] {x}, new double[][] {y}), Inputs.NORMAL_SCORES);
    assertThat(inputs.x()[0]).isEqualTo(inputs.y()[0]);
    assertThat(inputs.x()[0][1]).isEqualTo(inputs.x()[0][5]).isLessThan(inputs.x()[0][2]);
  }

  @Test
  @DisplayName("the parts of the folds judge every row once, and share none within a fold")
  void partsCoverTheRows() {
    int[] order = IntStream.range(0, 23).toArray();
    int[] judged =
        IntStream.range(0, 5)
            .flatMap(f -> Arrays.stream(Parts.of(order, f, 5).judging()))
            .toArray();
    assertThat(judged).containsExactlyInAnyOrder(order);
    Parts parts = Parts.of(order, 1, 5);
    assertThat(
            Stream.of(parts.training(), parts.stopping(), parts.judging())
                .flatMapToInt(Arrays::stream))
        .containsExactlyInAnyOrder(Arrays.stream(order).boxed().toArray(Integer[]::new));
  }
}
