package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.Digamma;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ClassicalEstimatorsTest {
  private static final MutualInformationEstimator KSG = new Ksg();
  private static final MutualInformationEstimator GAUSSIAN = new GaussianCopula();

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(KSG, new Normal(Dispersion.dense(1, 1, 0.75)), 400, 0.01),
        Arguments.of(KSG, new Normal(Dispersion.identity(2, 3)), 400, 0.01),
        Arguments.of(GAUSSIAN, new Normal(Dispersion.dense(1, 1, 0.75)), 100, 0.02),
        Arguments.of(GAUSSIAN, new Normal(Dispersion.dense(4, 6, 0.5)), 100, 0.03),
        Arguments.of(GAUSSIAN, new Normal(Dispersion.identity(8, 8)), 60, 0.02));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("the mean over samples is the closed form within 4 standard errors and a small bias")
  void meanIsTheClosedForm(
      MutualInformationEstimator estimator, Distribution law, int n, double bias) {
    double[] values =
        IntStream.range(0, 100)
            .mapToDouble(k -> estimator.estimate(law.sample(n, new SplittableRandom(k))).value())
            .toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(square / values.length / (values.length - 1));
    assertThat(mean).isCloseTo(law.mutualInformation(), within(bias + 4 * error));
  }

  @Test
  @DisplayName("KSG is what its definition says, computed by sorting all distances")
  void ksgFollowsItsDefinition() {
    for (int seed = 0; seed < 20; seed++) {
      int k = 1 + seed % 5;
      Sample sample =
          new Normal(Dispersion.dense(2, 3, 0.4)).sample(30 + seed, new SplittableRandom(seed));
      assertThat(new Ksg(k).estimate(sample).value())
          .isCloseTo(byDefinition(sample, k), within(1e-12));
    }
  }

  private static double byDefinition(Sample sample, int k) {
    int n = sample.n();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int row = i;
      double[] x = distances(IntStream.range(0, 2).mapToObj(sample::x).toList(), row, n);
      double[] y = distances(IntStream.range(0, 3).mapToObj(sample::y).toList(), row, n);
      double[] joint = IntStream.range(0, n).mapToDouble(r -> Math.max(x[r], y[r])).toArray();
      double radius = Arrays.stream(joint).sorted().toArray()[k]; // the row itself is the first
      int inX = (int) IntStream.range(0, n).filter(r -> r != row && x[r] < radius).count();
      int inY = (int) IntStream.range(0, n).filter(r -> r != row && y[r] < radius).count();
      sum += Digamma.value(inX + 1) + Digamma.value(inY + 1);
    }
    return Digamma.value(k) + Digamma.value(n) - sum / n;
  }

  private static double[] distances(java.util.List<double[]> columns, int row, int n) {
    return IntStream.range(0, n)
        .mapToDouble(
            r -> columns.stream().mapToDouble(c -> Math.abs(c[r] - c[row]) / sd(c)).max().orElse(0))
        .toArray();
  }

  private static double sd(double[] column) {
    double mean = Arrays.stream(column).average().orElseThrow();
    return Math.sqrt(Arrays.stream(column).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  @Test
  @DisplayName("the Gaussian copula does not change under monotone maps of a column")
  void gaussianCopulaSeesRanksOnly() {
    Distribution law = new Normal(Dispersion.dense(2, 2, 0.5));
    Sample plain = law.sample(50, new SplittableRandom(1));
    Sample bent = law.transformed(Transform.halfCube()).sample(50, new SplittableRandom(1));
    assertThat(GAUSSIAN.estimate(bent).value())
        .isCloseTo(GAUSSIAN.estimate(plain).value(), within(1e-12));
  }

  @Test
  @DisplayName("the permutation test tells dependence from independence and can be repeated")
  void permutationTestTellsDependence() {
    EstimateOptions options = EstimateOptions.withDefaults().withPermutations(99);
    Sample dependent = new Normal(Dispersion.dense(1, 1, 0.75)).sample(60, new SplittableRandom(1));
    Sample not = new Normal(Dispersion.identity(1, 1)).sample(60, new SplittableRandom(1));
    for (MutualInformationEstimator estimator : new MutualInformationEstimator[] {KSG, GAUSSIAN}) {
      IndependenceTest test = estimator.estimate(dependent, options).independence().orElseThrow();
      assertThat(test.pValue()).isEqualTo(0.01);
      assertThat(estimator.estimate(dependent, options).independence()).hasValue(test);
      assertThat(estimator.estimate(not, options).independence().orElseThrow().pValue())
          .isGreaterThan(0.01);
    }
  }

  @Test
  @DisplayName("what an estimator cannot serve is refused in one sentence")
  void refusals() {
    var rng = new SplittableRandom(1);
    Sample wide = new Normal(Dispersion.identity(6, 5)).sample(12, rng);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GAUSSIAN.estimate(wide))
        .withMessage("method gaussian-copula needs more than dx + dy + 1 = 12 rows, had 12");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ksg(12).estimate(wide))
        .withMessage("method ksg needs more rows than k = 12, had 12");
    double[] column = rng.doubles(20).toArray();
    Sample same = Sample.ofColumns(new double[][] {column}, new double[][] {column});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GAUSSIAN.estimate(same))
        .withMessage(
            "method gaussian-copula needs columns of which none is determined by the others");
  }
}
