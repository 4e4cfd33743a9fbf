package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.DRAWS;
import static io.github.mist4j.suite.Labels.isTheMean;
import static io.github.mist4j.suite.Labels.nearestNeighboursSay;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The informations of the copulas, each by a way of its own. */
final class CopulasTest {
  @Test
  void claytonHasTheMeanLogDensityOfItsColumns() {
    double theta = 1;
    Distribution law = Copulas.clayton(1, 3, 3);
    Sample sample = law.sample(DRAWS, new SplittableRandom(1));
    double[][] u = new double[6][];
    Arrays.setAll(u, c -> c < 3 ? sample.x(c) : sample.y(c - 3));
    isTheMean(
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

  /** The mixed derivative of the copula, by differences. */
  @ParameterizedTest
  @ValueSource(doubles = {1.3, 2.5, 6})
  void gumbelHasTheMeanLogDensityOfItsCopula(double theta) {
    Distribution law = Copulas.gumbel(theta);
    Sample sample = law.sample(DRAWS, new SplittableRandom(1));
    isTheMean(
        law,
        r -> {
          double u = sample.x(0)[r];
          double v = sample.y(0)[r];
          double h = 1e-4 * Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v));
          double mass =
              gumbel(theta, u + h, v + h)
                  - gumbel(theta, u - h, v + h)
                  - gumbel(theta, u + h, v - h)
                  + gumbel(theta, u - h, v - h);
          return Math.log(mass / (4 * h * h));
        });
    nearestNeighboursSay(law, 5000, 4, 0.03);
  }

  private static double gumbel(double theta, double u, double v) {
    double sum = Math.pow(-Math.log(u), theta) + Math.pow(-Math.log(v), theta);
    return Math.exp(-Math.pow(sum, 1 / theta));
  }

  /** The weakest and the strongest, and where one may divide by little. */
  @Test
  void nearestNeighboursSayTheSameOfTheEnds() {
    nearestNeighboursSay(Copulas.frank(2), 5000, 4, 0.02);
    nearestNeighboursSay(Copulas.frank(40), 5000, 4, 0.04);
    nearestNeighboursSay(Copulas.plackett(3), 5000, 4, 0.02);
    nearestNeighboursSay(Copulas.plackett(300), 5000, 4, 0.03);
  }
}
