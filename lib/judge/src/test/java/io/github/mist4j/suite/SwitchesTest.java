package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.isTheMeanLogRatio;
import static io.github.mist4j.suite.Labels.normal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The informations of columns that are exchanged, each by a way of its own. */
final class SwitchesTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.5, 1})
  void switchHasTheMeanLogRatioOfItsDensities(double sigma) {
    isTheMeanLogRatio(
        Switches.switched(sigma), (x, y) -> normal(sigma, y[0] - (x[2] > 0 ? x[0] : x[1])));
  }

  @Test
  void valuesGivenTheColumnsHaveTheMeanLogRatioOfTheirDensities() {
    isTheMeanLogRatio(
        Switches.rotated(0.7),
        (x, y) -> {
          double angle = Math.atan2(x[1], x[0]) + x[2];
          double length = Math.hypot(x[0], x[1]);
          return normal(0.7, y[0] - length * Math.cos(angle), y[1] - length * Math.sin(angle));
        });
    isTheMeanLogRatio(
        Switches.swapped(0.4),
        (x, y) ->
            0.5 * normal(0.4, y[0] - x[0], y[1] - x[1])
                + 0.5 * normal(0.4, y[0] - x[1], y[1] - x[0]));
    isTheMeanLogRatio(
        Switches.mirrored(0.8),
        (x, y) ->
            0.5 * normal(0.8, y[0] - x[0], y[1] - x[1], y[2] - x[2])
                + 0.5 * normal(0.8, y[0] + x[0], y[1] + x[1], y[2] + x[2]));
  }

  @Test
  void linesOfGroupsHaveTheMeanLogRatioOfTheirDensities() {
    double[] slopes = {-1, 0.3, 2};
    isTheMeanLogRatio(
        Switches.slopes(0.5, -1, 0.3, 2), (x, y) -> normal(0.5, y[0] - slopes[(int) x[1]] * x[0]));
  }
}
