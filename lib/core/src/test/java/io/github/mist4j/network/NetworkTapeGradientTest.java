package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient of every operation of the tape against central finite differences. */
final class NetworkTapeGradientTest {
  private static final int CHANNELS = 5;
  private static final GroupAxis AXIS = new GroupAxis(3, 4, 2);
  private static final GroupAxis LONG_AXIS =
      new GroupAxis(2, 81, 1); // more rows than a tile, not a multiple
  private static final float STEP = 1e-2f;
  private static final float KINK_STEP = 2e-3f; // a maximum has kinks: nearer points, more rounding

  private static final WeightLayout LAYOUT = new WeightLayout();
  private static final WeightLayout.Linear FEED = LAYOUT.linear("feed", 3, CHANNELS);
  private static final WeightLayout.Linear SMALL = LAYOUT.linear("small", 3, CHANNELS);
  private static final WeightLayout.Linear LINEAR = LAYOUT.linear("linear", CHANNELS, 7);
  private static final WeightLayout.Linear TERM = LAYOUT.term("term", CHANNELS, 7);
  private static final WeightLayout.Norm NORM = LAYOUT.norm("norm", CHANNELS);

  /** Each takes what a linear layer made of data, so that a gradient reaches weights through it. */
  static Stream<Arguments> operations() {
    return Stream.of(
        operation("linear", AXIS, (tape, x) -> tape.linear(LINEAR, x)),
        operation("linear over tiles", LONG_AXIS, (tape, x) -> tape.linear(LINEAR, x)),
        operation("term", AXIS, (tape, x) -> tape.linear(TERM, x)),
        operation("activate", AXIS, NetworkTape::activate),
        operation("normalize", AXIS, (tape, x) -> tape.normalize(NORM, x)),
        operation("plus", AXIS, (tape, x) -> tape.plus(x, tape.activate(x))),
        operation("mean", AXIS, (tape, x) -> tape.mean(x, AXIS)),
        operation("mean of neighbours", LONG_AXIS, (tape, x) -> tape.mean(x, LONG_AXIS)),
        operation("sum", AXIS, (tape, x) -> tape.sum(x, AXIS, 0.3f)),
        operation("max", AXIS, (tape, x) -> tape.max(x, AXIS)),
        operation("max of neighbours", LONG_AXIS, (tape, x) -> tape.max(x, LONG_AXIS)),
        operation("concat", AXIS, (tape, x) -> NetworkTape.concat(tape.activate(x), x)),
        operation("plusGroups", AXIS, NetworkTapeGradientTest::plusGroups),
        operation("plusGroups of neighbours", LONG_AXIS, NetworkTapeGradientTest::plusGroupsLong));
  }

  private static Arguments operation(
      String name, GroupAxis axis, BiFunction<NetworkTape, Activations, Activations> operation) {
    return Arguments.of(name, axis, operation);
  }

  private static Activations plusGroups(NetworkTape tape, Activations x) {
    return tape.plusGroups(tape.activate(x), groups(tape, AXIS), AXIS);
  }

  private static Activations plusGroupsLong(NetworkTape tape, Activations x) {
    return tape.plusGroups(tape.activate(x), groups(tape, LONG_AXIS), LONG_AXIS);
  }

  private static Activations groups(NetworkTape tape, GroupAxis axis) {
    return tape.linear(SMALL, data(3, axis.groups(), 5));
  }

  private static Activations data(int channels, int rows, long seed) {
    var rng = new Random(seed);
    var value = new float[channels][rows];
    for (float[] column : value) {
      for (int r = 0; r < rows; r++) {
        column[r] = (float) rng.nextGaussian();
      }
    }
    return new Activations(value, null, rows);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  @DisplayName("gradients equal finite differences")
  void gradientEqualsFiniteDifferences(
      String name, GroupAxis axis, BiFunction<NetworkTape, Activations, Activations> operation) {
    float step = name.startsWith("max") ? KINK_STEP : STEP;
    var rng = new Random(1);
    var weights = new float[LAYOUT.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) rng.nextGaussian();
    }
    var gradient = new float[weights.length];
    var tape = new NetworkTape(weights, gradient, new Buffers());
    Activations y = operation.apply(tape, tape.linear(FEED, data(3, axis.rows(), 3)));
    float[][] slope = data(y.channels(), y.rows(), 4).value();
    for (int c = 0; c < y.channels(); c++) {
      for (int r = 0; r < y.rows(); r++) {
        y.gradient()[c][r] += slope[c][r]; // the loss is Σ slope·y
      }
    }
    tape.backward();
    int moved = 0;
    for (int i = 0; i < weights.length; i++) {
      double numeric = difference(weights, i, step, axis, operation, slope);
      assertThat((double) gradient[i])
          .as("weight %d", i)
          .isCloseTo(numeric, within(2e-3 * Math.max(1, Math.abs(numeric))));
      moved += Math.abs(numeric) > 1e-3 ? 1 : 0;
    }
    assertThat(moved).as("weights that matter").isGreaterThan(CHANNELS);
  }

  /** Five-point central difference, whose error falls with the fourth power of the step. */
  private static double difference(
      float[] weights,
      int i,
      float step,
      GroupAxis axis,
      BiFunction<NetworkTape, Activations, Activations> operation,
      float[][] slope) {
    double near =
        loss(weights, i, step, axis, operation, slope)
            - loss(weights, i, -step, axis, operation, slope);
    double far =
        loss(weights, i, 2 * step, axis, operation, slope)
            - loss(weights, i, -2 * step, axis, operation, slope);
    return (8 * near - far) / (12 * step);
  }

  private static double loss(
      float[] weights,
      int i,
      float shift,
      GroupAxis axis,
      BiFunction<NetworkTape, Activations, Activations> operation,
      float[][] slope) {
    float[] shifted = weights.clone();
    shifted[i] += shift;
    var tape = new NetworkTape(shifted, null, new Buffers());
    Activations y = operation.apply(tape, tape.linear(FEED, data(3, axis.rows(), 3)));
    double sum = 0;
    for (int c = 0; c < y.channels(); c++) {
      for (int r = 0; r < y.rows(); r++) {
        sum += (double) slope[c][r] * y.value()[c][r];
      }
    }
    return sum;
  }
}
