package io.github.mist4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ShippedModelOfNamesTest {
  private static final int ROWS = 120;

  /** A name of five levels and a number on X, a number that depends on both. */
  private static Sample mixed(int factor, int shift) {
    var rng = new SplittableRandom(3);
    var columns = new double[3][ROWS];
    for (int r = 0; r < ROWS; r++) {
      int level = rng.nextInt(5);
      columns[0][r] = factor * level + shift;
      columns[1][r] = rng.nextGaussian();
      columns[2][r] = (level - 2) * columns[1][r] + 0.5 * rng.nextGaussian();
    }
    return Sample.ofColumns(Arrays.copyOf(columns, 2), new double[][] {columns[2]})
        .withKinds(List.of(ColumnKind.NOMINAL, ColumnKind.NUMERIC), List.of(ColumnKind.NUMERIC));
  }

  @Test
  @DisplayName("a name and a number are estimated by levels, the same to the bit if renamed")
  void besideNumbers() {
    Estimate estimate = ShippedEstimator.network().estimate(mixed(1, 0));
    assertThat(estimate.dx()).isEqualTo(2);
    assertThat(estimate.model()).hasValueSatisfying(m -> assertThat(m).endsWith(" by levels"));
    assertThat(ShippedEstimator.network().estimate(mixed(-3, 100)).value())
        .isEqualTo(estimate.value());
    assertThat(ShippedEstimator.network().estimate(mixed(1, 0).swapped()).value())
        .isEqualTo(estimate.value());
  }

  @Test
  @DisplayName("slopes of both signs are found by levels: a line of 0.42 nats in each of two")
  void slopes() {
    double sum = 0;
    int laws = 8;
    for (int law = 0; law < laws; law++) {
      var rng = new SplittableRandom(law);
      var columns = new double[3][200];
      for (int r = 0; r < 200; r++) {
        columns[0][r] = rng.nextInt(2);
        columns[1][r] = rng.nextGaussian();
        double slope = columns[0][r] == 0 ? 1.15 : -1.15;
        columns[2][r] = slope * columns[1][r] + rng.nextGaussian();
      }
      sum +=
          ShippedEstimator.network()
                  .estimate(
                      Sample.ofColumns(Arrays.copyOf(columns, 2), new double[][] {columns[2]})
                          .withKinds(
                              List.of(ColumnKind.NOMINAL, ColumnKind.NUMERIC),
                              List.of(ColumnKind.NUMERIC)))
                  .value()
              / laws;
    }
    // ½ log(1 + 1.15²); the scatter of one is 0.06, four standard errors of eight
    assertThat(sum).isCloseTo(0.42, within(0.085));
  }

  @Test
  @DisplayName("names alone are estimated from their counts, with a test of independence")
  void alone() {
    Sample sample = mixed(1, 0);
    Sample names =
        Sample.ofColumns(new double[][] {sample.x(0)}, new double[][] {sample.y(0)})
            .withKinds(List.of(ColumnKind.NOMINAL), List.of(ColumnKind.NUMERIC));
    Estimate estimate =
        ShippedEstimator.network()
            .estimate(names, EstimateOptions.withDefaults().withPermutations(99));
    assertThat(estimate.method()).isEqualTo("mist");
    assertThat(estimate.model()).contains("names");
    assertThat(estimate.interval()).isPresent();
    assertThat(estimate.independence().orElseThrow().pValue()).isBetween(0.01, 1.0);
  }
}
