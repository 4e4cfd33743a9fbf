package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.DRAWS;
import static io.github.mist4j.suite.Labels.isTheMean;
import static io.github.mist4j.suite.Labels.isTheMeanLogRatio;
import static io.github.mist4j.suite.Labels.nearestNeighboursSay;
import static io.github.mist4j.suite.Labels.normal;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The informations of functions with noise, each by a way of its own. */
final class NoisyFunctionsTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Where KSG has little bias beside the tolerance. */
  @Test
  void nearestNeighboursSayTheSame() {
    nearestNeighboursSay(NoisyFunctions.modulo(0.3, 1), 5000, 4, 0.03);
    nearestNeighboursSay(NoisyFunctions.modulo(0.4, 3), 5000, 4, 0.05);
    nearestNeighboursSay(NoisyFunctions.modulo(0.9, 1), 5000, 4, 0.03);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.5, 1})
  void distanceHasTheMeanLogRatioOfItsDensities(double sigma) {
    isTheMeanLogRatio(
        NoisyFunctions.distance(sigma),
        (x, y) -> normal(sigma, y[0] - Math.hypot(x[0] - x[2], x[1] - x[3])));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.4, 0.9})
  void remaindersHaveTheMeanLogRatioOfTheirDensities(double width) {
    isTheMeanLogRatio(
        NoisyFunctions.modulo(width, 1, 3),
        (x, y) -> {
          double off = y[0] - x[0] - 3 * x[1];
          return off - Math.floor(off) < width ? 1 / width : 0;
        });
  }

  @Test
  void sumOfProductsHasTheMeanLogRatioOfItsDensities() {
    Distribution law = NoisyFunctions.products(3, 1);
    Sample sample = law.sample(DRAWS, new SplittableRandom(4));
    double[] spreads = new double[4000]; // of Y given every second column, drawn at random
    var rng = new SplittableRandom(5);
    Arrays.setAll(spreads, k -> Math.sqrt(1 + square(rng) + square(rng) + square(rng)));
    isTheMean(
        law,
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

  @ParameterizedTest
  @CsvSource({"6, 0.4", "2, 1.5", "8, 0.15"})
  void signsHaveTheMeanLogRatioOfTheirDensities(int dx, double sigma) {
    isTheMeanLogRatio(
        NoisyFunctions.signs(dx, sigma),
        (x, y) -> normal(sigma, y[0] - Arrays.stream(x).map(v -> v > 0 ? 1 : 0).sum()));
  }
}
