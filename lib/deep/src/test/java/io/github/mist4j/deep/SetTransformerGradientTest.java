package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.estimator.DifferentiableEstimator.Gradient;
import io.github.mist4j.network.Novelty;
import io.github.mist4j.network.TrainedRange;
import io.github.mist4j.sample.Sample;
import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SetTransformerGradientTest {
  private static final int N = 60;
  private static final Novelty NOVELTY =
      new Novelty(Collections.nCopies(7 * 17, 0.0), Collections.nCopies(17 * 17, 1.0), 1e9);

  private static double[][] rows(int d, SplittableRandom rng) {
    var rows = new double[N][d];
    for (double[] row : rows) {
      for (int c = 0; c < d; c++) {
        row[c] = 3 * rng.nextGaussian() + 1;
      }
    }
    return rows;
  }

  private static double[][] moved(double[][] rows, double[][] direction, double step) {
    var moved = new double[N][];
    for (int r = 0; r < N; r++) {
      moved[r] = rows[r].clone();
      for (int c = 0; c < moved[r].length; c++) {
        moved[r][c] += step * direction[r][c];
      }
    }
    return moved;
  }

  private static double square(double[][] slopes) {
    double sum = 0;
    for (double[] row : slopes) {
      for (double slope : row) {
        sum += slope * slope;
      }
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  @DisplayName("the slope along the gradient is that of the estimate")
  void gradientAgreesWithFiniteDifferences(Task task) {
    var size = SetTransformerArchitecture.small().withTask(task);
    var rng = new SplittableRandom(3);
    float[] weights = new SetTransformerLearner(size).initialWeights(rng);
    for (int rows : new int[] {100, 30}) { // in one block, and in two
      var range = new TrainedRange(10, rows, 16, false, NOVELTY);
      var estimator = new SetTransformerEstimator(size, weights, "random", range);
      double[][] x = rows(3, rng);
      double[][] y = rows(2, rng);
      Gradient gradient = estimator.gradient(Sample.ofRows(x, y));
      double length = Math.sqrt(square(gradient.x()) + square(gradient.y()));
      double step = 0.05 / length;
      double up =
          estimator
              .gradient(Sample.ofRows(moved(x, gradient.x(), step), moved(y, gradient.y(), step)))
              .value();
      double down =
          estimator
              .gradient(Sample.ofRows(moved(x, gradient.x(), -step), moved(y, gradient.y(), -step)))
              .value();
      assertThat((up - down) / (2 * step))
          .isCloseTo(length * length, within(2e-3 * length * length));
      if (rows > N) {
        assertThat(gradient.value())
            .isCloseTo(estimator.estimate(Sample.ofRows(x, y)).value(), within(1e-6));
      }
    }
  }
}
