package io.github.mist4j.training;

import static org.assertj.core.api.Assertions.assertThat;

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
  @DisplayName("names beside numbers are estimated by the network, the same to the bit if renamed")
  void besideNumbers() {
    Estimate estimate = ShippedEstimator.network().estimate(mixed(1, 0));
    assertThat(estimate.dx()).isEqualTo(2);
    assertThat(estimate.model()).hasValueSatisfying(m -> assertThat(m).isNotEqualTo("names"));
    assertThat(ShippedEstimator.network().estimate(mixed(-3, 100)).value())
        .isEqualTo(estimate.value());
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
