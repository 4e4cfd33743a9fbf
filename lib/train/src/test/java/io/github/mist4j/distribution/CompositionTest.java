package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CompositionTest {
  private static final Offset<Double> NEAR = within(1e-9);
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
  private static final Distribution NORMAL = new Normal(Dispersion.dense(3, 3, 0.5));

  private static Sample drawn(Distribution law) {
    return law.sample(200, new SplittableRandom(4));
  }

  private static double[][] squareLengths(double[][] columns) {
    var sums = new double[1][columns[0].length];
    for (double[] column : columns) {
      Arrays.setAll(sums[0], r -> sums[0][r] + column[r] * column[r]);
    }
    return sums;
  }

  @Test
  void blocksBesideEachOtherAddUpAndNoiseColumnsChangeNothing() {
    Distribution noise = AdditiveNoise.of(0.4);
    Distribution both = NORMAL.beside(noise).withNoiseColumns(2, 1).swapped();
    assertThat(both.mutualInformation())
        .isCloseTo(NORMAL.mutualInformation() + noise.mutualInformation(), NEAR);
    assertThat(new int[] {both.dx(), both.dy()}).containsExactly(5, 6);
    Sample sample = drawn(both);
    assertThat(new int[] {sample.dx(), sample.dy()}).containsExactly(5, 6);
    assertThat(sample.y(0)).containsExactly(drawn(NORMAL).x(0));
  }

  @Test
  void rotationsAndSpiralsKeepTheLengthsOfRows() {
    var rng = new SplittableRandom(1);
    Transform warp = Transform.rotation(3, rng).then(Transform.spiral(1.0 / 3, 0, 2));
    Distribution turned = NORMAL.transformed(warp, Transform.rotation(3, rng));
    double[][] before = squareLengths(ColumnDraws.ofX(drawn(NORMAL)));
    double[][] after = squareLengths(ColumnDraws.ofX(drawn(turned)));
    for (int r = 0; r < before[0].length; r++) {
      assertThat(after[0][r]).isCloseTo(before[0][r], NEAR);
    }
    assertThat(drawn(turned).x(0)).isNotEqualTo(drawn(NORMAL).x(0));
    assertThat(turned.mutualInformation()).isEqualTo(NORMAL.mutualInformation());
  }

  @Test
  void aSpiralTurnsBySpeedTimesTheSquaredLength() {
    double[][] turned = Transform.spiral(0.5, 0, 1).apply(new double[][] {{1, 0}, {0, 2}, {1, 0}});
    assertThat(turned[0][0]).isCloseTo(Math.cos(1), NEAR);
    assertThat(turned[1][0]).isCloseTo(Math.sin(1), NEAR);
    assertThat(turned[0][1]).isCloseTo(-2 * Math.sin(2), NEAR);
    assertThat(turned[2]).containsExactly(1, 0);
  }

  @Test
  void theSwissRollOfAUniformColumnIsTwoColumns() {
    Distribution uniform =
        new Normal(Dispersion.dense(1, 1, 0.75)).transformed(Transform.normalCdf());
    Distribution roll = uniform.transformed(Transform.swissRoll(), Transform.identity());
    assertThat(roll.dx()).isEqualTo(2);
    assertThat(roll.mutualInformation()).isCloseTo(0.413339, within(1e-6));
    Sample sample = drawn(roll);
    double[] u = drawn(uniform).x(0);
    for (int r = 0; r < u.length; r++) {
      double t = 21 * Math.hypot(sample.x(0)[r], sample.x(1)[r]);
      assertThat(t).isCloseTo(1.5 * Math.PI * (1 + 2 * u[r]), NEAR);
    }
  }

  @Test
  void bimodalColumnsHaveTheQuantilesOfTheirTwoHumps() {
    double[] v = Transform.bimodal(0.3, 0, 5).apply(new double[][] {{-1, 0, 2.5}})[0];
    double[] z = {-1, 0, 2.5};
    for (int i = 0; i < z.length; i++) {
      assertThat(
              0.3 * STANDARD.cumulativeProbability(v[i])
                  + 0.7 * STANDARD.cumulativeProbability(v[i] - 5))
          .isCloseTo(STANDARD.cumulativeProbability(z[i]), NEAR);
    }
  }

  @Test
  void anyMonotoneFunctionOfTheUserWorksAndAnyOtherIsRefused() {
    Distribution down = NORMAL.transformed(Transform.monotone("-x³", x -> -x * x * x));
    assertThat(drawn(down).x(0)[0]).isCloseTo(-Math.pow(drawn(NORMAL).x(0)[0], 3), NEAR);
    assertThat(down.describe()).contains("-x³");
    Distribution square = NORMAL.transformed(Transform.monotone("square", x -> x * x));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawn(square))
        .withMessageContaining("transform 'square' must be strictly monotone, but maps")
        .withMessageContaining("against the direction of the values before");
    Distribution floor = NORMAL.transformed(Transform.monotone("floor", Math::floor));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> drawn(floor))
        .withMessageContaining("transform 'floor' must be strictly monotone, but maps");
  }

  @Test
  void fewRowsOfARareLevelAreDrawnAgainUntilBothLevelsAreThere() {
    Distribution rare = DiscreteResponse.of(STANDARD, Response.logistic(-4, 0.5));
    for (int seed = 0; seed < 20; seed++) {
      assertThat(rare.sample(10, new SplittableRandom(seed)).y(0)).contains(0, 1);
    }
  }

  @Test
  void aDescriptionNamesTheParameters() {
    assertThat(NORMAL.describe())
        .isEqualTo(
            "normal, 3 x 3 columns, all correlations 0.500, MI = ½(log|Σx| + log|Σy| − log|Σ|)");
    assertThat(new Student(Dispersion.sparse(4, 4, 2, 1.5), 3).describe())
        .startsWith(
            "Student with 3.00 degrees of freedom, 4 x 4 columns, 2 pairs of strength 1.50");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            "a dispersion must be positive definite, this one of 2 columns is not",
            (Runnable) () -> Dispersion.of(new double[][] {{1, 2}, {2, 1}}, 1)),
        Arguments.of(
            "every ε must be positive, was 0.0", (Runnable) () -> AdditiveNoise.of(0.5, 0)),
        Arguments.of(
            "dx must be from 1 to 1, was 2",
            (Runnable) () -> Dispersion.of(new double[][] {{1, 0}, {0, 1}}, 2)),
        Arguments.of(
            "σ(x) must be positive, was 0.0 at x = -6.0; the mutual information is infinite where y"
                + " is a function of x",
            (Runnable)
                () -> Regression.of(STANDARD, Curve.line(1), Curve.constant(0), Noise.normal())),
        Arguments.of(
            "a linear map must be invertible, this one of 2 columns is not",
            (Runnable) () -> Transform.linear(new double[][] {{1, 2}, {2, 4}})),
        Arguments.of(
            "a linear map of 2 columns cannot be used on 3 columns",
            (Runnable) () -> NORMAL.transformed(Transform.rotation(2, new SplittableRandom(1)))),
        Arguments.of(
            "a swiss roll is made of 1 column, there are 3",
            (Runnable) () -> NORMAL.transformed(Transform.swissRoll())),
        Arguments.of(
            "a spiral of the columns 1 and 3 (from 0) needs more than 3 columns",
            (Runnable) () -> NORMAL.transformed(Transform.spiral(1, 1, 3))),
        Arguments.of(
            "cuts must be finite and rise, were [1.0, 1.0]",
            (Runnable)
                () ->
                    Regression.of(STANDARD, Curve.line(1), Curve.constant(1), Noise.normal())
                        .thresholded(1, 1)),
        Arguments.of(
            "a mixture needs two components or more, had 1",
            (Runnable) () -> GaussianMixture.of(1, List.of(NormalComponent.round(1, 1, 0, 0)))),
        Arguments.of(
            "deviation must be positive, was 0.0",
            (Runnable) () -> NormalComponent.round(1, 0, 0, 0)),
        Arguments.of(
            "a probability must not be negative, was -0.1",
            (Runnable) () -> ContingencyTable.of(new double[][] {{0.5, -0.1}, {0.3, 0.3}})),
        Arguments.of(
            "noise columns must not be negative, were 0 and -1",
            (Runnable) () -> NORMAL.withNoiseColumns(0, -1)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void badParametersAreRefusedInOneSentence(String sentence, Runnable use) {
    assertThatIllegalArgumentException().isThrownBy(use::run).withMessage(sentence);
  }
}
