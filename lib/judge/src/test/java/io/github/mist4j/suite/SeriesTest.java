package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.isTheMeanLogRatio;
import static io.github.mist4j.suite.Labels.normal;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The informations of series, by the ratio of their densities over draws. */
final class SeriesTest {
  /** All that comes after, given all that came before. */
  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.3, 0.8})
  void seriesHaveTheMeanLogRatioOfTheDensitiesOfTheirSteps(double sigma) {
    DoubleUnaryOperator map = v -> 1.5 * Math.sin(2 * v);
    isTheMeanLogRatio(
        Series.series(sigma),
        (x, y) ->
            normal(
                sigma,
                y[0] - map.applyAsDouble(x[2]),
                y[1] - map.applyAsDouble(y[0]),
                y[2] - map.applyAsDouble(y[1])));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.7, 0.9})
  void returnsHaveTheMeanLogRatioOfTheirDensities(double b) {
    isTheMeanLogRatio(
        Series.arch(0.5, b), (x, y) -> normal(Math.sqrt(0.5 + b * x[2] * x[2]), y[0]));
  }
}
