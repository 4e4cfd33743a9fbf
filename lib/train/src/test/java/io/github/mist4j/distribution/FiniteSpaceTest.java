package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of dice and coins against closed forms, tables and counts of drawn rows. */
final class FiniteSpaceTest {
  private static final double[] TWO_DICE = DoubleStream.generate(() -> 1).limit(36).toArray();

  private static double[] ofDice(IntBinaryOperator f) {
    return IntStream.range(0, 36).mapToDouble(i -> f.applyAsInt(1 + i / 6, 1 + i % 6)).toArray();
  }

  @Test
  void columnsOfTheSameDieShareItsEntropyAndOthersNothing() {
    double[] first = ofDice((a, b) -> a);
    double[] second = ofDice((a, b) -> b);
    assertThat(FiniteSpace.of(1, TWO_DICE, new double[][] {first, second}).mutualInformation())
        .isCloseTo(0, within(1e-12));
    double[] parity = ofDice((a, b) -> a % 2);
    assertThat(FiniteSpace.of(1, TWO_DICE, new double[][] {first, parity}).mutualInformation())
        .isCloseTo(Math.log(2), within(1e-12));
    double[] both = ofDice((a, b) -> 10 * b - a);
    assertThat(
            FiniteSpace.of(2, TWO_DICE, new double[][] {first, second, both}).mutualInformation())
        .isCloseTo(Math.log(36), within(1e-12));
  }

  /** H(a + b) less the entropy of the other die. */
  @Test
  void sumOfTwoDiceTellsOfOneWhatItsEntropyLeaves() {
    double[] chances = IntStream.rangeClosed(2, 12).mapToDouble(s -> 6 - Math.abs(s - 7)).toArray();
    double entropy = Arrays.stream(chances).map(c -> -c / 36 * Math.log(c / 36)).sum();
    double[][] columns = {ofDice((a, b) -> a), ofDice((a, b) -> a + b)};
    assertThat(FiniteSpace.of(1, TWO_DICE, columns).mutualInformation())
        .isCloseTo(entropy - Math.log(6), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void outcomesAreThoseOfATable(int seed) {
    var rng = new SplittableRandom(seed);
    int levels = 2 + rng.nextInt(4);
    var table = new double[levels][levels];
    var weights = new double[levels * levels];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = rng.nextInt(4) == 0 ? 0 : 5 * rng.nextDouble();
      table[i / levels][i % levels] = weights[i];
    }
    double[] x = IntStream.range(0, weights.length).map(i -> i / levels).asDoubleStream().toArray();
    double[] y = IntStream.range(0, weights.length).map(i -> i % levels).asDoubleStream().toArray();
    assertThat(FiniteSpace.of(1, weights, new double[][] {x, y}).mutualInformation())
        .isCloseTo(ContingencyTable.of(table).mutualInformation(), within(1e-12));
  }

  @Test
  void rowsComeAsOftenAsTheirOutcomesWeigh() {
    double[] weights = {1, 0, 2, 5};
    double[][] columns = {{0, 9, 1, 1}, {0, 9, 0, 3}};
    int n = 40_000;
    Sample sample = FiniteSpace.of(1, weights, columns).sample(n, new SplittableRandom(5));
    Map<List<Double>, Integer> counts = new HashMap<>();
    for (int r = 0; r < n; r++) {
      counts.merge(List.of(sample.x(0)[r], sample.y(0)[r]), 1, Integer::sum);
    }
    assertThat(counts).containsOnlyKeys(List.of(0.0, 0.0), List.of(1.0, 0.0), List.of(1.0, 3.0));
    assertThat(counts.get(List.of(1.0, 0.0)) / (double) n).isCloseTo(0.25, within(0.01));
    assertThat(counts.get(List.of(1.0, 3.0)) / (double) n).isCloseTo(0.625, within(0.01));
  }

  @Test
  void aSpreadColumnHasADensityBetweenItsLevels() {
    double[][] columns = {{-4, 7, 7, 100}, {0, 0, 1, 1}};
    FiniteSpace law = FiniteSpace.of(1, new double[] {1, 1, 1, 1}, columns);
    FiniteSpace spread = law.spread(true, false);
    assertThat(spread.mutualInformation()).isEqualTo(law.mutualInformation());
    Sample sample = spread.sample(3000, new SplittableRandom(6));
    assertThat(Arrays.stream(sample.x(0)).distinct().count()).isEqualTo(3000);
    assertThat(Arrays.stream(sample.y(0)).distinct().count()).isEqualTo(2);
    for (int r = 0; r < 3000; r++) {
      double level = Math.floor(sample.x(0)[r]);
      assertThat(level).isBetween(0.0, 2.0);
      if (level != 1) {
        assertThat(sample.y(0)[r]).isEqualTo(level / 2);
      }
    }
  }

  @Test
  void whatIsNoSpaceIsRefused() {
    double[] two = {1, 1};
    double[] values = {0, 1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FiniteSpace.of(2, two, new double[][] {values, values}))
        .withMessage("dx must be from 1 to 1, was 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FiniteSpace.of(1, two, new double[][] {values, {1}}))
        .withMessage("column 1 must have a value for each of 2 outcomes, had 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FiniteSpace.of(1, two, new double[][] {values, {1, Double.NaN}}))
        .withMessage("column 1 has a value that is not finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FiniteSpace.of(1, new double[] {1, -1}, new double[][] {values, values}))
        .withMessage("a weight must not be negative, was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FiniteSpace.of(1, new double[2], new double[][] {values, values}))
        .withMessage("weights must not all be 0");
    FiniteSpace law = FiniteSpace.of(1, two, new double[][] {values, values});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> law.spread(true))
        .withMessage("spread must say yes or no for each of 2 columns, had 1");
  }
}
