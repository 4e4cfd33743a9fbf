package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the network sees of sides of more columns than it has learnt. */
final class WideSampleTest {
  private static final int ROWS = 400;

  private static double[][] noise(int d, int n, SplittableRandom rng) {
    return IntStream.range(0, d)
        .mapToObj(c -> DoubleStream.generate(rng::nextGaussian).limit(n).toArray())
        .toArray(double[][]::new);
  }

  private static double[] response(double[] x, DoubleUnaryOperator of, SplittableRandom rng) {
    return Arrays.stream(x).map(v -> of.applyAsDouble(v) + 0.5 * rng.nextGaussian()).toArray();
  }

  private static RankedSample ranked(double[][] x, double[][] y) {
    return RankedSample.of(Sample.ofColumns(x, y), 1);
  }

  private static List<int[]> ranksOfX(RankedSample sample) {
    return Arrays.asList(sample.ranks()).subList(0, sample.dx());
  }

  @Test
  @DisplayName("up to 32 columns a side all are seen")
  void narrowIsSeenWhole() {
    RankedSample sample =
        ranked(noise(32, 50, new SplittableRandom(1)), noise(1, 50, new SplittableRandom(2)));
    assertThat(StrongestColumns.of(sample)).isSameAs(sample);
  }

  @Test
  @DisplayName(
      "a column is among the 32 of 150 that are seen whether Y follows it, its square, its sine or"
          + " in its spread")
  void dependenceIsSeen() {
    var rng = new SplittableRandom(3);
    double[][] x = noise(150, ROWS, rng);
    double[][] y = noise(40, ROWS, rng);
    y[39] = response(x[120], v -> v, rng);
    y[38] = response(x[121], v -> v * v, rng);
    y[37] = response(x[122], v -> 2 * Math.sin(3 * v), rng);
    double[] spread = response(x[123], v -> 0, rng);
    y[36] =
        IntStream.range(0, ROWS).mapToDouble(r -> spread[r] * Math.exp(1.5 * x[123][r])).toArray();
    RankedSample all = ranked(x, y);
    RankedSample seen = StrongestColumns.of(all);
    assertThat(seen.dx()).isEqualTo(32);
    assertThat(seen.dy()).isEqualTo(32);
    assertThat(ranksOfX(seen))
        .contains(all.ranks()[120], all.ranks()[121], all.ranks()[122], all.ranks()[123]);
  }

  @Test
  @DisplayName(
      "the canonical directions of all columns are those that are found by all eigenvectors")
  void canonicalPairsAgree() {
    var rng = new SplittableRandom(4);
    double[][] x = noise(9, ROWS, rng);
    double[][] y = noise(7, ROWS, rng);
    y[0] = response(x[0], v -> v, rng);
    y[1] = response(x[1], v -> 0.5 * v, rng);
    float[][][] a = {halves(x)[0], halves(x)[1]};
    float[][][] b = {halves(y)[0], halves(y)[1]};
    DirectionMoments moments =
        DirectionMoments.sum(
            new DirectionMoments[] {
              DirectionMoments.of(a[0], b[0]), DirectionMoments.of(a[1], b[1])
            });
    CrossCovariance covariance =
        CrossCovariance.sum(
            new CrossCovariance[] {CrossCovariance.of(a[0], b[0]), CrossCovariance.of(a[1], b[1])});
    for (boolean xFirst : new boolean[] {true, false}) {
      DirectionPairs dense = DirectionPairs.of(moments, a, b, -1, xFirst);
      DirectionPairs few = DirectionPairs.canonical(covariance, a, b, -1, xFirst);
      for (int k = 0; k < 2; k++) {
        assertThat(Math.abs(product(dense.u()[k], few.u()[k]))).isCloseTo(1, within(1e-4));
        assertThat(Math.abs(product(dense.v()[k], few.v()[k]))).isCloseTo(1, within(1e-4));
        assertThat(product(covariance.leftTimes(few.u()[k]), few.v()[k])).isPositive();
      }
    }
  }

  private static float[][][] halves(double[][] columns) {
    var halves = new float[2][columns.length][ROWS / 2];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < ROWS; r++) {
        halves[r % 2][c][r / 2] = (float) columns[c][r];
      }
    }
    return halves;
  }

  private static double product(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  @Test
  @DisplayName(
      "a turned pair hidden among 60 columns a side stands out in the first direction of rows it"
          + " was not fitted on")
  void turnedPairIsFound() {
    var rng = new SplittableRandom(5);
    int d = 60;
    double[][] x = noise(d, 2000, rng);
    double[] hidden = IntStream.range(0, 2000).mapToDouble(r -> sum(x, r) / Math.sqrt(d)).toArray();
    double[][] y = noise(d, 2000, rng);
    for (int c = 0; c < d; c++) {
      for (int r = 0; r < 2000; r++) {
        y[c][r] += 0.5 * hidden[r];
      }
    }
    RankedSample all = ranked(x, y);
    RankedSample found = SampleDirections.of(all, StrongestColumns.of(all)).orElseThrow();
    double[] scores = found.table().scores();
    double product = 0;
    for (int r = 0; r < 2000; r++) {
      product += scores[found.ranks()[0][r]] * scores[found.ranks()[found.dx()][r]] / 2000;
    }
    assertThat(product).isGreaterThan(0.9);
  }

  private static double sum(double[][] columns, int row) {
    return Arrays.stream(columns).mapToDouble(c -> c[row]).sum();
  }

  @Test
  @DisplayName("the order of columns changes nothing of what is seen")
  void orderOfColumnsChangesNothing() {
    var rng = new SplittableRandom(6);
    double[][] x = noise(70, 120, rng);
    double[][] y = noise(45, 120, rng);
    for (int r = 0; r < 120; r++) {
      y[44][r] += x[69][r];
    }
    var columns = new ArrayList<>(List.of(x));
    Collections.shuffle(columns, new Random(7));
    CopulaFeatures one = features(ranked(x, y));
    CopulaFeatures other = features(ranked(columns.toArray(double[][]::new), y));
    assertThat(other.global()).containsExactly(one.global(), within(1e-4f));
    assertThat(other.directions().orElseThrow().global())
        .containsExactly(one.directions().orElseThrow().global(), within(1e-3f));
  }

  private static CopulaFeatures features(RankedSample sample) {
    return NetworkInput.of(sample, IntStream.range(0, sample.n()).toArray()).features();
  }
}
