package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Curve;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Margin;
import io.github.mist4j.distribution.Noise;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Recording;
import io.github.mist4j.distribution.Regression;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shipped model says of columns as people's tables have them. */
final class EverydayColumnsTest {
  private static final MutualInformationEstimator MIST = Checkpoint.shipped().estimator();
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final Distribution NOTHING = new Normal(Dispersion.identity(1, 1));
  private static final Margin AGE =
      new Margin("age", z -> 18 + 72 * NORMAL.cumulativeProbability(z), Recording.rounded(1));
  private static final Margin COUNT =
      new Margin("count", EverydayColumnsTest::count, Recording.rounded(1));

  private static double count(double z) {
    return GammaDistribution.of(0.5, 9)
        .inverseCumulativeProbability(NORMAL.cumulativeProbability(z));
  }

  private static Margin price(double step, double zeros) {
    return new Margin("price", z -> 20 * Math.exp(z), Recording.rounded(step).inflated(0, zeros));
  }

  private static Margin tenths() {
    return new Margin("tenths", z -> z, Recording.rounded(0.1));
  }

  static Stream<Arguments> nothing() {
    return Stream.of(
        Arguments.of("two columns of tenths", tenths(), tenths(), 1000),
        Arguments.of("zeros and ages", price(0.1, 0.6), AGE, 200),
        Arguments.of("zeros and ages", price(0.1, 0.6), AGE, 1000),
        Arguments.of("zeros and ages", price(0.1, 0.6), AGE, 5000),
        Arguments.of("zeros twice", price(0.01, 0.8), price(0.01, 0.8), 500),
        Arguments.of("counts", COUNT, COUNT, 500));
  }

  @ParameterizedTest
  @MethodSource("nothing")
  @DisplayName("columns that say nothing about each other are given nearly nothing")
  void nothingComesOfNothing(String words, Margin x, Margin y, int n) {
    Distribution law = NOTHING.throughMargins(List.of(x), List.of(y));
    double mean =
        IntStream.range(0, 10)
            .mapToDouble(seed -> MIST.estimate(law.sample(n, new SplittableRandom(seed))).value())
            .average()
            .orElseThrow();
    assertThat(mean).as(words).isBetween(0.0, n < 300 ? 0.06 : 0.03);
  }

  /** A few frequent values, and many that stand once or twice. */
  private static double[] fewAndMany(int n, double frequent, SplittableRandom rng) {
    return rng.doubles(n).map(u -> u < frequent ? Math.floor(u * 5) : Math.rint(300 * u)).toArray();
  }

  @Test
  @DisplayName("columns with a few frequent values and many rare ones are given nearly nothing")
  void nothingComesOfRareValues() {
    for (int seed = 0; seed < 10; seed++) {
      var rng = new SplittableRandom(seed);
      double[][] x = {fewAndMany(440, 0.75, rng)};
      double[][] y = {fewAndMany(440, 0.55, rng)};
      assertThat(MIST.estimate(Sample.ofColumns(x, y)).value()).isLessThan(0.1);
    }
  }

  static Stream<Arguments> something() {
    Regression line =
        Regression.of(NORMAL, Curve.line(0.75), Curve.constant(1), Noise.normal()); // ρ = 0.6
    Distribution pair = new Normal(Dispersion.dense(1, 1, 0.6));
    return Stream.of(
        Arguments.of(line.recorded(Recording.rounded(0.1), Recording.rounded(0.1)), 1000),
        Arguments.of(NOTHING.transformed(Transform.exp()).withLosses(0.7, 0, 0, 0), 1000),
        Arguments.of(pair.withRepeatedRows(0.05), 1000),
        Arguments.of(NOTHING.withRepeatedRows(0.37), 500));
  }

  @ParameterizedTest
  @MethodSource("something")
  @DisplayName("rounding, shared zeros and copies of rows are seen through")
  void dependenceIsSeen(Distribution law, int n) {
    double mean =
        IntStream.range(0, 10)
            .mapToDouble(seed -> MIST.estimate(law.sample(n, new SplittableRandom(seed))).value())
            .average()
            .orElseThrow();
    assertThat(mean).as(law.describe()).isCloseTo(law.mutualInformation(), within(0.06));
  }

  @Test
  @DisplayName("copies of rows are said")
  void copiesAreSaid() {
    Sample sample = NOTHING.withRepeatedRows(0.37).sample(500, new SplittableRandom(1));
    Estimate estimate = MIST.estimate(sample);
    assertThat(estimate.n()).isEqualTo(500);
    assertThat(estimate.warnings())
        .extracting(Warning::kind)
        .contains(Warning.Kind.ROWS_COUNTED_ONCE);
  }

