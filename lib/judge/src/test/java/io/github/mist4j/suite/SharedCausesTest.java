package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.DRAWS;
import static io.github.mist4j.suite.Labels.isTheMean;
import static io.github.mist4j.suite.Labels.nearestNeighboursSay;
import static io.github.mist4j.suite.Labels.rowsOfX;
import static io.github.mist4j.suite.Labels.rowsOfY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** The informations of columns with a shared cause, each by a way of its own. */
final class SharedCausesTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @Test
  void countsHaveTheInformationOfTheirTable() {
    Sample sample = SharedCauses.poisson(1, 3).sample(400_000, new SplittableRandom(3));
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
    assertThat(SharedCauses.poisson(1, 3).mutualInformation())
        .isCloseTo(information, within(0.003));
  }

  /** The shared part integrated out of the density of all six columns, not of the smallest. */
  @Test
  void gammaColumnsHaveTheMeanLogRatioOfTheirDensities() {
    Distribution law = SharedCauses.gamma(3);
    Sample sample = law.sample(DRAWS, new SplittableRandom(6));
    double[][] x = rowsOfX(sample);
    double[][] y = rowsOfY(sample);
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

  /** The hidden cause averaged over draws of its own. */
  @Test
  void answersHaveTheMeanLogRatioOfTheirChances() {
    Distribution law = SharedCauses.items(1.2);
    Sample sample = law.sample(DRAWS, new SplittableRandom(3));
    double[][] x = rowsOfX(sample);
    double[][] y = rowsOfY(sample);
    var rng = new SplittableRandom(4);
    double[] causes = IntStream.range(0, 5000).mapToDouble(k -> 1.2 * rng.nextGaussian()).toArray();
    isTheMean(
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

  /** The weakest and the strongest, and where one may divide by little. */
  @Test
  void nearestNeighboursSayTheSameOfTheEnds() {
    nearestNeighboursSay(SharedCauses.exponential(1.2), 5000, 4, 0.03);
    nearestNeighboursSay(SharedCauses.exponential(8), 5000, 4, 0.03);
  }
}
