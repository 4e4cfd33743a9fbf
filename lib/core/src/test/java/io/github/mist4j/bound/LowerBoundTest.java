package io.github.mist4j.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LowerBoundTest {
  private static LowerBound bound(double[][] x, double[][] y, long seed) {
    return LowerBound.of(Sample.ofColumns(x, y), 0.95, seed, ProgressListener.NONE);
  }

  /** Normal columns of which the first of each side are correlated. */
  private static LowerBound ofNormal(double rho, int d, int n, long seed) {
    var rng = new SplittableRandom(seed);
    var x = new double[d][n];
    var y = new double[d][n];
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < d; c++) {
        x[c][r] = rng.nextGaussian();
        y[c][r] = rng.nextGaussian();
      }
      y[0][r] = rho * x[0][r] + Math.sqrt(1 - rho * rho) * y[0][r];
    }
    return bound(x, y, seed);
  }

  private static double normal(double rho) {
    return -0.5 * Math.log1p(-rho * rho);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.6, 0.9, 0.99})
  @DisplayName("at 5,000 rows of a normal pair it is below the truth and above half of it")
  void halfOfThePair(double rho) {
    LowerBound bound = ofNormal(rho, 1, 5000, 1);
    assertThat(bound.value()).isBetween(0.5 * normal(rho), normal(rho));
  }

  @Test
  @DisplayName("it finds dependence among other columns")
  void otherColumns() {
    assertThat(ofNormal(0.8, 5, 4000, 2).value()).isBetween(0.25, normal(0.8));
  }

  @Test
  @DisplayName("it finds what no correlation shows, also once it is turned with a column of noise")
  void curves() {
    int n = 4000;
    var rng = new SplittableRandom(3);
    var x = new double[2][n];
    var y = new double[1][n];
    for (int r = 0; r < n; r++) {
      double hidden = rng.nextGaussian();
      double noise = rng.nextGaussian();
      x[0][r] = Math.sqrt(0.8) * hidden + Math.sqrt(0.2) * noise;
      x[1][r] = Math.sqrt(0.2) * hidden - Math.sqrt(0.8) * noise;
      y[0][r] = hidden * hidden + 0.3 * rng.nextGaussian();
    }
    assertThat(bound(x, y, 1).value()).isGreaterThan(0.2);
  }

  @Test
  @DisplayName(
      "in 80 samples of independent columns, also of few values and many zeros, it is above 0 in"
          + " no more than the 5% that it promises")
  void nothingOutOfNothing() {
    long above =
        IntStream.range(0, 80)
            .filter(
                seed -> {
                  var rng = new SplittableRandom(1000 + seed);
                  int n = 100 + 3 * seed;
                  var x = new double[1 + seed % 3][n];
                  var y = new double[1 + seed % 2][n];
                  for (double[][] side : new double[][][] {x, y}) {
                    for (double[] column : side) {
                      for (int r = 0; r < n; r++) {
                        double z = rng.nextGaussian();
                        column[r] =
                            switch (seed % 4) {
                              case 0 -> z;
                              case 1 -> Math.round(z);
                              case 2 -> Math.max(0, z);
                              default -> Math.exp(3 * z);
                            };
                      }
                    }
                  }
                  return bound(x, y, seed).value() > 0;
                })
            .count();
    assertThat(above).isLessThanOrEqualTo(8); // 4 expected at most, 2.1 standard errors
  }

  @Test
  @DisplayName("in 40 samples of weakly dependent columns it is above the truth in no more than 5%")
  void holds() {
    long above =
        IntStream.range(0, 40)
            .filter(seed -> ofNormal(0.3, 1, 400, 2000 + seed).value() > normal(0.3))
            .count();
    assertThat(above).isLessThanOrEqualTo(5); // 2 expected at most, 2.2 standard errors
  }

  @Test
  @DisplayName("of few rows it says nothing; the level is checked; it has words")
  void edges() {
    assertThat(ofNormal(0.99, 1, LowerBound.FEWEST_ROWS - 1, 1).value()).isZero();
    assertThat(ofNormal(0.9, 1, LowerBound.FEWEST_ROWS, 1).value()).isLessThan(normal(0.9));
    Sample sample =
        Sample.ofColumns(
            new double[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}},
            new double[][] {{2, 1, 3, 5, 4, 6, 8, 7, 9, 10}});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LowerBound.of(sample, 1, 0, ProgressListener.NONE))
        .withMessage("level must be in (0, 1), was 1.0");
    assertThat(new LowerBound(0.4123, 0.95, 100)).hasToString("at least 0.412 nats (95%)");
  }

  @Test
  @DisplayName("strictly monotone maps of a column change nothing")
  void ranksOnly() {
    int n = 600;
    var rng = new SplittableRandom(5);
    var x = new double[1][n];
    var y = new double[1][n];
    var mapped = new double[1][n];
    for (int r = 0; r < n; r++) {
      x[0][r] = rng.nextGaussian();
      y[0][r] = x[0][r] + rng.nextGaussian();
      mapped[0][r] = Math.exp(x[0][r]);
    }
    assertThat(bound(mapped, y, 1)).isEqualTo(bound(x, y, 1));
  }
}
