package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two functions of the same columns against closed forms, one-column quadratures and draws. */
final class BivariateRegressionTest {
  @ParameterizedTest
  @CsvSource({"1, 0.5", "2, 0.1", "3, 1", "5, 0.2"})
  void linearFunctionsHaveTheInformationOfNormalColumns(int dx, double sigma) {
    ToDoubleFunction<double[]> f = row -> Arrays.stream(row).sum();
    ToDoubleFunction<double[]> g = row -> f.applyAsDouble(row) - 2 * row[0];
    double same = dx - 2;
    double square = sigma * sigma;
    double expected =
        0.5
            * Math.log(
                (dx + square) * (dx + square) / square / square - same * same / square / square);
    var law = BivariateRegression.of("sums", Predictors.normal(dx), f, g, sigma);
    assertThat(law.mutualInformation())
        .isCloseTo(expected, within(0.004 + 4 * law.mutualInformationError()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.4, 1.5})
  void functionsOfColumnsApartAddUp(double sigma) {
    var normal = NormalDistribution.of(0, 1);
    var f = new Curve("sin 2x", x -> Math.sin(2 * x));
    var g = new Curve("step", x -> x > 0.3 ? 1 : 0);
    var law =
        BivariateRegression.of(
            "apart", Predictors.normal(3), row -> f.at(row[0]), row -> g.at(row[2]), sigma);
    Curve spread = Curve.constant(sigma);
    double expected =
        Regression.of(normal, f, spread, Noise.normal()).mutualInformation()
            + Regression.of(normal, g, spread, Noise.normal()).mutualInformation();
    assertThat(law.mutualInformation())
        .isCloseTo(expected, within(0.005 + 4 * law.mutualInformationError()));
  }

  /** Normal given X, and normal: a row turned by the angle of a third column. */
  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.7})
  void turnedNormalColumnsStayNormal(double sigma) {
    var law =
        BivariateRegression.of(
            "turned",
            Predictors.normal(3),
            row -> Math.cos(row[2]) * row[0] - Math.sin(row[2]) * row[1],
            row -> Math.sin(row[2]) * row[0] + Math.cos(row[2]) * row[1],
            sigma);
    assertThat(law.mutualInformation())
        .isCloseTo(
            Math.log1p(1 / (sigma * sigma)), within(0.004 + 4 * law.mutualInformationError()));
  }

  @Test
  void rowsAreTheFunctionsAndNoise() {
    double sigma = 0.3;
    var law =
        BivariateRegression.of(
            "x²", Predictors.normal(1), row -> row[0] * row[0], row -> 1 - row[0], sigma);
    Sample sample = law.sample(20_000, new SplittableRandom(5));
    double first = 0;
    double second = 0;
    for (int r = 0; r < sample.n(); r++) {
      double x = sample.x(0)[r];
      first += Math.pow(sample.y(0)[r] - x * x, 2) / sample.n();
      second += Math.pow(sample.y(1)[r] - 1 + x, 2) / sample.n();
    }
    assertThat(first).isCloseTo(sigma * sigma, within(0.004));
    assertThat(second).isCloseTo(sigma * sigma, within(0.004));
  }

  @Test
  void whatHasNoLabelIsRefused() {
    var fine =
        BivariateRegression.of("f", Predictors.normal(1), row -> row[0], row -> row[0], 1e-4);
    assertThatIllegalArgumentException()
        .isThrownBy(fine::mutualInformation)
        .withMessageStartingWith(
            "sigma must be at least a 300th of the range of f and g, was 1.0E-4 for a range of");
    var infinite =
        BivariateRegression.of("f", Predictors.normal(1), row -> row[0], row -> 1 / 0.0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(infinite::mutualInformation)
        .withMessage("functions of X must be finite everywhere, was Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BivariateRegression.of("f", Predictors.normal(1), row -> 0, row -> 0, 0))
        .withMessage("sigma must be positive, was 0.0");
  }
}
