package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.Digamma;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ClassicalEstimatorsTest {
  private static final MutualInformationEstimator KSG = new Ksg();
  private static final MutualInformationEstimator SECOND =
      new Ksg(KsgOptions.withDefaults().withAlgorithm(KsgOptions.Algorithm.SECOND));
  private static final MutualInformationEstimator GAUSSIAN = new GaussianCopula();
  private static final MutualInformationEstimator EQUAL_WIDTH =
      new Histogram(HistogramOptions.withDefaults().withBins(HistogramOptions.Bins.EQUAL_WIDTH));
  private static final MutualInformationEstimator ADAPTIVE =
      new Histogram(HistogramOptions.withDefaults().withBins(HistogramOptions.Bins.ADAPTIVE));
  private static final Distribution TWO_BY_THREE =
      ContingencyTable.of(new double[][] {{4, 2, 1}, {1, 2, 5}});
  private static final Distribution FOUR_SQUARES =
      ContingencyTable.of(new double[][] {{4, 1}, {1, 4}}).spread();

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(KSG, new Normal(Dispersion.dense(1, 1, 0.75)), 400, 0.01),
        Arguments.of(KSG, new Normal(Dispersion.identity(2, 3)), 400, 0.01),
        Arguments.of(GAUSSIAN, new Normal(Dispersion.dense(1, 1, 0.75)), 100, 0.02),
        Arguments.of(GAUSSIAN, new Normal(Dispersion.dense(4, 6, 0.5)), 100, 0.03),
        Arguments.of(GAUSSIAN, new Normal(Dispersion.identity(8, 8)), 60, 0.02),
        Arguments.of(SECOND, new Normal(Dispersion.dense(1, 1, 0.75)), 400, 0.02),
        Arguments.of(SECOND, new Normal(Dispersion.identity(2, 1)), 400, 0.02),
        Arguments.of(new Cca(), new Normal(Dispersion.dense(1, 1, 0.75)), 100, 0),
        Arguments.of(new Cca(), new Normal(Dispersion.dense(4, 6, 0.5)), 100, 0),
        Arguments.of(new KernelDensity(), new Normal(Dispersion.dense(1, 1, 0.75)), 400, 0.02),
        Arguments.of(new KernelDensity(), new Normal(Dispersion.dense(2, 1, 0.5)), 400, 0.04),
        Arguments.of(new Histogram(), TWO_BY_THREE, 200, 0),
        Arguments.of(new Histogram(), new Normal(Dispersion.identity(1, 1)), 400, 0.002),
        Arguments.of(EQUAL_WIDTH, TWO_BY_THREE, 200, 0),
        Arguments.of(ADAPTIVE, FOUR_SQUARES, 1000, 0.01),
        Arguments.of(ADAPTIVE, new Normal(Dispersion.identity(1, 1)), 1000, 0.01));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("the mean over samples is the closed form within 4 standard errors and a small bias")
  void meanIsTheClosedForm(
      MutualInformationEstimator estimator, Distribution law, int n, double bias) {
    double[] values =
        IntStream.range(0, 100)
            .mapToDouble(k -> estimator.estimate(law.sample(n, new SplittableRandom(k))).value())
            .toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(square / values.length / (values.length - 1));
    assertThat(mean).isCloseTo(law.mutualInformation(), within(bias + 4 * error));
  }

  @Test
  @DisplayName("KSG is what its definition says, computed by sorting all distances")
  void ksgFollowsItsDefinition() {
    for (int seed = 0; seed < 20; seed++) {
      int k = 1 + seed % 5;
      Sample sample =
          new Normal(Dispersion.dense(2, 3, 0.4)).sample(30 + seed, new SplittableRandom(seed));
      assertThat(new Ksg(KsgOptions.withDefaults().withNeighbours(k)).estimate(sample).value())
          .isCloseTo(byDefinition(sample, k), within(1e-12));
    }
  }

  private static double byDefinition(Sample sample, int k) {
    int n = sample.n();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int row = i;
      double[] x = distances(IntStream.range(0, 2).mapToObj(sample::x).toList(), row, n);
      double[] y = distances(IntStream.range(0, 3).mapToObj(sample::y).toList(), row, n);
      double[] joint = IntStream.range(0, n).mapToDouble(r -> Math.max(x[r], y[r])).toArray();
      double radius = Arrays.stream(joint).sorted().toArray()[k]; // the row itself is the first
      int inX = (int) IntStream.range(0, n).filter(r -> r != row && x[r] < radius).count();
      int inY = (int) IntStream.range(0, n).filter(r -> r != row && y[r] < radius).count();
      sum += Digamma.value(inX + 1) + Digamma.value(inY + 1);
    }
    return Digamma.value(k) + Digamma.value(n) - sum / n;
  }

  private static double[] distances(java.util.List<double[]> columns, int row, int n) {
    return IntStream.range(0, n)
        .mapToDouble(
            r -> columns.stream().mapToDouble(c -> Math.abs(c[r] - c[row]) / sd(c)).max().orElse(0))
        .toArray();
  }

  private static double sd(double[] column) {
    double mean = Arrays.stream(column).average().orElseThrow();
    return Math.sqrt(Arrays.stream(column).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  @Test
  @DisplayName("the Gaussian copula does not change under monotone maps of a column")
  void gaussianCopulaSeesRanksOnly() {
    Distribution law = new Normal(Dispersion.dense(2, 2, 0.5));
    Sample plain = law.sample(50, new SplittableRandom(1));
    Sample bent = law.transformed(Transform.halfCube()).sample(50, new SplittableRandom(1));
    assertThat(GAUSSIAN.estimate(bent).value())
        .isCloseTo(GAUSSIAN.estimate(plain).value(), within(1e-12));
  }

  @Test
  @DisplayName("the permutation test tells dependence from independence and can be repeated")
  void permutationTestTellsDependence() {
    EstimateOptions options = EstimateOptions.withDefaults().withPermutations(99);
    Sample dependent = new Normal(Dispersion.dense(1, 1, 0.75)).sample(60, new SplittableRandom(1));
    Sample not = new Normal(Dispersion.identity(1, 1)).sample(60, new SplittableRandom(1));
    for (MutualInformationEstimator estimator : new MutualInformationEstimator[] {KSG, GAUSSIAN}) {
      IndependenceTest test = estimator.estimate(dependent, options).independence().orElseThrow();
      assertThat(test.pValue()).isEqualTo(0.01);
      assertThat(estimator.estimate(dependent, options).independence()).hasValue(test);
      assertThat(estimator.estimate(not, options).independence().orElseThrow().pValue())
          .isGreaterThan(0.01);
    }
  }

  @Test
  @DisplayName("what an estimator cannot serve is refused in one sentence")
  void refusals() {
    var rng = new SplittableRandom(1);
    Sample wide = new Normal(Dispersion.identity(6, 5)).sample(12, rng);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cca().estimate(wide))
        .withMessage("method cca needs more than dx + dy + 1 = 12 rows, had 12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KernelDensity().estimate(wide))
        .withMessage("method kde needs more than dx + dy + 1 = 12 rows, had 12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Histogram().estimate(wide))
        .withMessage(
            "method histogram needs 5 rows a cell, which 11 columns of two bins each do not have in"
                + " 12 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ksg(KsgOptions.withDefaults().withNeighbours(12)).estimate(wide))
        .withMessage("method ksg needs more rows than k = 12, had 12");
    double[] column = rng.doubles(20).toArray();
    Sample same = Sample.ofColumns(new double[][] {column}, new double[][] {column});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GAUSSIAN.estimate(same))
        .withMessage(
            "method gaussian-copula needs columns of which none is determined by the others");
  }

  @Test
  @DisplayName("too few rows for the columns: the Gaussian copula shrinks and says so")
  void tooFewRowsAreShrunk() {
    Sample wide = new Normal(Dispersion.identity(6, 5)).sample(12, new SplittableRandom(1));
    Estimate estimate = GAUSSIAN.estimate(wide);
    assertThat(estimate.value()).isBetween(0.0, 3.0);
    assertThat(estimate.warnings())
        .extracting(Warning::sentence)
        .containsExactly(
            "only 12 rows for 11 columns: correlations are shrunk towards 0, and the bias stays");
  }

  @Test
  @DisplayName("KSG warns of neighbours far away, of values near its most, and of ties")
  void ksgWarns() {
    var rng = new SplittableRandom(2);
    Sample wide = new Normal(Dispersion.identity(6, 5)).sample(100, rng);
    assertThat(KSG.estimate(wide).warnings())
        .singleElement()
        .asString()
        .startsWith("the nearest 4 of 100 rows in 11 columns reach ");
    double[] x = rng.doubles(200).toArray();
    double[] y = Arrays.stream(x).map(v -> v + 1e-9 * Math.sin(v)).toArray();
    assertThat(KSG.estimate(Sample.ofColumns(new double[][] {x}, new double[][] {y})).warnings())
        .singleElement()
        .asString()
        .startsWith("the estimate is near 4.0 nats, the most that 4 neighbours among 200 rows");
    assertThat(KSG.estimate(TWO_BY_THREE.sample(200, rng)).warnings())
        .anySatisfy(
            w -> assertThat(w.sentence()).startsWith("column 'x1' has many ties, about 2 levels"));
  }

  @Test
  @DisplayName("intervals from half samples scatter as the estimates do")
  void intervalsAreAsWideAsTheScatter() {
    Distribution law = new Normal(Dispersion.dense(1, 1, 0.6));
    var options = EstimateOptions.withDefaults().withHalves(100).withLevel(0.6826895);
    for (MutualInformationEstimator estimator : new MutualInformationEstimator[] {KSG, GAUSSIAN}) {
      double[] values = new double[100];
      double width = 0;
      for (int k = 0; k < values.length; k++) {
        Estimate e = estimator.estimate(law.sample(200, new SplittableRandom(k)), options);
        values[k] = e.value();
        Interval interval = e.interval().orElseThrow();
        width += (interval.upper() - interval.lower()) / 2 / values.length;
      }
      double mean = Arrays.stream(values).average().orElseThrow();
      double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      double scatter = Math.sqrt(square / (values.length - 1));
      // the standard error of a standard deviation of 100 values is 7%; halves are a little wider
      assertThat(width / scatter).isBetween(0.72, 1.5);
    }
  }

  @Test
  @DisplayName("rows that remember: shuffling rows rejects independence too often, blocks do not")
  void blocksKeepTheMemoryOfRows() {
    int alone = 0;
    int inBlocks = 0;
    int repeats = 60;
    for (int seed = 0; seed < repeats; seed++) {
      var rng = new SplittableRandom(seed);
      Sample series =
          Sample.ofColumns(new double[][] {walk(400, rng)}, new double[][] {walk(400, rng)});
      var options = EstimateOptions.withDefaults().withPermutations(99);
      alone += p(series, options) <= 0.05 ? 1 : 0;
      inBlocks += p(series, options.withBlockLength(50)) <= 0.05 ? 1 : 0;
    }
    assertThat(alone).isGreaterThan(repeats / 4);
    assertThat((double) inBlocks).isLessThan(0.05 * repeats + 4 * Math.sqrt(0.05 * 0.95 * repeats));
  }

  private static double p(Sample sample, EstimateOptions options) {
    return GAUSSIAN.estimate(sample, options).independence().orElseThrow().pValue();
  }

  /** An autoregressive series with a memory of some ten rows. */
  private static double[] walk(int n, SplittableRandom rng) {
    var series = new double[n];
    for (int r = 1; r < n; r++) {
      series[r] = 0.9 * series[r - 1] + rng.nextGaussian();
    }
    return series;
  }

  @Test
  @DisplayName("blocks that leave fewer than five are refused")
  void longBlocksAreRefused() {
    Sample sample = new Normal(Dispersion.identity(1, 1)).sample(100, new SplittableRandom(1));
    var options = EstimateOptions.withDefaults().withPermutations(9).withBlockLength(30);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GAUSSIAN.estimate(sample, options))
        .withMessage(
            "blocks of 30 rows are too long for 100 rows: there must be at least 5 of them");
  }
}
