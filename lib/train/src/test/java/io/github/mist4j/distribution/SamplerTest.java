package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Margins by Kolmogorov–Smirnov and χ², correlations and means within 4 standard errors. */
final class SamplerTest {
  private static final int ROWS = 20_000;
  private static final double UNLIKELY = 1e-4;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static Sample drawn(Distribution law) {
    return law.sample(ROWS, new SplittableRandom(11));
  }

  private static void assertMargin(double[] column, ContinuousDistribution law) {
    assertMargin(column, law::cumulativeProbability);
  }

  private static void assertMargin(double[] column, DoubleUnaryOperator below) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    double most = 0;
    for (int i = 0; i < sorted.length; i++) {
      double p = below.applyAsDouble(sorted[i]);
      most = Math.max(most, Math.max(p - i / (double) ROWS, (i + 1) / (double) ROWS - p));
    }
    double bound = Math.sqrt(-Math.log(UNLIKELY / 2) / 2 / ROWS); // Kolmogorov's first term
    assertThat(most).isLessThan(bound);
  }

  private static double correlation(double[] a, double[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    double ma = Arrays.stream(a).average().orElseThrow();
    double mb = Arrays.stream(b).average().orElseThrow();
    for (int r = 0; r < a.length; r++) {
      ab += (a[r] - ma) * (b[r] - mb);
      aa += (a[r] - ma) * (a[r] - ma);
      bb += (b[r] - mb) * (b[r] - mb);
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void ellipticalMarginsAndCorrelationsAreTheirLaws() {
    Sample normal = drawn(new Normal(Dispersion.dense(2, 3, 0.4)));
    for (int c = 0; c < 3; c++) {
      assertMargin(normal.y(c), NORMAL);
      assertThat(correlation(normal.x(1), normal.y(c)))
          .isCloseTo(0.4, within(4 * (1 - 0.16) / Math.sqrt(ROWS)));
    }
    Sample student = drawn(new Student(Dispersion.identity(2, 2), 2.5));
    assertMargin(student.x(1), TDistribution.of(2.5));
    assertMargin(student.y(0), TDistribution.of(2.5));
  }

  @Test
  void additiveNoiseHasUniformXAndUniformDifferences() {
    Sample sample = drawn(AdditiveNoise.of(0.3, 2));
    assertMargin(sample.x(1), UniformContinuousDistribution.of(0, 1));
    double[] noise =
        IntStream.range(0, ROWS).mapToDouble(r -> sample.y(1)[r] - sample.x(1)[r]).toArray();
    assertMargin(noise, UniformContinuousDistribution.of(-2, 2));
    assertThat(correlation(noise, sample.x(1))).isCloseTo(0, within(4 / Math.sqrt(ROWS)));
  }

  static Stream<Noise> noises() {
    return Stream.of(Noise.normal(), Noise.laplace(), Noise.uniform());
  }

  @ParameterizedTest
  @MethodSource("noises")
  void regressionErrorsHaveTheLawOfTheNoiseAndAreIndependentOfX(Noise noise) {
    var sigma = new Curve("1 + x²", x -> 1 + x * x);
    Sample sample = drawn(Regression.of(NORMAL, Curve.absolute(2), sigma, noise));
    double[] x = sample.x(0);
    double[] y = sample.y(0);
    double[] errors =
        IntStream.range(0, ROWS)
            .mapToDouble(r -> (y[r] - 2 * Math.abs(x[r])) / (1 + x[r] * x[r]))
            .toArray();
    assertMargin(x, NORMAL);
    assertMargin(errors, noise.law());
    assertThat(correlation(errors, x)).isCloseTo(0, within(4 / Math.sqrt(ROWS)));
    double squares = Arrays.stream(errors).map(e -> e * e).sum() / ROWS;
    assertThat(squares).as("variance 1").isCloseTo(1, within(4 * Math.sqrt(5.0 / ROWS)));
  }

  @Test
  void everyCellOfATableIsMetAsOftenAsItSays() {
    double[][] p = {{1, 2, 0}, {3, 1, 1}};
    Sample sample = drawn(ContingencyTable.of(p));
    var counts = new int[6];
    for (int r = 0; r < ROWS; r++) {
      counts[3 * (int) sample.x(0)[r] + (int) sample.y(0)[r]]++;
    }
    assertThat(counts[2]).isZero();
    assertChiSquare(
        new int[] {counts[0], counts[1], counts[3], counts[4], counts[5]}, 1, 2, 3, 1, 1);
  }

  @Test
  void levelsOfAResponseAreMetAsOftenAsTheySayAtEveryX() {
    var response = Response.binomial(3, 0.3, 1.2);
    Sample sample = drawn(DiscreteResponse.of(NORMAL, response));
    var expected = new double[4];
    var counts = new int[4];
    for (int r = 0; r < ROWS; r++) {
      if (sample.x(0)[r] > 0.5) {
        double yes = 1 / (1 + Math.exp(-0.3 - 1.2 * sample.x(0)[r]));
        for (int k = 0; k < 4; k++) {
          double ways = k == 0 || k == 3 ? 1 : 3;
          expected[k] += ways * Math.pow(yes, k) * Math.pow(1 - yes, 3 - k);
        }
        counts[(int) sample.y(0)[r]]++;
      }
    }
    assertChiSquare(counts, expected);
    double[] poisson = drawn(DiscreteResponse.of(NORMAL, Response.poisson(0.7, 0.4))).y(0);
    double mean = Math.exp(0.7 + 0.08); // E exp(a + bx) = exp(a + b²/2)
    double variance = mean + mean * mean * Math.expm1(0.16);
    assertThat(Arrays.stream(poisson).average().orElseThrow())
        .isCloseTo(mean, within(4 * Math.sqrt(variance / ROWS)));
  }

  @Test
  void mixturesHaveTheMarginsOfTheirComponents() {
    List<NormalComponent> components =
        List.of(
            NormalComponent.round(1, 0.5, -2, 1, 0),
            NormalComponent.of(3, new double[3], new double[][] {{2, 1, 0}, {1, 2, 0}, {0, 0, 1}}));
    Sample sample = drawn(GaussianMixture.labelled(2, components));
    assertMargin(
        sample.x(0),
        v ->
            0.25 * NORMAL.cumulativeProbability((v + 2) / 0.5)
                + 0.75 * NORMAL.cumulativeProbability(v / Math.sqrt(2)));
    assertMargin(
        sample.y(0),
        v -> 0.25 * NORMAL.cumulativeProbability(v / 0.5) + 0.75 * NORMAL.cumulativeProbability(v));
    int ones = (int) Arrays.stream(sample.y(1)).sum();
    assertChiSquare(new int[] {ROWS - ones, ones}, 1, 3);
    int[] second = IntStream.range(0, ROWS).filter(r -> sample.y(1)[r] == 1).toArray();
    double[] x1 = Arrays.stream(second).mapToDouble(r -> sample.x(0)[r]).toArray();
    double[] x2 = Arrays.stream(second).mapToDouble(r -> sample.x(1)[r]).toArray();
    assertThat(correlation(x1, x2)).isCloseTo(0.5, within(4 * 0.75 / Math.sqrt(ones)));
  }

  private static void assertChiSquare(int[] counts, double... expected) {
    double total = Arrays.stream(counts).sum();
    double sum = Arrays.stream(expected).sum();
    double statistic =
        IntStream.range(0, counts.length)
            .mapToDouble(
                k -> {
                  double e = expected[k] / sum * total;
                  return (counts[k] - e) * (counts[k] - e) / e;
                })
            .sum();
    assertThat(ChiSquaredDistribution.of(counts.length - 1.0).survivalProbability(statistic))
        .isGreaterThan(UNLIKELY);
  }
}
