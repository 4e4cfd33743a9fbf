package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.deep.FitOptions.Activation;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VectorCopulaModelTest {
  private static final FitOptions SMALL =
      FitOptions.withDefaults()
          .withActivation(Activation.GELU)
          .withWidth(32)
          .withSteps(300)
          .withRate(3e-3);

  private static Estimate estimate(Sample sample, FitOptions fit) {
    return new GenerativeEstimator(GenerativeEstimator.Kind.VCE, fit).estimate(sample);
  }

  /** Pairs of columns with a correlation each, whose sign changes at random where asked. */
  private static double[][] pairs(int n, int pairs, double rho, boolean signs, long seed) {
    var rng = new SplittableRandom(seed);
    var columns = new double[2 * pairs][n];
    for (int r = 0; r < n; r++) {
      double sign = signs && rng.nextBoolean() ? -1 : 1;
      for (int c = 0; c < pairs; c++) {
        columns[c][r] = rng.nextGaussian();
        columns[pairs + c][r] =
            sign * rho * columns[c][r] + Math.sqrt(1 - rho * rho) * rng.nextGaussian();
      }
    }
    return columns;
  }

  private static Sample sample(double[][] columns) {
    int half = columns.length / 2;
    return Sample.ofColumns(
        Arrays.copyOf(columns, half), Arrays.copyOfRange(columns, half, columns.length));
  }

  /**
   * The log ratio of a normal pair has standard deviation rho, so that the mean of d pairs over a
   * fifth of the rows has rho √(d/n').
   */
  @ParameterizedTest
  @CsvSource({"1, 0.8", "3, 0.7", "3, 0"})
  @DisplayName("the information of normal columns is found, and none where there is none")
  void normalColumnsAreAnswered(int pairs, double rho) {
    int n = 3000;
    double truth = -0.5 * pairs * Math.log(1 - rho * rho);
    double scatter = rho * Math.sqrt(pairs / (n / 5.0));
    assertThat(estimate(sample(pairs(n, pairs, rho, false, 5)), SMALL).value())
        .isCloseTo(truth, within(0.05 + 3 * scatter));
  }

  @Test
  @DisplayName("a pair whose sign is random has no correlation, and its information is found")
  void mixturesAreFound() {
    double rho = 0.95;
    double[][] columns = pairs(4000, 1, rho, true, 6);
    double free = 1 - rho * rho;
    double truth = // of these rows: log of the mean of both densities, over the product
        IntStream.range(0, 4000)
            .mapToDouble(
                r -> {
                  double x = columns[0][r];
                  double y = columns[1][r];
                  double odd = rho * x * y / free;
                  double even = -rho * rho * (x * x + y * y) / (2 * free);
                  return -0.5 * Math.log(free) + even + Math.log(Math.cosh(odd));
                })
            .average()
            .orElseThrow();
    assertThat(estimate(sample(columns), SMALL).value()).isCloseTo(truth, within(0.1));
  }

  @Test
  @DisplayName("what an invertible map of a side changes is undone")
  void mapsOfASideAreUndone() {
    double[][] columns = pairs(4000, 2, 0.9, false, 7);
    double truth = -Math.log(1 - 0.9 * 0.9); // of two pairs
    for (int r = 0; r < columns[0].length; r++) {
      columns[1][r] += 2 * Math.sin(columns[0][r]);
    }
    assertThat(estimate(sample(columns), SMALL.withSteps(1000)).value())
        .isCloseTo(truth, within(0.15 * truth));
  }

  @Test
  @DisplayName("ten rows of many columns run nowhere")
  void fewRowsStaySane() {
    assertThat(estimate(sample(pairs(10, 11, 0.5, false, 8)), SMALL).value())
        .isBetween(0.0, 10 * Math.log(10));
  }
}
