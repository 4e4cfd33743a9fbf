package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class PredictedQuantilesTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Log(1 + MI) normal around 0.8 with standard deviation 0.1. */
  private static PredictedQuantiles normal() {
    double[] quantiles =
        Arrays.stream(PredictedQuantiles.LEVELS)
            .map(level -> 0.8 + 0.1 * NORMAL.inverseCumulativeProbability(level))
            .toArray();
    return new PredictedQuantiles(1, quantiles);
  }

  @Test
  @DisplayName("the place of a truth is the normal quantile of its level, inside those there are")
  void placesAreNormalQuantiles() {
    assertThat(normal().place(Math.expm1(0.8))).isCloseTo(0, within(1e-12));
    assertThat(normal().place(Math.expm1(0.73))).isCloseTo(-0.7, within(1e-12));
    assertThat(normal().place(Math.expm1(0.95))).isCloseTo(1.5, within(1e-12));
    assertThat(normal().place(0)).isCloseTo(-2.5758, within(1e-4));
    assertThat(normal().place(9)).isCloseTo(2.5758, within(1e-4));
  }

  @Test
  @DisplayName("recalibration moves the median by the shift, the ends of the 90% interval not")
  void recalibrationMovesTheMedian() {
    PredictedQuantiles moved = normal().recalibrated(0.3);
    assertThat(moved.value()).isEqualTo(1);
    assertThat(moved.quantile(0.5)).isCloseTo(Math.expm1(0.83), within(1e-12));
    for (double level : new double[] {0.005, 0.025, 0.05, 0.95, 0.975, 0.995}) {
      assertThat(moved.quantile(level)).isEqualTo(normal().quantile(level));
    }
    assertThat(moved.quantiles()).isSorted();
    assertThat(moved.quantile(0.2)).isGreaterThan(normal().quantile(0.2));
    assertThat(normal().recalibrated(0).quantiles())
        .containsExactly(normal().quantiles(), within(1e-12));
  }
}
