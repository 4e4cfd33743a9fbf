package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.estimator.GaussianCopula;
import io.github.mist4j.estimator.GaussianInformation;
import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpreadFamilyTest {
  private static final int ROWS = 4000;

  static Stream<Family> families() {
    return SpreadFamily.all().stream();
  }

  @ParameterizedTest
  @MethodSource("families")
  @DisplayName("draws have samples of their shape and a finite label, also small and unequal ones")
  void drawsAreWhole(Family family) {
    for (int i = 0; i < 100; i++) {
      var rng = new SplittableRandom(i);
      var shape = new Shape(10 + rng.nextInt(200), 1 + i % 7, 1 + i % 3);
      Dataset dataset = family.draw(shape, rng);
      Sample sample = dataset.sample();
      assertThat(sample.n()).isEqualTo(shape.n());
      assertThat(sample.dx()).isEqualTo(shape.dx());
      assertThat(sample.dy()).isEqualTo(shape.dy());
      assertThat(dataset.mutualInformation()).isBetween(0.0, 40.0);
    }
  }

  private static boolean normal(Distribution law) {
    String words = law.describe().toLowerCase(Locale.ROOT);
    return words.contains("normal") && !words.contains("student");
  }

  /** Divided by the standard deviations. */
  private static DMatrixRMaj covariance(Sample sample) {
    double[][] columns =
        IntStream.range(0, sample.dx() + sample.dy())
            .mapToObj(c -> c < sample.dx() ? sample.x(c) : sample.y(c - sample.dx()))
            .toArray(double[][]::new);
    var covariance = new DMatrixRMaj(columns.length, columns.length);
    for (double[] column : columns) {
      double mean = Arrays.stream(column).average().orElseThrow();
      double square = Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum();
      Arrays.setAll(column, r -> (column[r] - mean) / Math.sqrt(square));
    }
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        for (int r = 0; r < sample.n(); r++) {
          covariance.add(i, j, columns[i][r] * columns[j][r]);
        }
      }
    }
    return covariance;
  }

  @ParameterizedTest
  @ValueSource(strings = {"spread_pairs", "spread_factors", "smooth", "strong"})
  @DisplayName("labels of normal members are those of the covariance of many rows")
  void labelsAreThoseOfTheCovariance(String id) {
    int met = 0;
    for (int i = 0; i < 40; i++) {
      var rng = new SplittableRandom(i);
      int dx = 1 + i % 5;
      int dy = 1 + i % 4;
      Distribution law = Families.named(id).member().draw(dx, dy, rng);
      if (normal(law)) {
        double seen = GaussianInformation.of(covariance(law.sample(ROWS, rng)), dx).orElseThrow();
        double error = Math.sqrt(Math.min(dx, dy) / (double) ROWS);
        assertThat(seen)
            .as("%d: %s", i, law.describe())
            .isCloseTo(law.mutualInformation(), within(0.01 + 4 * error));
        met++;
      }
    }
    assertThat(met).isGreaterThan(15);
  }

  @Test
  @DisplayName("labels of single columns as lengths are those of the logarithms of the lengths")
  void labelsAreThoseOfLengths() {
    int met = 0;
    for (int i = 0; i < 40; i++) {
      var rng = new SplittableRandom(i);
      Distribution law = Families.named("spread_circles").member().draw(1, 1, rng);
      if (normal(law)) {
        Sample sample = law.sample(ROWS, rng);
        var lengths =
            Sample.ofColumns(
                new double[][] {Arrays.stream(sample.x(0)).map(Math::abs).toArray()},
                new double[][] {Arrays.stream(sample.y(0)).map(Math::abs).toArray()});
        assertThat(new GaussianCopula().estimate(lengths).value())
            .isCloseTo(law.mutualInformation(), within(0.07));
        met++;
      }
    }
    assertThat(met).isGreaterThan(15);
  }

  @Test
  @DisplayName("labels of single curves are what nearest neighbours find in many rows")
  void labelsAreThoseOfNeighbours() {
    for (int i = 0; i < 15; i++) {
      var rng = new SplittableRandom(i);
      Distribution law = Families.named("spread_curves").member().draw(1, 1, rng);
      double label = law.mutualInformation();
      assertThat(new Ksg().estimate(law.sample(ROWS, rng)).value())
          .as(law.describe())
          .isCloseTo(label, within(0.06 + 0.06 * label));
    }
  }

  @Test
  @DisplayName("sides that are turned apart say nothing about each other, but have columns that do")
  void independentSidesHaveDependentColumns() {
    Family family = Families.named("spread_independent");
    double within = 0;
    for (int i = 0; i < 20; i++) {
      var rng = new SplittableRandom(i);
      Distribution law = family.member().draw(6, 3, rng);
      assertThat(law.mutualInformation()).isZero();
      Sample sample = law.sample(ROWS, rng);
      assertThat(new GaussianCopula().estimate(sample).value()).isBetween(-0.01, 0.01);
      double[][] first = IntStream.range(0, 3).mapToObj(sample::x).toArray(double[][]::new);
      double[][] last = IntStream.range(3, 6).mapToObj(sample::x).toArray(double[][]::new);
      within += new GaussianCopula().estimate(Sample.ofColumns(first, last)).value() / 20;
    }
    assertThat(within).isGreaterThan(0.05);
  }
}
