package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of several columns, densities on boxes, couplings and curves as columns. */
final class LawsOfManyColumnsTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6})
  void linearFunctionHasTheInformationOfNormalColumns(int dx) {
    var law =
        MultipleRegression.of("sum", dx, row -> Arrays.stream(row).sum(), 0.7, Noise.normal());
    assertThat(law.mutualInformation())
        .isCloseTo(0.5 * Math.log1p(dx / 0.49), within(0.003 + 4 * law.mutualInformationError()));
  }

  @Test
  void productHasTheMeanLogRatioOfItsDensities() {
    double sigma = 0.5;
    var law = MultipleRegression.of("x₁x₂", 2, row -> row[0] * row[1], sigma, Noise.normal());
    int draws = 4000;
    Sample sample = law.sample(draws, new SplittableRandom(3));
    double[] ratios =
        IntStream.range(0, draws)
            .mapToDouble(
                r -> {
                  double y = sample.y(0)[r];
                  double within = (y - sample.x(0)[r] * sample.x(1)[r]) / sigma;
                  return NORMAL.logDensity(within)
                      - Math.log(sigma)
                      - Math.log(productDensity(y, sigma));
                })
            .toArray();
    isTheMean(law, ratios, 4, 4 * law.mutualInformationError());
  }

  /** Levels 0 and 1 with uniform noise of width w: known where the two do not overlap. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 2})
  void levelsWithUniformNoiseHaveTheInformationOfWhatDoesNotOverlap(double sigma) {
    var law =
        MultipleRegression.of(
            "sign", 2, row -> row[0] * row[1] > 0 ? 1 : 0, sigma, Noise.uniform());
    double width = Math.sqrt(12) * sigma;
    assertThat(law.mutualInformation())
        .isCloseTo(Math.log(2) * Math.min(1, 1 / width), within(0.012));
  }

  /** Functions of one direction: the quadrature along it says the same as points of the space. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void spreadOfSeveralColumnsHasTheInformationOfTheRegressionAlongTheirDirection(int dx) {
    var f = new Curve("sin 2x", x -> Math.sin(2 * x));
    var sigma = new Curve("0.3 exp(tanh x)", x -> 0.3 * Math.exp(Math.tanh(1.5 * x)));
    ToDoubleFunction<double[]> along = row -> Arrays.stream(row).sum() / Math.sqrt(dx);
    for (Noise noise : List.of(Noise.normal(), Noise.laplace(), Noise.uniform())) {
      var law =
          MultipleRegression.of(
              "sin",
              Predictors.normal(dx),
              row -> f.at(along.applyAsDouble(row)),
              row -> sigma.at(along.applyAsDouble(row)),
              noise);
      assertThat(law.mutualInformation())
          .isCloseTo(
              Regression.of(NORMAL, f, sigma, noise).mutualInformation(),
              within(0.005 + 4 * law.mutualInformationError()));
    }
  }

  /** A pure spread: E log of the ratio of a normal density to the mean of them over X. */
  @Test
  void spreadAloneHasTheMeanLogRatioOfItsDensities() {
    ToDoubleFunction<double[]> sigma = row -> Math.exp(0.8 * Math.tanh(row[0] - row[1]));
    var law = MultipleRegression.of("0", Predictors.normal(2), row -> 0, sigma, Noise.normal());
    int draws = 3000;
    Sample other = law.sample(draws, new SplittableRandom(6));
    double[] spreads =
        IntStream.range(0, draws)
            .mapToDouble(r -> sigma.applyAsDouble(new double[] {other.x(0)[r], other.x(1)[r]}))
            .toArray();
    Sample sample = law.sample(draws, new SplittableRandom(7));
    double[] ratios =
        IntStream.range(0, draws)
            .mapToDouble(
                r -> {
                  double y = sample.y(0)[r];
                  double own = sigma.applyAsDouble(new double[] {sample.x(0)[r], sample.x(1)[r]});
                  double all =
                      Arrays.stream(spreads)
                          .map(s -> NORMAL.density(y / s) / s)
                          .average()
                          .orElse(0);
                  return Math.log(NORMAL.density(y / own) / own / all);
                })
            .toArray();
    isTheMean(law, ratios, 5, 0.002);
  }

  @Test
  void aCircleKeepsOneColumnAsAnAngle() {
    double[][] circle = Transform.circle().apply(new double[][] {{0, 1, -1, 1e6}});
    assertThat(circle[0]).containsExactly(new double[] {1, 0, 0, -1}, within(1e-5));
    assertThat(circle[1]).containsExactly(new double[] {0, 1, -1, 0}, within(1e-5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Transform.circle().columns(2))
        .withMessage("a circle is made of 1 column, there are 2");
  }

  /** The mean of terms, to so many standard errors and a tolerance. */
  static void isTheMean(Distribution law, double[] terms, double standardErrors, double tolerance) {
    double mean = Arrays.stream(terms).average().orElseThrow();
    double variance = Arrays.stream(terms).map(v -> (v - mean) * (v - mean)).sum() / terms.length;
    assertThat(law.mutualInformation())
        .isCloseTo(mean, within(standardErrors * Math.sqrt(variance / terms.length) + tolerance));
  }

  /** Of X₁X₂ + σe: normal of variance x² + σ² given X₁ = x. */
  private static double productDensity(double y, double sigma) {
    double sum = 0;
    double step = 0.01;
    for (double x = -8; x < 8; x += step) {
      double spread = Math.sqrt(x * x + sigma * sigma);
      sum += step * NORMAL.density(x) * NORMAL.density(y / spread) / spread;
    }
    return sum;
  }

  @Test
  void densityOnBoxesHasTheInformationAndTheBoxesOfItsTable() {
    var table = ContingencyTable.of(new double[][] {{0.4, 0.1}, {0.1, 0.4}});
    Distribution law = table.spread();
    assertThat(law.mutualInformation()).isEqualTo(table.mutualInformation());
    Sample sample = law.sample(20_000, new SplittableRandom(1));
    double[] x = sample.x(0);
    double[] y = sample.y(0);
    assertThat(Arrays.stream(x)).allMatch(v -> v >= 0 && v < 2);
    double same =
        IntStream.range(0, x.length).filter(r -> (int) x[r] == (int) y[r]).count()
            / (double) x.length;
    assertThat(same).isCloseTo(0.8, within(4 * Math.sqrt(0.16 / x.length)));
    double insideTheBox = Arrays.stream(x).map(v -> v - Math.floor(v)).average().orElseThrow();
    assertThat(insideTheBox).isCloseTo(0.5, within(4 * Math.sqrt(1.0 / 12 / x.length)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void lengthsOfRandomDirectionsHaveTheLawTheyAreGiven(int dx) {
    var lengths = new Normal(Dispersion.dense(1, 1, 0.8));
    Distribution law = Radial.of(lengths, dx, 2);
    assertThat(law.mutualInformation()).isEqualTo(lengths.mutualInformation());
    Sample sample = law.sample(20_000, new SplittableRandom(8));
    double[][] x = ColumnDraws.ofX(sample);
    double[][] y = ColumnDraws.ofY(sample);
    double product = 0;
    double sameSide = 0;
    for (int r = 0; r < sample.n(); r++) {
      double square = 0;
      for (int c = 0; c < dx; c++) {
        square += x[c][r] * x[c][r];
      }
      double ofX = 0.5 * Math.log(square);
      double ofY = Math.log(Math.hypot(y[0][r], y[1][r]));
      product += ofX * ofY / sample.n();
      sameSide += (x[0][r] > 0) == (y[0][r] > 0) ? 1.0 / sample.n() : 0;
    }
    assertThat(product).isCloseTo(0.8, within(4 * Math.sqrt(1.64 / sample.n())));
    assertThat(sameSide).isCloseTo(0.5, within(4 * Math.sqrt(0.25 / sample.n())));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Radial.of(law, 1, 1))
        .withMessage("lengths need a law of one column each, had %s and 2".formatted(dx));
  }

  @Test
  void couplingScalesAndShiftsAColumnByAnotherAndCanBeUndone() {
    var coupling = Transform.coupling(Curve.line(0.5), Curve.parabola(2), 1, 0);
    double[][] columns = {{1, -2, 3}, {0, 1, -1}, {5, 6, 7}};
    double[][] coupled = coupling.apply(columns);
    assertThat(coupled[1]).isEqualTo(columns[1]);
    assertThat(coupled[2]).isEqualTo(columns[2]);
    for (int r = 0; r < 3; r++) {
      double by = columns[1][r];
      double back = (coupled[0][r] - 2 * by * by) / Math.exp(0.5 * by);
      assertThat(back).isCloseTo(columns[0][r], within(1e-12));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> coupling.apply(new double[1][3]))
        .withMessage("a coupling of the columns 1 and 0 (from 0) needs more than 1 columns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Transform.coupling(Curve.line(1), Curve.line(1), 2, 2))
        .withMessage("a coupling needs two different columns, from 0, were 2 and 2");
  }

  @Test
  void curveStandsBehindTheColumnsItIsOf() {
    Transform transform = Transform.withCurve(Curve.parabola(1));
    assertThat(transform.columns(2)).isEqualTo(3);
    assertThat(transform.apply(new double[][] {{1, 2}, {7, 8}}))
        .isDeepEqualTo(new double[][] {{1, 2}, {7, 8}, {1, 4}});
  }

  @Test
  void simulatedLawKeepsWhatItIsGivenAndRefusesNonsense() {
    var law =
        Simulated.of("twice the same", 1, 2, (row, rng) -> Arrays.fill(row, rng.nextDouble()), 1.5);
    Sample sample = law.sample(20, new SplittableRandom(1));
    assertThat(sample.y(1)).isEqualTo(sample.x(0));
    assertThat(law.mutualInformation()).isEqualTo(1.5);
    assertThat(law.describe()).isEqualTo("twice the same");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Simulated.of("bad", 1, 1, (row, rng) -> {}, Double.POSITIVE_INFINITY))
        .withMessage("a mutual information must not be negative and must be finite, was Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipleRegression.of("f", 2, row -> 0, 0, Noise.normal()))
        .withMessage("sigma must be positive, was 0.0");
  }
}
