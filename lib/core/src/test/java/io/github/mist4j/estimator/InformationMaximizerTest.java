package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mist4j.estimator.InformationMaximizer.Found;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InformationMaximizerTest {
  private static final int N = 150;

  /** Y knows (X3 + X7)/√2 of ten columns alone. */
  private static Sample sample(long seed) {
    var rng = new SplittableRandom(seed);
    var x = new double[N][10];
    var y = new double[N][1];
    for (int r = 0; r < N; r++) {
      for (int c = 0; c < 10; c++) {
        x[r][c] = rng.nextGaussian();
      }
      double u = (x[r][3] + x[r][7]) / Math.sqrt(2);
      y[r][0] = Math.pow(u, 3) + 0.5 * rng.nextGaussian();
    }
    return Sample.ofRows(x, y);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  @DisplayName("a random direction of ten columns climbs to the one that matters")
  void findsTheDirection(long seed) {
    Found found =
        InformationMaximizer.linear(1)
            .withSteps(60)
            .withSeed(seed)
            .maximize(ShippedEstimator.network(), sample(seed));
    double[] w = found.weights()[0];
    assertThat(Math.abs(w[3] + w[7]) / Math.sqrt(2)).isGreaterThan(0.85);
    assertThat(found.path().get(0)).isLessThan(found.value());
  }

  @Test
  @DisplayName("a climb that is stopped returns the best so far")
  void stopsWithTheBest() {
    int[] told = {0};
    Found found =
        InformationMaximizer.linear(1)
            .withProgress(ProgressListener.NONE.stoppedBy(() -> told[0]++ >= 5))
            .maximize(ShippedEstimator.network(), sample(1));
    assertThat(found.path()).hasSizeBetween(1, 5);
    assertThat(found.value())
        .isEqualTo(found.path().stream().mapToDouble(v -> v).max().orElseThrow());
  }

  @Test
  @DisplayName("weights of columns stay in [0, 1]")
  void weightsStayInTheirRange() {
    Found found =
        InformationMaximizer.weights(0.5)
            .withSteps(4)
            .withRate(0.4)
            .maximize(ShippedEstimator.network(), sample(2));
    assertThat(found.weights()[0]).hasSize(10);
    for (double weight : found.weights()[0]) {
      assertThat(weight).isBetween(0.0, 1.0);
    }
  }

  @Test
  @DisplayName("weights without noise are refused: they would change nothing")
  void weightsNeedNoise() {
    assertThatThrownBy(() -> InformationMaximizer.weights(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "noise must be positive for weights of columns and 0 for a linear map, was 0.0");
  }
}
