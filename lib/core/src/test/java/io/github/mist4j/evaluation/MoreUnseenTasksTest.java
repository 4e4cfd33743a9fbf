package io.github.mist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The informations of the second list of unseen families, each by a way of its own. */
final class MoreUnseenTasksTest {
  private static final int DRAWS = 2000;
  private static final Labels LABELS = new Labels("unseen-2");
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static Distribution law(String name) {
    return LABELS.law(name);
  }

  private static double[][] rows(Sample sample, boolean ofX) {
    int d = ofX ? sample.dx() : sample.dy();
    return IntStream.range(0, sample.n())
        .mapToObj(
            r ->
                IntStream.range(0, d)
                    .mapToDouble(c -> (ofX ? sample.x(c) : sample.y(c))[r])
                    .toArray())
        .toArray(double[][]::new);
  }

  private static void isTheMean(Distribution law, IntToDoubleFunction term) {
    Labels.isTheMean(law, IntStream.range(0, DRAWS).mapToDouble(term).toArray(), 3e-3);
  }

  /** E log p(y|x) / p(y), p(y) the mean of p(y|x′) over rows of their own. */
  private static void isTheMeanLogRatio(
      String name, ToDoubleBiFunction<double[], double[]> conditional) {
    Distribution law = law(name);
    Sample sample = law.sample(DRAWS, new SplittableRandom(1));
    double[][] x = rows(sample, true);
    double[][] y = rows(sample, false);
    double[][] others = rows(law.sample(DRAWS, new SplittableRandom(2)), true);
    isTheMean(
        law,
        r -> {
          double all =
              Arrays.stream(others)
                  .mapToDouble(other -> conditional.applyAsDouble(other, y[r]))
                  .average()
                  .orElseThrow();
          return Math.log(conditional.applyAsDouble(x[r], y[r]) / all);
        });
  }

  private static double normal(double sigma, double... distances) {
    double log = 0;
    for (double distance : distances) {
      log += NORMAL.logDensity(distance / sigma) - Math.log(sigma);
    }
    return Math.exp(log);
  }

  /** Where KSG has little bias. */
  @ParameterizedTest
  @CsvSource({
    "plackett-1-1, 0.02",
    "gamma-1-1, 0.02",
    "sawtooth-1-1, 0.05",
    "spiral-1-1, 0.04",
    "exponential-1-1, 0.03",
    "swap-2-2, 0.1"
  })
  void nearestNeighboursSayTheSame(String name, double tolerance) {
    LABELS.nearestNeighboursSay(name, 5000, 4, tolerance);
  }

  @Test
  void valuesGivenTheColumnsHaveTheMeanLogRatioOfTheirDensities() {
    isTheMeanLogRatio(
        "median-3-1",
        (x, y) -> {
          double[] sorted = x.clone();
          Arrays.sort(sorted);
          return normal(0.2, y[0] - sorted[1]);
        });
    isTheMeanLogRatio(
        "distance-4-1", (x, y) -> normal(0.3, y[0] - Math.hypot(x[0] - x[2], x[1] - x[3])));
    isTheMeanLogRatio("switch-3-1", (x, y) -> normal(0.5, y[0] - (x[2] > 0 ? x[0] : x[1])));
    isTheMeanLogRatio(
        "rotation-3-2",
        (x, y) -> {
          double angle = Math.atan2(x[1], x[0]) + x[2];
          double length = Math.hypot(x[0], x[1]);
          return normal(0.7, y[0] - length * Math.cos(angle), y[1] - length * Math.sin(angle));
        });
    isTheMeanLogRatio(
        "swap-2-2",
        (x, y) ->
            0.5 * normal(0.4, y[0] - x[0], y[1] - x[1])
                + 0.5 * normal(0.4, y[0] - x[1], y[1] - x[0]));
    isTheMeanLogRatio(
        "mirror-3-3",
        (x, y) ->
            0.5 * normal(0.8, y[0] - x[0], y[1] - x[1], y[2] - x[2])
                + 0.5 * normal(0.8, y[0] + x[0], y[1] + x[1], y[2] + x[2]));
    isTheMeanLogRatio(
        "modulo-2-1",
        (x, y) -> {
          double off = y[0] - x[0] - x[1];
          return off - Math.floor(off) < 0.4 ? 1 / 0.4 : 0;
        });
  }

