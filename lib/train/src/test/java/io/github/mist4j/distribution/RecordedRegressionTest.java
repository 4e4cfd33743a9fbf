package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RecordedRegressionTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final Regression LINE =
      Regression.of(NORMAL, Curve.line(0.75), Curve.constant(1), Noise.normal()); // ρ = 0.6

  @Test
  @DisplayName("values as they are have the information of the regression")
  void exactValuesHaveTheInformationOfTheLaw() {
    Distribution law = RecordedRegression.of(LINE, Recording.exact(), Recording.exact());
    assertThat(law.mutualInformation()).isCloseTo(-0.5 * Math.log(1 - 0.36), within(2e-3));
  }

  @Test
  @DisplayName("fine rounding costs nearly nothing, levels agree with the contingency table")
  void roundingAgreesWithClosedForms() {
    var fine = RecordedRegression.of(LINE, Recording.rounded(0.1), Recording.rounded(0.1));
    assertThat(fine.mutualInformation()).isCloseTo(0.2231 - 0.0005, within(1e-3));
    double[] cuts = {-1, 0.2, 0.9};
    double sd = Math.sqrt(1 + 0.75 * 0.75);
    double[] ofY = {-0.5, 0.8};
    var levels =
        RecordedRegression.of(
            LINE, Recording.levels(cuts), Recording.levels(ofY[0] * sd, ofY[1] * sd));
    assertThat(levels.mutualInformation())
        .isCloseTo(ContingencyTable.ofNormal(0.6, cuts, ofY).mutualInformation(), within(1e-3));
  }

  @Test
  @DisplayName("inflation mixes in independent rows; independent columns stay independent")
  void inflationAgreesWithTheMixture() {
    var none =
        RecordedRegression.of(
            Regression.of(NORMAL, Curve.constant(0), Curve.constant(1), Noise.laplace()),
            Recording.rounded(0.3).inflated(0, 0.4),
            Recording.heaped(1, 5, 0.5));
    assertThat(none.mutualInformation()).isCloseTo(0, within(1e-9));
    // x is lost in a share of rows, which tell nothing of y: I = (1 − share) I₀
    var lost = RecordedRegression.of(LINE, Recording.exact().inflated(9, 0.4), Recording.exact());
    assertThat(lost.mutualInformation()).isCloseTo(0.6 * 0.22314, within(2e-3));
  }

  static Stream<RecordedRegression> recorded() {
    var waves =
        Regression.of(
            UniformContinuousDistribution.of(-2, 2),
            Curve.sines(new double[] {1}, new double[] {2}, new double[] {0.3}),
            Curve.constant(0.5),
            Noise.laplace());
    return Stream.of(
        RecordedRegression.of(LINE, Recording.rounded(0.5), Recording.levels(-0.5, 0.7)),
        RecordedRegression.of(
            LINE, Recording.heaped(0.5, 4, 0.3), Recording.rounded(1).inflated(0, 0.3)),
        RecordedRegression.of(
            waves,
            Recording.rounded(0.25).withLimits(-1, 1.5),
            Recording.rounded(0.5).withLimits(-1, 1)),
        RecordedRegression.of(
            waves, Recording.levels(-1, 0, 0.4, 1.2), Recording.heaped(0.25, 4, 0.6)));
  }

  /** The plug-in estimate of a million rows, whose bias is cells/2n. */
  @ParameterizedTest
  @MethodSource("recorded")
  @DisplayName("the quadrature is what counting a million rows comes to")
  void theLabelIsWhatCountsComeTo(RecordedRegression law) {
    int n = 1_000_000;
    Sample sample = law.sample(n, new SplittableRandom(1));
    Map<Double, Integer> x = new HashMap<>();
    Map<Double, Integer> y = new HashMap<>();
    Map<Map.Entry<Double, Double>, Integer> both = new HashMap<>();
    double[] xs = sample.x(0);
    double[] ys = sample.y(0);
    for (int r = 0; r < n; r++) {
      x.merge(xs[r], 1, Integer::sum);
      y.merge(ys[r], 1, Integer::sum);
      both.merge(Map.entry(xs[r], ys[r]), 1, Integer::sum);
    }
    double cells = both.size() - x.size() - y.size() + 1;
    double plugIn = entropy(x, n) + entropy(y, n) - entropy(both, n) - cells / (2.0 * n);
    assertThat(law.mutualInformation()).isCloseTo(plugIn, within(4e-3));
  }

  private static double entropy(Map<?, Integer> counts, double n) {
    return counts.values().stream().mapToDouble(c -> -c / n * Math.log(c / n)).sum();
  }
}
