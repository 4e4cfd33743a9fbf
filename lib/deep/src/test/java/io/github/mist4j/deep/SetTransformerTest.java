package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.training.Learner.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SetTransformerTest {
  private static final Offset<Double> FORWARD = within(1e-5);
  private static final double BACKWARD = 1e-4;

  static List<Golden> cases() {
    return Golden.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("outputs of a batch of mixed sizes are those of the independent implementation")
  void outputsEqualTheGolden(Golden golden) {
    float[] outputs = golden.outputs(golden.datasets());
    for (int b = 0; b < outputs.length; b++) {
      assertThat((double) outputs[b]).isCloseTo(golden.outputs().get(b), FORWARD);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("loss and gradients are those of the independent implementation")
  void gradientsEqualTheGolden(Golden golden) {
    var learner = new SetTransformerLearner(golden.size());
    var gradient = new float[learner.size()];
    double loss = learner.addGradient(golden.weights(), gradient, golden.datasets(), 1);
    assertThat(loss).isCloseTo(golden.loss(), FORWARD);
    assertThat(gradient).hasSize(golden.gradient().size());
    for (int i = 0; i < gradient.length; i++) {
      double expected = golden.gradient().get(i);
      assertThat((double) gradient[i])
          .as("weight %d", i)
          .isCloseTo(expected, within(BACKWARD * (1 + Math.abs(expected))));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("gradients agree with finite differences along random directions")
  void gradientsAgreeWithFiniteDifferences(Golden golden) {
    var learner = new SetTransformerLearner(golden.size());
    var gradient = new float[learner.size()];
    learner.addGradient(golden.weights(), gradient, golden.datasets(), 1);
    var rng = new SplittableRandom(1);
    for (int repeat = 0; repeat < 20; repeat++) {
      double step = 1e-3;
      float[] up = golden.weights().clone();
      float[] down = golden.weights().clone();
      double slope = 0;
      for (int i = 0; i < up.length; i++) {
        double direction = rng.nextGaussian();
        up[i] += (float) (step * direction);
        down[i] -= (float) (step * direction);
        slope += gradient[i] * ((double) up[i] - down[i]) / (2 * step);
      }
      double difference =
          (learner.loss(up, golden.datasets()) - learner.loss(down, golden.datasets()))
              / (2 * step);
      assertThat(difference).isCloseTo(slope, within(5e-3 * (1 + Math.abs(slope))));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("the company of other datasets changes no answer")
  void answersDoNotDependOnTheBatch(Golden golden) {
    float[] together = golden.outputs(golden.datasets());
    for (int b = 0; b < together.length; b++) {
      float[] alone = golden.outputs(List.of(golden.datasets().get(b)));
      assertThat((double) alone[0]).isCloseTo(together[b], FORWARD);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("the order of rows changes no answer")
  void answersDoNotDependOnTheOrderOfRows(Golden golden) {
    float[] outputs = golden.outputs(golden.datasets());
    List<Example> reversed = golden.datasets().stream().map(e -> reversed((SetExample) e)).toList();
    float[] others = golden.outputs(reversed);
    for (int b = 0; b < outputs.length; b++) {
      assertThat((double) others[b]).isCloseTo(outputs[b], FORWARD);
    }
  }

  private static Example reversed(SetExample example) {
    var order = new ArrayList<Integer>();
    for (int r = 0; r < example.columns().n(); r++) {
      order.add(r);
    }
    Collections.reverse(order);
    int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
    return new SetExample(
        example.columns().rows(rows), example.truth(), Optional.empty(), example.level(), 1);
  }

  @Test
  @DisplayName("the presets have the published numbers of weights, within 3%")
  void presetsHaveThePublishedSizes() {
    assertThat(SetTransformerArchitecture.paper().weights()).isBetween(5_335_000, 5_665_000);
    assertThat(SetTransformerArchitecture.middle().weights()).isBetween(970_000, 1_030_000);
    assertThat(SetTransformerArchitecture.small().weights()).isBetween(242_500, 257_500);
  }

  @Test
  @DisplayName("exponential and GELU are exact to 3e-6")
  void functionsAreExact() {
    for (double x = 0; x < 100; x += 0.01) {
      assertThat((double) Elementwise.expOfMinus((float) x))
          .isCloseTo(Math.exp(-(float) x), within(3e-6));
    }
    float[] v = new float[4001];
    for (int i = 0; i < v.length; i++) {
      v[i] = (i - 2000) / 200f;
    }
    var y = new float[v.length];
    var slope = new float[v.length];
    var ones = new float[v.length];
    Arrays.fill(ones, 1);
    Elementwise.gelu(y, v);
    Elementwise.addGeluGradient(slope, v, ones);
    var normal = org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1);
    for (int i = 0; i < v.length; i++) {
      double below = normal.cumulativeProbability(v[i]);
      assertThat((double) y[i]).isCloseTo(v[i] * below, within(3e-6));
      assertThat((double) slope[i]).isCloseTo(below + v[i] * normal.density(v[i]), within(3e-6));
    }
  }
}