  private static double price(int article) {
    return 2 + Math.rint(100 * Math.sqrt(article * 7.3)) / 100;
  }

  @Test
  @DisplayName("what follows from levels has their entropy, and nothing beside shuffled rows")
  void levelsAreCounted() {
    var rng = new SplittableRandom(12);
    int n = 4000;
    double[] price = new double[n];
    double[] quantity = new double[n];
    double[] revenue = new double[n];
    double[] odd = new double[n];
    double entropy = // of revenue; all 40 times 8 sales are as likely
        IntStream.range(0, 320)
            .boxed()
            .collect(Collectors.groupingBy(k -> price(k / 8) * (1 + k % 8), Collectors.counting()))
            .values()
            .stream()
            .mapToDouble(count -> count / 320.0 * Math.log(320.0 / count))
            .sum();
    for (int r = 0; r < n; r++) {
      int article = rng.nextInt(40);
      price[r] = price(article);
      quantity[r] = rng.nextInt(1, 9);
      revenue[r] = price[r] * quantity[r];
      odd[r] = (article + quantity[r]) % 2;
    }
    double[][] both = {price, quantity};
    Sample alone = Sample.ofColumns(new double[][] {price}, new double[][] {revenue});
    assertThat(MIST.estimate(alone).value()).isCloseTo(entropy - Math.log(8), within(0.07));
    Sample sales = Sample.ofColumns(both, new double[][] {revenue});
    assertThat(MIST.estimate(sales).value()).isCloseTo(entropy, within(0.06));
    Sample parity = Sample.ofColumns(both, new double[][] {odd});
    assertThat(MIST.estimate(parity).value()).isCloseTo(Math.log(2), within(0.01));
    int[] others = IntStream.range(0, n).map(r -> (r * 1237 + 11) % n).toArray();
    double[] shuffled = IntStream.of(others).mapToDouble(r -> odd[r]).toArray();
    Sample nothing = Sample.ofColumns(both, new double[][] {shuffled});
    assertThat(MIST.estimate(nothing).value()).isLessThan(0.01);
  }

  @Test
  @DisplayName("no estimate is above the entropy of a side whose values repeat")
  void entropyBounds() {
    for (int levels : new int[] {10, 100}) {
      double[] x = new SplittableRandom(levels).ints(5000, 0, levels).asDoubleStream().toArray();
      double[] y = Arrays.stream(x).map(v -> 7 * v % levels).toArray();
      Estimate estimate = MIST.estimate(Sample.ofColumns(new double[][] {x}, new double[][] {y}));
      Interval interval = estimate.interval().orElseThrow();
      assertThat(interval.upper()).isLessThan(1.02 * Math.log(levels));
      assertThat(estimate.value()).isBetween(interval.lower(), interval.upper());
    }
    double[] twenty = new SplittableRandom(1).ints(1000, 0, 20).asDoubleStream().toArray();
    Estimate indicators = MIST.estimate(oneHot(twenty));
    assertThat(indicators.interval().orElseThrow().upper()).isLessThan(1.05 * Math.log(10));
    assertThat(indicators.value()).isCloseTo(Math.log(10), within(0.1));
    assertThat(List.of(indicators.dx(), indicators.dy())).containsExactly(20, 10);
  }

  @Test
  @DisplayName("indicators of a name and a number that follows it are answered as the name is")
  void indicatorsAreNames() {
    var rng = new SplittableRandom(2);
    double[] name = rng.ints(1000, 0, 10).asDoubleStream().toArray();
    double[][] y = {Arrays.stream(name).map(k -> k + 0.5 * rng.nextDouble()).toArray()};
    Sample sample = Sample.ofColumns(indicators(name, 10), y);
    assertThat(MIST.estimate(sample).value()).isCloseTo(Math.log(10), within(0.05));
    double[][] none = {rng.doubles(1000).toArray()};
    assertThat(MIST.estimate(Sample.ofColumns(indicators(name, 10), none)).value())
        .isLessThan(0.02);
  }

  /** An indicator of each of 20 levels against one of each of their remainders by 10. */
  private static Sample oneHot(double[] levels) {
    return Sample.ofColumns(indicators(levels, 20), indicators(levels, 10));
  }

  private static double[][] indicators(double[] levels, int count) {
    return IntStream.range(0, count)
        .mapToObj(k -> Arrays.stream(levels).map(v -> v % count == k ? 1 : 0).toArray())
        .toArray(double[][]::new);
  }
}
