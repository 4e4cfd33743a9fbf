package io.github.mist4j.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The values that the library finds by quadrature or Monte Carlo against the mean log-ratio of
 * densities over draws, with densities written out here, and against closed forms.
 */
final class QuadratureLabelTest {
  private static final int DRAWS = 20_000;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  static Stream<Integer> seeds() {
    return IntStream.range(0, 8).boxed();
  }

  private static double uniform(RandomGenerator rng, double low, double high) {
    return low + (high - low) * rng.nextDouble();
  }

  private static void assertMean(Distribution law, IntToDoubleFunction logRatio) {
    double[] ratios = IntStream.range(0, DRAWS).mapToDouble(logRatio).toArray();
    double mean = Arrays.stream(ratios).average().orElseThrow();
    double variance = Arrays.stream(ratios).map(r -> (r - mean) * (r - mean)).sum() / (DRAWS - 1.0);
    assertThat(law.mutualInformation())
        .as(law.describe())
        .isCloseTo(
            mean, within(4 * Math.sqrt(variance / DRAWS) + 4 * law.mutualInformationError()));
  }

  /** ∫ φ(x) f(x) dx by Simpson's rule. */
  private static double normalMean(DoubleUnaryOperator f) {
    int cells = 4000;
    double step = 16.0 / cells;
    double sum = 0;
    for (int i = 0; i <= cells; i++) {
      double x = -8 + step * i;
      double weight = i == 0 || i == cells ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * NORMAL.density(x) * f.applyAsDouble(x);
    }
    return sum * step / 3;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void regressionInformationIsTheMeanLogRatio(int seed) {
    var rng = new SplittableRandom(seed);
    double a = uniform(rng, 0.3, 2);
    double w = uniform(rng, 0.5, 5);
    double s = uniform(rng, 0.1, 1);
    double t = uniform(rng, 0, 1);
    Curve f =
        Curve.sines(new double[] {a}, new double[] {w}, new double[] {1}).plus(Curve.parabola(t));
    var sigma = new Curve("s(1 + t|x|)", x -> s * (1 + t * Math.abs(x)));
    var law = Regression.of(NORMAL, f, sigma, Noise.normal());
    Sample sample = law.sample(DRAWS, rng);
    double[] x = sample.x(0);
    double[] y = sample.y(0);
    DoubleUnaryOperator logMarginal =
        marginal(v -> normalMean(u -> density(v, u, a, w, s, t)), -8 * (a + s), 12 + 10 * t + a);
    assertMean(
        law, r -> Math.log(density(y[r], x[r], a, w, s, t)) - logMarginal.applyAsDouble(y[r]));
  }

  private static double density(double y, double x, double a, double w, double s, double t) {
    double f = a * Math.sin(w * x + 1) + t * x * x;
    double sigma = s * (1 + t * Math.abs(x));
    return NORMAL.density((y - f) / sigma) / sigma;
  }

  /** The logarithm of a density, linear between 3,000 places, exact outside of them. */
  private static DoubleUnaryOperator marginal(DoubleUnaryOperator p, double low, double high) {
    int places = 3000;
    double step = (high - low) / places;
    double[] logs =
        IntStream.rangeClosed(0, places)
            .mapToDouble(i -> Math.log(p.applyAsDouble(low + step * i)))
            .toArray();
    return v -> {
      double at = (v - low) / step;
      int i = (int) Math.floor(at);
      return i < 0 || i >= places
          ? Math.log(p.applyAsDouble(v))
          : logs[i] + (at - i) * (logs[i + 1] - logs[i]);
    };
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aMuchFinerQuadratureSaysTheSame(int seed) {
    var rng = new SplittableRandom(300 + seed);
    Noise[] noises = {Noise.normal(), Noise.laplace(), Noise.uniform()};
    for (Noise noise : noises) {
      double s = Math.exp(uniform(rng, -2.5, 0.7));
      Curve[] curves = {
        Curve.step(uniform(rng, -1, 1), 2),
        Curve.absolute(1),
        Curve.sines(rng.doubles(2, 0.3, 1).toArray(), rng.doubles(2, 1, 4).toArray(), new double[2])
      };
      for (Curve curve : curves) {
        var sigma = new Curve("s exp(x/2)", x -> s * Math.exp(0.5 * x));
        var law = Regression.of(NORMAL, curve, sigma, noise);
        assertFine(law, law.value(1 << 12));
        DiscreteResponse rounded = law.rounded(0.7);
        assertFine(rounded, rounded.value(1 << 12));
      }
    }
  }

  private static void assertFine(Distribution law, double dear) {
    assertThat(law.mutualInformation())
        .as(law.describe())
        .isCloseTo(dear, within(Math.max(0.01, 0.01 * dear)));
    assertThat(law.mutualInformationError()).isLessThan(Math.max(0.002, 0.002 * dear));
  }

  @ParameterizedTest
  @CsvSource({"0.05", "0.3", "1", "4"})
  void aLineWithNormalNoiseIsABivariateNormal(double sigma) {
    var law = Regression.of(NORMAL, Curve.line(1), Curve.constant(sigma), Noise.normal());
    assertThat(law.mutualInformation())
        .isCloseTo(0.5 * Math.log1p(1 / (sigma * sigma)), within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"0.1", "0.4", "0.75", "2"})
  void aLineWithUniformNoiseIsTheAdditiveNoiseOfTheClosedForm(double epsilon) {
    var law =
        Regression.of(
            UniformContinuousDistribution.of(0, 1),
            Curve.line(1),
            Curve.constant(epsilon / Math.sqrt(3)),
            Noise.uniform());
    assertThat(law.mutualInformation())
        .isCloseTo(AdditiveNoise.of(epsilon).mutualInformation(), within(2e-3));
  }

  @Test
  void aHighStepTellsWhichSideXIsOn() {
    var law = Regression.of(NORMAL, Curve.step(0, 40), Curve.constant(1), Noise.laplace());
    assertThat(law.mutualInformation()).isCloseTo(Math.log(2), within(2e-3));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0.5", "0, 3", "2, 1.5"})
  void logisticInformationIsTheEntropyLost(double intercept, double slope) {
    DoubleUnaryOperator yes = x -> 1 / (1 + Math.exp(-intercept - slope * x));
    DoubleUnaryOperator entropy = p -> -p * Math.log(p) - (1 - p) * Math.log1p(-p);
    double expected =
        entropy.applyAsDouble(normalMean(yes))
            - normalMean(x -> entropy.applyAsDouble(yes.applyAsDouble(x)));
    assertThat(DiscreteResponse.of(NORMAL, Response.logistic(intercept, slope)).mutualInformation())
        .isCloseTo(expected, within(1e-4));
    assertThat(
            DiscreteResponse.of(
                    NORMAL, Response.classes(new double[] {0, intercept}, new double[] {0, slope}))
                .mutualInformation())
        .isCloseTo(expected, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.5", "1.5, 0.8", "-1, 1", "3, 0.3"})
  void poissonInformationIsTheMeanLogRatio(double intercept, double slope) {
    var law = DiscreteResponse.of(NORMAL, Response.poisson(intercept, slope));
    Sample sample = law.sample(DRAWS, new SplittableRandom(3));
    double[] x = sample.x(0);
    double[] y = sample.y(0);
    double[] marginal =
        IntStream.rangeClosed(0, (int) Arrays.stream(y).max().orElseThrow())
            .mapToDouble(
                k ->
                    normalMean(
                        u -> PoissonDistribution.of(rate(intercept, slope, u)).probability(k)))
            .toArray();
    assertMean(
        law,
        r ->
            PoissonDistribution.of(rate(intercept, slope, x[r])).logProbability((int) y[r])
                - Math.log(marginal[(int) y[r]]));
  }

  private static double rate(double intercept, double slope, double x) {
    return Math.exp(intercept + slope * x);
  }

  @ParameterizedTest
  @CsvSource({"0.2", "-0.7", "0.95"})
  void medianCutsOfANormalPairHaveTheArcsineLaw(double rho) {
    double same = 0.5 + Math.asin(rho) / Math.PI;
    double expected = Math.log(2) + same * Math.log(same) + (1 - same) * Math.log1p(-same);
    assertThat(
            ContingencyTable.ofNormal(rho, new double[] {0}, new double[] {0}).mutualInformation())
        .isCloseTo(expected, within(1e-9));
  }

  @Test
  void fineRoundingKeepsTheInformationAndCoarseRoundingLosesSome() {
    var law = Regression.of(NORMAL, Curve.line(0.8), Curve.constant(0.6), Noise.normal());
    double whole = -0.5 * Math.log(1 - 0.64);
    double fine = law.rounded(0.05).mutualInformation();
    double coarse = law.rounded(1).mutualInformation();
    assertThat(fine).isCloseTo(whole, within(2e-3));
    assertThat(coarse).isBetween(0.8 * whole, fine);
    double cut = law.thresholded(0).mutualInformation();
    double yes = normalMean(x -> entropy(NORMAL.cumulativeProbability(0.8 * x / 0.6)));
    assertThat(cut).isCloseTo(Math.log(2) - yes, within(1e-4));
  }

  private static double entropy(double p) {
    return p > 0 && p < 1 ? -p * Math.log(p) - (1 - p) * Math.log1p(-p) : 0;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mixtureInformationIsTheMeanLogRatio(int seed) {
    var rng = new SplittableRandom(200 + seed);
    int dx = 1 + rng.nextInt(3);
    int d = dx + 1 + rng.nextInt(3);
    List<NormalComponent> components = components(rng, d, 2 + rng.nextInt(4));
    var hidden = GaussianMixture.of(dx, components);
    double[][] columns = columns(hidden.sample(DRAWS, rng));
    var whole = new Density(components, 0, d);
    var left = new Density(components, 0, dx);
    var right = new Density(components, dx, d);
    assertMean(
        hidden, r -> Math.log(whole.at(columns, r) / left.at(columns, r) / right.at(columns, r)));
    var labelled = GaussianMixture.labelled(dx, components);
    double[][] known = columns(labelled.sample(DRAWS, rng));
    assertMean(
        labelled,
        r -> {
          int k = (int) known[d][r];
          return Math.log(
              whole.of(k, known, r)
                  / left.at(known, r)
                  / (whole.weight(k) * right.of(k, known, r) / right.weight(k)));
        });
    Quadrature dear = hidden.information(2e-4, 10_000);
    assertThat(hidden.mutualInformation())
        .isCloseTo(dear.value(), within(Math.max(0.01, 0.01 * dear.value())));
  }

  @Test
  void equalComponentsAreOneNormalLawAndTheirClassTellsNothing() {
    double[][] covariance = {{1, 0.6}, {0.6, 1}};
    List<NormalComponent> equal =
        List.of(
            NormalComponent.of(1, new double[2], covariance),
            NormalComponent.of(3, new double[2], covariance));
    double expected = -0.5 * Math.log(1 - 0.36);
    assertThat(GaussianMixture.of(1, equal).mutualInformation()).isCloseTo(expected, within(1e-9));
    assertThat(GaussianMixture.labelled(1, equal).mutualInformation())
        .isCloseTo(expected, within(1e-9));
    assertThat(GaussianMixture.labelled(2, equal).mutualInformation()).isCloseTo(0, within(1e-9));
  }

  private static double[][] columns(Sample sample) {
    return Stream.of(ColumnDraws.ofX(sample), ColumnDraws.ofY(sample))
        .flatMap(Stream::of)
        .toArray(double[][]::new);
  }

  private static List<NormalComponent> components(RandomGenerator rng, int d, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            k -> {
              var a = new DMatrixRMaj(d, d);
              Arrays.setAll(a.data, i -> 0.6 * rng.nextGaussian());
              var product = new DMatrixRMaj(d, d);
              CommonOps_DDRM.multTransB(a, a, product);
              var covariance = new double[d][d];
              for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                  covariance[i][j] =
                      product.get(Math.max(i, j), Math.min(i, j)) + (i == j ? 0.2 : 0);
                }
              }
              double[] mean = rng.doubles(d, -3, 3).toArray();
              return NormalComponent.of(uniform(rng, 0.2, 1), mean, covariance);
            })
        .toList();
  }

  /** The density of a block of a mixture, by inverse matrices and determinants. */
  private static final class Density {
    private final int from;
    private final double[] weights;
    private final double[][] means;
    private final DMatrixRMaj[] inverses;
    private final double[] constants;

    Density(List<NormalComponent> components, int from, int to) {
      int count = components.size();
      this.from = from;
      weights = components.stream().mapToDouble(NormalComponent::weight).toArray();
      double total = Arrays.stream(weights).sum();
      Arrays.setAll(weights, k -> weights[k] / total);
      means = components.stream().map(NormalComponent::mean).toArray(double[][]::new);
      inverses = new DMatrixRMaj[count];
      constants = new double[count];
      for (int k = 0; k < count; k++) {
        inverses[k] =
            CommonOps_DDRM.extract(
                new DMatrixRMaj(components.get(k).covariance()), from, to, from, to);
        constants[k] =
            weights[k]
                / Math.sqrt(Math.pow(2 * Math.PI, to - from) * CommonOps_DDRM.det(inverses[k]));
        CommonOps_DDRM.invert(inverses[k]);
      }
    }

    double weight(int k) {
      return weights[k];
    }

    double at(double[][] columns, int r) {
      return IntStream.range(0, weights.length).mapToDouble(k -> of(k, columns, r)).sum();
    }

    double of(int k, double[][] columns, int r) {
      int d = inverses[k].numRows;
      double q = 0;
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          q +=
              (columns[from + i][r] - means[k][from + i])
                  * inverses[k].get(i, j)
                  * (columns[from + j][r] - means[k][from + j]);
        }
      }
      return constants[k] * Math.exp(-q / 2);
    }
  }
}
