package io.github.mist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The informations of the unseen families against estimates that know nothing of them. */
final class UnseenTasksTest {
  private static final int DRAWS = 20_000;
  private static final Labels LABELS = new Labels("unseen");
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static void meanOverDraws(Distribution law, int draws, IntToDoubleFunction term) {
    Labels.isTheMean(law, IntStream.range(0, draws).mapToDouble(term).toArray(), 1e-3);
  }

  /** KSG's bias at 2000 rows of few columns is small beside the tolerance. */
  @ParameterizedTest
  @CsvSource({
    "clayton-1-1, 0.04",
    "frank-1-1, 0.04",
    "triangle-1-1, 0.04",
    "disk-1-1, 0.04",
    "checkerboard-1-1, 0.1",
    "modulo-1-1, 0.05",
    "ring-1-1, 0.04",
    "eight-1-1, 0.04",
    "volatility-1-1, 0.05",
    "angle-2-2, 0.06",
    "xor-2-1, 0.09",
    "product-2-1, 0.06"
  })
  void nearestNeighboursSayTheSame(String name, double tolerance) {
    LABELS.nearestNeighboursSay(name, 2000, 8, tolerance);
  }

  private static Distribution law(String name) {
    return LABELS.law(name);
  }

  @Test
  void claytonHasTheMeanLogDensityOfItsColumns() {
    double theta = 1;
    Distribution law = law("clayton-3-3");
    Sample sample = law.sample(DRAWS, new SplittableRandom(1));
    double[][] u = new double[6][];
    Arrays.setAll(u, c -> c < 3 ? sample.x(c) : sample.y(c - 3));
    meanOverDraws(
        law,
        DRAWS,
        r ->
            logClayton(u, r, 0, 6, theta)
                - logClayton(u, r, 0, 3, theta)
                - logClayton(u, r, 3, 6, theta));
  }

  private static double logClayton(double[][] u, int r, int from, int to, double theta) {
    double log = 0;
    double sum = 1;
    for (int c = from; c < to; c++) {
      log += Math.log1p((c - from) * theta) - (1 + theta) * Math.log(u[c][r]);
      sum += Math.pow(u[c][r], -theta) - 1;
    }
    return log - (1 / theta + to - from) * Math.log(sum);
  }

  @Test
  void maximumHasTheMeanLogRatioOfItsDensities() {
    double sigma = 0.3;
    Distribution law = law("maximum-4-1");
    Sample sample = law.sample(4000, new SplittableRandom(2));
    meanOverDraws(
        law,
        4000,
        r -> {
          double most = IntStream.range(0, 4).mapToDouble(c -> sample.x(c)[r]).max().orElseThrow();
          double y = sample.y(0)[r];
          double within = NORMAL.density((y - most) / sigma) / sigma;
          double all = 0;
          for (double m = -6; m < 6; m += 0.01) {
            double density = 4 * NORMAL.density(m) * Math.pow(NORMAL.cumulativeProbability(m), 3);
            all += 0.01 * density * NORMAL.density((y - m) / sigma) / sigma;
          }
          return Math.log(within / all);
        });
  }

  @Test
  void sumOfProductsHasTheMeanLogRatioOfItsDensities() {
    Distribution law = law("products-6-1");
    Sample sample = law.sample(DRAWS, new SplittableRandom(4));
    double[] spreads = new double[4000]; // of Y given every second column, drawn at random
    var rng = new SplittableRandom(5);
    Arrays.setAll(spreads, k -> Math.sqrt(1 + square(rng) + square(rng) + square(rng)));
    meanOverDraws(
        law,
        4000,
        r -> {
          double y = sample.y(0)[r];
          double mean = 0;
          for (int k = 0; k < 3; k++) {
            mean += sample.x(2 * k)[r] * sample.x(2 * k + 1)[r];
          }
          double all = Arrays.stream(spreads).map(s -> NORMAL.density(y / s) / s).sum();
          return Math.log(NORMAL.density(y - mean) / (all / spreads.length));
        });
  }

  private static double square(SplittableRandom rng) {
    double z = rng.nextGaussian();
    return z * z;
  }

  @Test
  void partsBesideEachOtherAddUp() {
    assertThat(law("triangle-3-3").mutualInformation())
        .isCloseTo(3 * (1 - Math.log(2)), within(1e-12));
  }
}
