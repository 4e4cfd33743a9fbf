package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.DRAWS;
import static io.github.mist4j.suite.Labels.isTheMean;
import static io.github.mist4j.suite.Labels.isTheMeanLogRatio;
import static io.github.mist4j.suite.Labels.normal;
import static io.github.mist4j.suite.Labels.rowsOfX;
import static io.github.mist4j.suite.Labels.rowsOfY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The informations of the directions, each by a way of its own. */
final class DirectionsTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.7, 0.95})
  void anglesHaveTheMeanLogRatioOfTheirDensities(double rho) {
    isTheMeanLogRatio(
        Directions.compass(rho),
        (x, y) -> (1 - rho * rho) / (1 + rho * rho - 2 * rho * Math.cos(y[0] - x[0])));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 6, 40})
  void directionsHaveTheMeanLogRatioOfTheirDensities(double kappa) {
    Distribution law = Directions.directions(kappa);
    Sample sample = law.sample(DRAWS, new SplittableRandom(3));
    double[][] x = rowsOfX(sample);
    double[][] y = rowsOfY(sample);
    isTheMean( // Y alone is anywhere with a density of 1/4π
        law,
        r -> {
          double cosine = x[r][0] * y[r][0] + x[r][1] * y[r][1] + x[r][2] * y[r][2];
          return Math.log(kappa * Math.exp(kappa * (cosine - 1)) / (-Math.expm1(-2 * kappa) / 2));
        });
    for (double[] direction : y) {
      double length = Math.hypot(Math.hypot(direction[0], direction[1]), direction[2]);
      assertThat(length).isCloseTo(1, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.6, 1.5})
  void rotorsHaveTheMeanLogRatioOfTheirDensities(double sigma) {
    Distribution law = Directions.rotors(sigma);
    Sample sample = law.sample(DRAWS, new SplittableRandom(4));
    double[][] x = rowsOfX(sample);
    double[][] y = rowsOfY(sample);
    isTheMean(
        law,
        r -> {
          double here = wrapped(sigma, x[r][0] - y[r][0]) * wrapped(sigma, x[r][1] - y[r][0]);
          int places = 2000;
          double all =
              IntStream.range(0, places)
                  .mapToDouble(i -> 2 * Math.PI * i / places)
                  .map(a -> wrapped(sigma, x[r][0] - a) * wrapped(sigma, x[r][1] - a))
                  .average()
                  .orElseThrow();
          return Math.log(here / all);
        });
  }

  private static double wrapped(double sigma, double off) {
    return IntStream.rangeClosed(-4, 4)
        .mapToDouble(k -> normal(sigma, off + 2 * Math.PI * k))
        .sum();
  }

  @Test
  void sectorsHaveTheMeanLogRatioOfTheirChances() {
    isTheMeanLogRatio(
        Directions.sectors(5, 0.1),
        (x, y) -> {
          double middle = (y[0] + 0.5) / 5 * 2 * Math.PI - Math.PI;
          double off = Math.atan2(x[1], x[0]) - middle;
          return Math.cos(off) > Math.cos(Math.PI / 5) ? 0.9 : 0.025;
        });
  }
}
