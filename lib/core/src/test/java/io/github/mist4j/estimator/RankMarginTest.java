package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RankMarginTest {
  private static final int COLUMNS = 500;

  private static double pValue(double[] x, double[] y) {
    return RankMargin.of(x).pValue(RankMargin.of(y), () -> false);
  }

  @ParameterizedTest
  @EnumSource(Margins.class)
  @DisplayName("p-values of independent columns are uniform, against measures and against zeros")
  void pValuesAreUniform(Margins kind) {
    for (Margins other : new Margins[] {Margins.NORMAL, Margins.MANY_ZEROS}) {
      double[] p =
          IntStream.range(0, COLUMNS)
              .parallel()
              .mapToDouble(
                  k -> {
                    var rng = new SplittableRandom(k);
                    return pValue(kind.column(150, rng), other.column(150, rng));
                  })
              .toArray();
      for (double level : new double[] {0.01, 0.05, 0.2}) {
        double error = Math.sqrt(level * (1 - level) / COLUMNS);
        double rejected = Arrays.stream(p).filter(v -> v <= level).count() / (double) COLUMNS;
        assertThat(rejected).isCloseTo(level, within(4 * error));
      }
      assertThat(Arrays.stream(p).min().orElseThrow()).isGreaterThan(0.001 / COLUMNS);
    }
  }

  @ParameterizedTest
  @EnumSource(Margins.class)
  @DisplayName(
      "dependence is found whatever the margin, and the p-value is as small as it is clear")
  void dependenceIsFound(Margins kind) {
    var rng = new SplittableRandom(2);
    double[] x = kind.column(600, rng);
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double spread = Math.max(1e-3, sorted[570] - sorted[30]);
    double[] y = Arrays.stream(x).map(v -> 2 * v / spread + 0.5 * rng.nextGaussian()).toArray();
    assertThat(pValue(x, y)).isLessThan(1e-6);
  }

  @Test
  @DisplayName("walks that know nothing of each other: with blocks of rows about 5% are below 0.05")
  void blocksAreForRowsInTime() {
    int below = 0;
    int belowWithout = 0;
    int series = 200;
    for (int k = 0; k < series; k++) {
      double[] x = walk(2L * k);
      double[] y = walk(2L * k + 1);
      var margin = RankMargin.of(x);
      below += margin.pValue(RankMargin.of(y), 40, () -> false) <= 0.05 ? 1 : 0;
      belowWithout += margin.pValue(RankMargin.of(y), () -> false) <= 0.05 ? 1 : 0;
      assertThat(margin.pValue(RankMargin.of(y), 1, () -> false)).isEqualTo(pValue(x, y));
    }
    // Cut ends of blocks let through a little more than the level: twice that is allowed.
    double error = Math.sqrt(0.1 * 0.9 / series);
    assertThat(below / (double) series).isLessThan(0.1 + 4 * error);
    assertThat(belowWithout).isGreaterThan(series / 3);
  }

  private static double[] walk(long seed) {
    var rng = new SplittableRandom(seed);
    var walk = new double[400];
    for (int r = 1; r < walk.length; r++) {
      walk[r] = 0.9 * walk[r - 1] + rng.nextGaussian();
    }
    return walk;
  }

  @Test
  @DisplayName("curves, circles and waves are found, which no correlation shows")
  void shapesAreFound() {
    var rng = new SplittableRandom(3);
    int n = 3000;
    double[] x = rng.doubles(n).toArray();
    double[] curve =
        Arrays.stream(x).map(v -> 4 * (v - 0.5) * (v - 0.5) + 0.3 * rng.nextGaussian()).toArray();
    double[] wave =
        Arrays.stream(x).map(v -> Math.sin(16 * Math.PI * v) + 0.3 * rng.nextGaussian()).toArray();
    double[] spread =
        Arrays.stream(x).map(v -> (0.2 + Math.abs(v - 0.5)) * rng.nextGaussian()).toArray();
    assertThat(pValue(x, curve)).isLessThan(1e-9);
    assertThat(pValue(x, wave)).isLessThan(1e-3);
    assertThat(pValue(x, spread)).isLessThan(1e-4);
  }

  @ParameterizedTest
  @EnumSource(Margins.class)
  @DisplayName("neither the order of rows, nor which comes first, nor a monotone map matters")
  void onlyRanksMatter(Margins kind) {
    var rng = new SplittableRandom(4);
    double[] x = kind.column(120, rng);
    double[] y = Margins.MOSTLY_ZEROS.column(120, rng);
    double p = pValue(x, y);
    assertThat(pValue(Arrays.stream(x).map(Math::exp).toArray(), y)).isEqualTo(p);
    assertThat(pValue(reversed(x), reversed(y))).isCloseTo(p, within(1e-9));
    assertThat(pValue(y, x)).isCloseTo(p, within(1e-9));
  }

  private static double[] reversed(double[] column) {
    return IntStream.range(0, column.length)
        .mapToDouble(r -> column[column.length - 1 - r])
        .toArray();
  }

  @Test
  @DisplayName("shuffles stop when they are asked to")
  void shufflesStop() {
    var rng = new SplittableRandom(5);
    RankMargin x = RankMargin.of(Margins.MOSTLY_ZEROS.column(100, rng));
    RankMargin y = RankMargin.of(Margins.MOSTLY_ZEROS.column(100, rng));
    assertThatThrownBy(() -> x.pValue(y, () -> true)).isInstanceOf(CancellationException.class);
  }
}
