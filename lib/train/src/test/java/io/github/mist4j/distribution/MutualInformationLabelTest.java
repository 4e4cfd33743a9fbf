package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The closed forms against an independent way: the mean of log p(x, y)/(p(x) p(y)) over draws, with
 * densities written out here, or quadrature; and against published values.
 */
final class MutualInformationLabelTest {
  private static final int DRAWS = 20_000;

  static Stream<Integer> seeds() {
    return IntStream.range(0, 12).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @DisplayName("normal information is the mean log-ratio of the densities")
  void normalLabelIsTheMeanLogRatio(int seed) {
    var rng = new SplittableRandom(seed);
    int dx = 1 + rng.nextInt(4);
    int dy = 1 + rng.nextInt(4);
    double[][] matrix = matrix(rng, dx + dy);
    var law = new Normal(Dispersion.of(matrix, dx));
    assertMeanLogRatio(law, matrix, rng, Double.POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @DisplayName("Student information is the mean log-ratio of the densities")
  void studentLabelIsTheMeanLogRatio(int seed) {
    var rng = new SplittableRandom(100 + seed);
    int dx = 1 + rng.nextInt(4);
    int dy = 1 + rng.nextInt(4);
    double nu = 1 + 9 * rng.nextDouble();
    double[][] matrix = matrix(rng, dx + dy);
    var law = new Student(Dispersion.of(matrix, dx), nu);
    assertMeanLogRatio(law, matrix, rng, nu);
  }

  /** A random positive definite matrix, made without the library. */
  private static double[][] matrix(RandomGenerator rng, int d) {
    var a = new double[d][d];
    for (double[] row : a) {
      java.util.Arrays.setAll(row, i -> rng.nextGaussian());
    }
    var product = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        for (int k = 0; k < d; k++) {
          product[i][j] += a[i][k] * a[j][k];
        }
      }
      product[i][i] += 0.3;
    }
    return product;
  }

  private static void assertMeanLogRatio(
      Distribution law, double[][] matrix, RandomGenerator rng, double nu) {
    Sample sample = law.sample(DRAWS, rng);
    int dx = law.dx();
    int d = dx + law.dy();
    var whole = new LogDensity(matrix, 0, d, nu);
    var left = new LogDensity(matrix, 0, dx, nu);
    var right = new LogDensity(matrix, dx, d, nu);
    double[][] columns =
        IntStream.range(0, d)
            .mapToObj(c -> c < dx ? sample.x(c) : sample.y(c - dx))
            .toArray(double[][]::new);
    double sum = 0;
    double square = 0;
    for (int r = 0; r < DRAWS; r++) {
      double ratio = whole.at(columns, r) - left.at(columns, r) - right.at(columns, r);
      sum += ratio;
      square += ratio * ratio;
    }
    double mean = sum / DRAWS;
    double error = Math.sqrt((square / DRAWS - mean * mean) / DRAWS);
    assertThat(law.mutualInformation()).isCloseTo(mean, within(4 * error));
  }

  /** The log-density of a block of a centred normal (infinite ν) or Student law. */
  private static final class LogDensity {
    private final DMatrixRMaj inverse;
    private final int from;
    private final double constant;
    private final double nu;

    LogDensity(double[][] matrix, int from, int to, double nu) {
      this.from = from;
      this.nu = nu;
      DMatrixRMaj block = CommonOps_DDRM.extract(new DMatrixRMaj(matrix), from, to, from, to);
      inverse = block.copy();
      CommonOps_DDRM.invert(inverse);
      double logDet = Math.log(CommonOps_DDRM.det(block));
      int d = to - from;
      constant =
          Double.isInfinite(nu)
              ? -0.5 * (logDet + d * Math.log(2 * Math.PI))
              : LogGamma.value((nu + d) / 2)
                  - LogGamma.value(nu / 2)
                  - 0.5 * (d * Math.log(nu * Math.PI) + logDet);
    }

    double at(double[][] columns, int row) {
      int d = inverse.numRows;
      double q = 0;
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          q += columns[from + i][row] * inverse.get(i, j) * columns[from + j][row];
        }
      }
      return constant - (Double.isInfinite(nu) ? q / 2 : (nu + d) / 2 * Math.log1p(q / nu));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1", "0.3", "0.5", "0.75", "2"})
  @DisplayName("additive-noise information is entropy of Y less that of the noise, by quadrature")
  void additiveNoiseLabelIsADifferenceOfEntropies(double epsilon) {
    DoubleUnaryOperator density =
        y -> Math.max(0, Math.min(1, y + epsilon) - Math.max(0, y - epsilon)) / (2 * epsilon);
    double entropy = 0;
    int cells = 2_000_000;
    double width = (1 + 2 * epsilon) / cells;
    for (int i = 0; i < cells; i++) {
      double p = density.applyAsDouble(-epsilon + (i + 0.5) * width);
      entropy -= p > 0 ? p * Math.log(p) * width : 0;
    }
    assertThat(AdditiveNoise.of(epsilon, epsilon).mutualInformation())
        .isCloseTo(2 * (entropy - Math.log(2 * epsilon)), within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 0.224171", "2, 2, 1, 0.431946", "5, 5, 2, 0.448151", "3, 3, 3, 0.178712"})
  @DisplayName("uncorrelated Student columns have the published information")
  void studentIdentityHasThePublishedInformation(int dx, int dy, double nu, double published) {
    assertThat(new Student(Dispersion.identity(dx, dy), nu).mutualInformation())
        .isCloseTo(published, within(1e-6));
  }

  @Test
  @DisplayName("the sparse, dense and latent structures are the covariances of their definition")
  void structuresAreTheirCovariances() {
    double s = 1.7;
    double pair = 0.5 * Math.log(1 / (1 - Math.pow(s * s / (1 + s * s), 2)));
    assertThat(new Normal(Dispersion.sparse(5, 4, 3, s)).mutualInformation())
        .isCloseTo(3 * pair, within(1e-12));
    assertThat(new Normal(Dispersion.dense(1, 1, 0.5)).mutualInformation())
        .isCloseTo(0.5 * Math.log(1 / 0.75), within(1e-12));
    double own = 1 + 0.09 + 0.16 + 0.25; // 1 + α² + β² + λ²
    double rho = (0.09 + 0.25) / own; // (α² + λ²) over the variance
    assertThat(new Normal(Dispersion.latent(1, 1, 1, 0.3, 0.4, 0.5, 9)).mutualInformation())
        .isCloseTo(-0.5 * Math.log(1 - rho * rho), within(1e-12));
  }
}
