package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RankTestTest {
  private static final EstimateOptions OPTIONS =
      EstimateOptions.withDefaults().withPermutations(99);

  private static double pValue(Sample sample, EstimateOptions options) {
    return IndependenceTest.ofRanks(sample, options, orders -> new double[orders.size()], 1)
        .pValue();
  }

  private static Sample curve(int n, DoubleUnaryOperator mean, SplittableRandom rng) {
    var x = new double[1][n];
    var y = new double[1][n];
    for (int r = 0; r < n; r++) {
      x[0][r] = rng.nextGaussian();
      y[0][r] = mean.applyAsDouble(x[0][r]) + rng.nextGaussian();
    }
    return Sample.ofColumns(x, y);
  }

  @ParameterizedTest
  @EnumSource(Margins.class)
  @DisplayName("one in twenty independent samples is rejected at 5%, whatever the margins")
  void levelIsExact(Margins kind) {
    int samples = 300;
    long rejected =
        IntStream.range(0, samples)
            .filter(
                k -> {
                  var rng = new SplittableRandom(k);
                  double[][] x = {kind.column(60, rng), Margins.FIVE_LEVELS.column(60, rng)};
                  double[][] y = {Margins.MANY_ZEROS.column(60, rng)};
                  return pValue(Sample.ofColumns(x, y), OPTIONS.withSeed(k)) <= 0.05;
                })
            .count();
    double error = Math.sqrt(samples * 0.05 * 0.95);
    assertThat((double) rejected).isCloseTo(0.05 * samples, within(4 * error));
  }

  @Test
  @DisplayName("weak monotone dependence is found about as often as by the correlation's own test")
  void monotoneDependenceIsFound() {
    var copula = new GaussianCopula();
    int samples = 200;
    int ours = 0;
    int its = 0;
    for (int k = 0; k < samples; k++) {
      Sample sample = curve(300, x -> 0.16 * x, new SplittableRandom(k));
      EstimateOptions options = OPTIONS.withSeed(k);
      ours += pValue(sample, options) <= 0.05 ? 1 : 0;
      its += copula.estimate(sample, options).independence().orElseThrow().pValue() <= 0.05 ? 1 : 0;
    }
    assertThat(its).isBetween(samples / 2, samples - 10); // neither trivial nor hopeless
    assertThat(ours).isGreaterThanOrEqualTo(its - samples / 10);
  }

  @Test
  @DisplayName("clear dependence has the smallest p-value there is, whatever its shape")
  void shapesAreFound() {
    var rng = new SplittableRandom(2);
    assertThat(pValue(curve(300, x -> x * x, rng), OPTIONS)).isEqualTo(0.01);
    var wave = new double[2][2000];
    var circle = new double[2][300];
    var or = new double[3][300];
    for (int r = 0; r < 2000; r++) {
      wave[0][r] = rng.nextDouble();
      wave[1][r] = Math.sin(40 * Math.PI * wave[0][r]) + 0.3 * rng.nextGaussian();
    }
    for (int r = 0; r < 300; r++) {
      double angle = 2 * Math.PI * rng.nextDouble();
      circle[0][r] = Math.cos(angle) + 0.1 * rng.nextGaussian();
      circle[1][r] = Math.sin(angle) + 0.1 * rng.nextGaussian();
      or[0][r] = rng.nextGaussian();
      or[1][r] = rng.nextGaussian();
      or[2][r] = Math.signum(or[0][r] * or[1][r]) + 0.7 * rng.nextGaussian();
    }
    for (double[][] columns : new double[][][] {wave, circle}) {
      double[][] x = {columns[0]};
      assertThat(pValue(Sample.ofColumns(x, new double[][] {columns[1]}), OPTIONS)).isEqualTo(0.01);
    }
    double[][] both = {or[0], or[1]};
    assertThat(pValue(Sample.ofColumns(both, new double[][] {or[2]}), OPTIONS)).isEqualTo(0.01);
  }

  @Test
  @DisplayName("among many columns one weakly dependent pair is found")
  void onePairAmongManyIsFound() {
    var rng = new SplittableRandom(6);
    var x = new double[10][400];
    var y = new double[10][400];
    for (int r = 0; r < 400; r++) {
      for (int c = 0; c < 10; c++) {
        x[c][r] = rng.nextGaussian();
        y[c][r] = rng.nextGaussian();
      }
      y[7][r] += 0.4 * x[3][r];
    }
    assertThat(pValue(Sample.ofColumns(x, y), OPTIONS)).isEqualTo(0.01);
  }

  @Test
  @DisplayName(
      "with 20,000 rows a correlation of 0.05 is found, and a stop is heard within a second")
  void manyRowsAreNoHindrance() {
    Sample sample = curve(20_000, x -> 0.05 * x, new SplittableRandom(4));
    assertThat(pValue(sample, OPTIONS.withPermutations(49))).isEqualTo(0.02);
    long[] asked = {0};
    ProgressListener stops =
        ProgressListener.NONE.stoppedBy(
            () -> {
              asked[0] = asked[0] == 0 ? System.nanoTime() : asked[0];
              return System.nanoTime() - asked[0] > 50_000_000L;
            });
    EstimateOptions many = OPTIONS.withPermutations(100_000).withProgress(stops);
    long from = System.nanoTime();
    assertThatThrownBy(() -> pValue(sample, many)).isInstanceOf(CancellationException.class);
    assertThat((System.nanoTime() - from) / 1e9).isLessThan(3); // with what is made ready before
  }

  @Test
  @DisplayName(
      "an estimator is asked about the data and all shuffles, or about a few shuffles only")
  void estimatorsAreAsked() {
    Sample sample = curve(50, x -> x, new SplittableRandom(5));
    int[] asked = {0};
    IndependenceTest all =
        IndependenceTest.ofRanks(
            sample, OPTIONS.withPermutations(39), orders -> count(orders.size(), asked), 39);
    assertThat(asked[0]).isEqualTo(40);
    assertThat(all.bandUpper()).isEqualTo(1);
    asked[0] = 0;
    IndependenceTest.ofRanks(
        sample, OPTIONS.withPermutations(39), orders -> count(orders.size(), asked), 20);
    assertThat(asked[0]).isEqualTo(20);
  }

  private static synchronized double[] count(int size, int[] asked) {
    asked[0] += size;
    return IntStream.range(0, size).mapToDouble(k -> 1).toArray();
  }
}
