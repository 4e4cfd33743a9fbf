package io.github.mist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The informations of the relatives of training families, each by a way of its own. */
final class NearTasksTest {
  private static final Labels LABELS = Labels.of("near");
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static Distribution law(String name) {
    return LABELS.law(name);
  }

  /** Where KSG has little bias beside the tolerance. */
  @ParameterizedTest
  @CsvSource({
    "clayton-1-1, 0.03",
    "gamma-1-1, 0.02",
    "volatility-1-1, 0.04",
    "ring-1-1, 0.03",
    "eight-1-1, 0.03",
    "spiral-1-1, 0.04",
    "angle-2-2, 0.05",
    "product-2-1, 0.05",
    "swap-2-2, 0.1"
  })
  void nearestNeighboursSayTheSame(String name, double tolerance) {
    LABELS.nearestNeighboursSay(name, 5000, 4, tolerance);
  }

  @Test
  void valuesGivenTheColumnsHaveTheMeanLogRatioOfTheirDensities() {
    LABELS.isTheMeanLogRatio(
        "rotation-3-2",
        (x, y) -> {
          double angle = Math.atan2(x[1], x[0]) + x[2];
          double length = Math.hypot(x[0], x[1]);
          return Labels.normal(
              0.7, y[0] - length * Math.cos(angle), y[1] - length * Math.sin(angle));
        });
    LABELS.isTheMeanLogRatio(
        "swap-2-2",
        (x, y) ->
            0.5 * Labels.normal(0.4, y[0] - x[0], y[1] - x[1])
                + 0.5 * Labels.normal(0.4, y[0] - x[1], y[1] - x[0]));
    LABELS.isTheMeanLogRatio(
        "mirror-3-3",
        (x, y) ->
            0.5 * Labels.normal(0.8, y[0] - x[0], y[1] - x[1], y[2] - x[2])
                + 0.5 * Labels.normal(0.8, y[0] + x[0], y[1] + x[1], y[2] + x[2]));
  }

  @Test
  void claytonHasTheMeanLogDensityOfItsColumns() {
    double theta = 1;
    Distribution law = law("clayton-3-3");
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(1));
    double[][] u = new double[6][];
    Arrays.setAll(u, c -> c < 3 ? sample.x(c) : sample.y(c - 3));
    Labels.isTheMean(
        law,
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
  void sumOfProductsHasTheMeanLogRatioOfItsDensities() {
    Distribution law = law("products-6-1");
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(4));
    double[] spreads = new double[4000]; // of Y given every second column, drawn at random
    var rng = new SplittableRandom(5);
    Arrays.setAll(spreads, k -> Math.sqrt(1 + square(rng) + square(rng) + square(rng)));
    Labels.isTheMean(
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

  /** The shared part integrated out of the density of all six columns, not of the smallest. */
  @Test
  void gammaColumnsHaveTheMeanLogRatioOfTheirDensities() {
    Distribution law = law("gamma-3-3");
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(6));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    Labels.isTheMean(
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

  @Test
  void linesOfGroupsHaveTheMeanLogRatioOfTheirDensities() {
    double[] slopes = {-1, 0.3, 2};
    LABELS.isTheMeanLogRatio(
        "slopes-2-1", (x, y) -> Labels.normal(0.5, y[0] - slopes[(int) x[1]] * x[0]));
  }

  @Test
  void levelsGivenTheColumnsHaveTheMeanLogRatioOfTheirChances() {
    LABELS.isTheMeanLogRatio(
        "sectors-2-1",
        (x, y) -> {
          double middle = (y[0] + 0.5) / 5 * 2 * Math.PI - Math.PI;
          double off = Math.atan2(x[1], x[0]) - middle;
          return Math.cos(off) > Math.cos(Math.PI / 5) ? 0.9 : 0.025;
        });
    LABELS.isTheMeanLogRatio(
        "code-4-3",
        (x, y) -> {
          double chance = 1;
          for (int check = 0; check < 3; check++) {
            int sum = 0;
            for (int bit = 0; bit < 4; bit++) {
              sum += bit == check ? 0 : (int) x[bit];
            }
            chance *= sum % 2 == y[check] ? 0.95 : 0.05;
          }
          return chance;
        });
  }

  /** The hidden cause averaged over draws of its own. */
  @Test
  void answersHaveTheMeanLogRatioOfTheirChances() {
    Distribution law = LABELS.law("items-3-3");
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(3));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    var rng = new SplittableRandom(4);
    double[] causes = IntStream.range(0, 5000).mapToDouble(k -> 1.2 * rng.nextGaussian()).toArray();
    Labels.isTheMean(
        law,
        r -> {
          double left = 0;
          double right = 0;
          double both = 0;
          for (double cause : causes) {
            double ofX = chance(x[r], cause);
            double ofY = chance(y[r], cause);
            left += ofX;
            right += ofY;
            both += ofX * ofY;
          }
          return Math.log(both * causes.length / left / right);
        });
  }

  private static double chance(double[] answers, double cause) {
    double chance = 1;
    for (double level : answers) {
      double above = level == 4 ? 1 : NORMAL.cumulativeProbability(level - 1.5 - cause);
      double below = level == 0 ? 0 : NORMAL.cumulativeProbability(level - 2.5 - cause);
      chance *= above - below;
    }
    return chance;
  }
}
