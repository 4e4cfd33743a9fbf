package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution.Entropies;
import io.github.mist4j.meta.Families;
import io.github.mist4j.meta.Family;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EntropiesTest {
  private static final int ROWS = 20_000;

  static Stream<String> transformed() {
    return Stream.of(
            "multi_normal-lvm",
            "multi_normal-factors",
            "multi_student-sparse",
            "multi_additive_noise")
        .flatMap(law -> Stream.of("base", "asinh", "halfcube", "wigglify").map(t -> law + "-" + t));
  }

  @ParameterizedTest
  @MethodSource("transformed")
  @DisplayName("entropies after a transform: the mean of the logarithm of its slope over many rows")
  void transformsAddTheirSlopes(String id) {
    Family family = Families.named(id);
    String law = id.substring(0, id.lastIndexOf('-'));
    for (int seed = 0; seed < 3; seed++) {
      Distribution before = Families.named(law).member().draw(3, 3, new SplittableRandom(seed));
      Distribution after = family.member().draw(3, 3, new SplittableRandom(seed));
      Entropies expected = before.entropies().orElseThrow();
      Entropies entropies = after.entropies().orElseThrow();
      Sample sample = before.sample(ROWS, new SplittableRandom(seed + 10));
      Sample image = after.sample(ROWS, new SplittableRandom(seed + 10));
      MeanAndError ofX = slopes(IntStream.range(0, 3).mapToObj(sample::x), c -> image.x(c));
      MeanAndError ofY = slopes(IntStream.range(0, 3).mapToObj(sample::y), c -> image.y(c));
      assertThat(entropies.x()).isCloseTo(expected.x() + ofX.mean, within(4 * ofX.error + 2e-3));
      assertThat(entropies.y()).isCloseTo(expected.y() + ofY.mean, within(4 * ofY.error + 2e-3));
      assertThat(entropies.mutualInformation()).isCloseTo(after.mutualInformation(), within(1e-9));
    }
  }

  private record MeanAndError(double mean, double error) {}

  /** The sum over the columns of the mean log difference quotient of neighbouring values. */
  private static MeanAndError slopes(
      Stream<double[]> columns, java.util.function.IntFunction<double[]> images) {
    double[][] before = columns.toArray(double[][]::new);
    double mean = 0;
    double square = 0;
    for (int c = 0; c < before.length; c++) {
      double[] from = before[c].clone();
      double[] to = images.apply(c).clone();
      Arrays.sort(from);
      Arrays.sort(to); // the transforms rise
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (int r = 1; r + 1 < from.length; r++) {
        double slope = Math.log((to[r + 1] - to[r - 1]) / (from[r + 1] - from[r - 1]));
        sum += slope;
        squares += slope * slope;
        count++;
      }
      mean += sum / count;
      square += (squares / count - sum / count * sum / count) / count;
    }
    return new MeanAndError(mean, Math.sqrt(square));
  }

  @Test
  @DisplayName(
      "normal and Student entropies: minus the mean logarithm of the density over many rows")
  void entropiesAreMeansOfTheDensity() {
    double[][] matrix = {{2, 0.5, -0.3}, {0.5, 1, 0.2}, {-0.3, 0.2, 0.5}};
    var dispersion = Dispersion.of(matrix, 2);
    double determinant =
        2 * (0.5 - 0.04) - 0.5 * (0.25 + 0.06) - 0.3 * (0.1 + 0.3); // by the first row
    double[] byHand = inverseTimesDeterminant(matrix);
    for (double nu : new double[] {1.5, 4}) {
      var law = new Student(dispersion, nu);
      double constant =
          logGamma((nu + 3) / 2)
              - logGamma(nu / 2)
              - 1.5 * Math.log(nu * Math.PI)
              - 0.5 * Math.log(determinant);
      assertMean(
          law, v -> constant - (nu + 3) / 2 * Math.log1p(quadratic(byHand, v) / determinant / nu));
    }
    assertMean(
        new Normal(dispersion),
        v ->
            -1.5 * Math.log(2 * Math.PI)
                - 0.5 * Math.log(determinant)
                - 0.5 * quadratic(byHand, v) / determinant);
  }

  private static void assertMean(Distribution law, ToDoubleFunction<double[]> logDensity) {
    Sample sample = law.sample(ROWS, new SplittableRandom(5));
    double sum = 0;
    double square = 0;
    for (int r = 0; r < ROWS; r++) {
      double log =
          logDensity.applyAsDouble(new double[] {sample.x(0)[r], sample.x(1)[r], sample.y(0)[r]});
      sum += log / ROWS;
      square += log * log / ROWS;
    }
    double error = Math.sqrt((square - sum * sum) / ROWS);
    assertThat(law.entropies().orElseThrow().joint()).isCloseTo(-sum, within(4 * error));
    assertThat(law.entropies().orElseThrow().mutualInformation())
        .isCloseTo(law.mutualInformation(), within(1e-12));
  }

  private static double logGamma(double a) {
    return org.apache.commons.numbers.gamma.LogGamma.value(a);
  }

  private static double[] inverseTimesDeterminant(double[][] m) {
    var inverse = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        int a = (i + 1) % 3;
        int b = (i + 2) % 3;
        int c = (j + 1) % 3;
        int d = (j + 2) % 3;
        inverse[3 * i + j] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
      }
    }
    return inverse;
  }

  private static double quadratic(double[] matrix, double[] v) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sum += matrix[3 * i + j] * v[i] * v[j];
      }
    }
    return sum;
  }

  @Test
  @DisplayName("closed forms: uniform pairs, logarithms of normal columns, compositions")
  void closedForms() {
    var noise = AdditiveNoise.of(0.3, 1.5);
    Entropies entropies = noise.entropies().orElseThrow();
    assertThat(entropies.joint()).isCloseTo(Math.log(0.6) + Math.log(3), within(1e-12));
    DoubleUnaryOperator log = v -> Math.log(Math.abs(v));
    assertThat(noise.sumOfMeans(0, 1, log)).isCloseTo(-1, within(1e-9)); // E log U
    assertThat(noise.sumOfMeans(2, 4, v -> 1)).isCloseTo(2, within(1e-9));
    assertThat(noise.sumOfMeans(2, 4, v -> v)).isCloseTo(1, within(1e-9));
    var normal = new Normal(Dispersion.sparse(1, 1, 1, 2));
    double ofLog = -0.5 * (0.5772156649015329 + Math.log(2)) + 0.5 * Math.log(5); // E log |σZ|
    assertThat(normal.sumOfMeans(0, 1, log)).isCloseTo(ofLog, within(1e-6));
    var cauchy = new Student(Dispersion.identity(1, 1), 1);
    assertThat(cauchy.sumOfMeans(0, 2, log)).isCloseTo(0, within(1e-6));
    Entropies before = normal.entropies().orElseThrow();
    Entropies lognormal = normal.transformed(Transform.exp()).entropies().orElseThrow();
    assertThat(lognormal.x()).isCloseTo(before.x(), within(1e-9)); // E log slope = E X = 0
    Distribution wide = normal.beside(noise).swapped().withNoiseColumns(1, 0); // every composition
    Entropies all = wide.entropies().orElseThrow();
    double standardNormal = 0.5 * Math.log(2 * Math.PI * Math.E);
    assertThat(all.x()).isCloseTo(before.y() + entropies.y() + standardNormal, within(1e-12));
    assertThat(all.mutualInformation()).isCloseTo(wide.mutualInformation(), within(1e-12));
    assertThat(normal.transformed(Transform.swissRoll(), Transform.identity()).entropies())
        .isEmpty();
  }
}