  @Test
  void countsHaveTheInformationOfTheirTable() {
    Sample sample = law("poisson-1-1").sample(400_000, new SplittableRandom(3));
    double[] x = sample.x(0);
    double[] y = sample.y(0);
    var both = new double[40][40];
    for (int r = 0; r < x.length; r++) {
      both[(int) x[r]][(int) y[r]] += 1.0 / x.length;
    }
    double information = 0;
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 40; j++) {
        int column = j;
        double product =
            Arrays.stream(both[i]).sum()
                * Arrays.stream(both).mapToDouble(row -> row[column]).sum();
        information += both[i][j] > 0 ? both[i][j] * Math.log(both[i][j] / product) : 0;
      }
    }
    assertThat(law("poisson-1-1").mutualInformation()).isCloseTo(information, within(0.003));
  }

  @ParameterizedTest
  @CsvSource({"dirichlet-2-2, 0.7", "dirichlet-4-1, 0.5"})
  void sharesHaveTheMeanLogRatioOfTheirDensities(String name, double alpha) {
    Distribution law = law(name);
    Sample sample = law.sample(DRAWS, new SplittableRandom(4));
    double[][] x = rows(sample, true);
    double[][] y = rows(sample, false);
    double whole = (sample.dx() + sample.dy() + 1) * alpha;
    isTheMean(
        law,
        r -> {
          double[] both = Arrays.copyOf(x[r], x[r].length + y[r].length);
          System.arraycopy(y[r], 0, both, x[r].length, y[r].length);
          return logShares(both, alpha, whole)
              - logShares(x[r], alpha, whole)
              - logShares(y[r], alpha, whole);
        });
  }

  /** The density of a few shares; Γ by Stirling's series. */
  private static double logShares(double[] shares, double alpha, double whole) {
    double rest = whole - shares.length * alpha;
    double log = logGamma(whole) - logGamma(rest) - shares.length * logGamma(alpha);
    for (double share : shares) {
      log += (alpha - 1) * Math.log(share);
    }
    return log + (rest - 1) * Math.log1p(-Arrays.stream(shares).sum());
  }

  private static double logGamma(double z) {
    double shift = 0;
    double at = z;
    while (at < 20) {
      shift -= Math.log(at);
      at++;
    }
    return shift
        + (at - 0.5) * Math.log(at)
        - at
        + 0.5 * Math.log(2 * Math.PI)
        + 1 / (12 * at)
        - 1 / (360 * at * at * at);
  }

  /** A ball of six dimensions has the volume π³/6, and (1 − r²)^1.5 integrates to π²/8. */
  @Test
  void ballHasTheMeanLogRatioOfItsDensities() {
    Distribution law = law("ball-3-3");
    Sample sample = law.sample(DRAWS, new SplittableRandom(5));
    double[][] x = rows(sample, true);
    double[][] y = rows(sample, false);
    double volume = Math.pow(Math.PI, 3) / 6;
    DoubleUnaryOperator logSide =
        square -> Math.log(4 * Math.PI / 3 * Math.pow(1 - square, 1.5) / volume);
    isTheMean(
        law,
        r ->
            -Math.log(volume)
                - logSide.applyAsDouble(square(x[r]))
                - logSide.applyAsDouble(square(y[r])));
  }

  private static double square(double[] row) {
    return Arrays.stream(row).map(v -> v * v).sum();
  }

  /** The shared part integrated out of the density of all six columns, not of the smallest. */
  @Test
  void gammaColumnsHaveTheMeanLogRatioOfTheirDensities() {
    Distribution law = law("gamma-3-3");
    Sample sample = law.sample(DRAWS, new SplittableRandom(6));
    double[][] x = rows(sample, true);
    double[][] y = rows(sample, false);
    isTheMean(
        law,
        r -> {
          double[] both = {x[r][0], x[r][1], x[r][2], y[r][0], y[r][1], y[r][2]};
          return Math.log(density(both) / (density(x[r]) * density(y[r])));
        });
  }

  private static double density(double[] columns) {
    double least = Arrays.stream(columns).min().orElseThrow();
    int steps = 400;
    double sum = 0;
    for (int k = 0; k < steps; k++) {
      double shared = least * (k + 0.5) / steps;
      double given =
          Arrays.stream(columns).map(c -> Math.exp(shared - c)).reduce(1, (a, b) -> a * b);
      sum += least / steps * shared * Math.exp(-shared) * given;
    }
    return sum;
  }
}
