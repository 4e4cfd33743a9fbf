package io.github.mist4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.AdditiveNoise;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Student;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.model.ModelCard;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user may expect of the model in the jar. */
final class ShippedModelTest {
  private static final Checkpoint SHIPPED = Checkpoint.shipped();
  private static final MutualInformationEstimator ESTIMATOR = SHIPPED.estimator();
  private static final int REPEATS = 20;

  static Stream<Arguments> laws() {
    return Stream.of(
        Arguments.of(new Normal(Dispersion.sparse(1, 1, 1, 1.7)), 500),
        Arguments.of(new Normal(Dispersion.dense(5, 5, 0.5)), 500),
        Arguments.of(new Normal(Dispersion.sparse(8, 3, 2, 2)), 400),
        Arguments.of(new Student(Dispersion.identity(2, 2), 2), 500),
        Arguments.of(AdditiveNoise.of(0.4, 1), 300),
        Arguments.of(new Normal(Dispersion.identity(3, 2)), 300));
  }

  @ParameterizedTest
  @MethodSource("laws")
  @DisplayName("on average the estimate is within 0.06 nats and 10% of the truth, in its families")
  void estimatesAreNearTheTruth(Distribution law, int n) {
    double[] values =
        IntStream.range(0, REPEATS)
            .mapToObj(k -> law.sample(n, new SplittableRandom(k)))
            .mapToDouble(sample -> ESTIMATOR.estimate(sample).value())
            .toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(square / (REPEATS - 1) / REPEATS);
    double truth = law.mutualInformation();
    assertThat(mean).isCloseTo(truth, within(0.06 + 0.1 * truth + 4 * error));
  }

  @Test
  @DisplayName("the permutation test finds dependence, and calls independence what it is")
  void permutationTestTellsDependenceFromIndependence() {
    var options = EstimateOptions.withDefaults().withPermutations(99);
    var dependent = new Normal(Dispersion.sparse(2, 1, 1, 1.2));
    long found =
        IntStream.range(0, 40)
            .mapToObj(k -> dependent.sample(200, new SplittableRandom(k)))
            .map(sample -> ESTIMATOR.estimate(sample, options).independence().orElseThrow())
            .filter(test -> test.pValue() <= 0.05)
            .count();
    assertThat(found).isEqualTo(40);
    var independent = new Normal(Dispersion.identity(2, 1));
    long rejected =
        IntStream.range(0, 100)
            .mapToObj(k -> independent.sample(60, new SplittableRandom(k)))
            .map(sample -> ESTIMATOR.estimate(sample, options).independence().orElseThrow())
            .filter(test -> test.pValue() <= 0.05)
            .count();
    double error = Math.sqrt(100 * 0.05 * 0.95);
    assertThat((double) rejected).isCloseTo(5, within(4 * error));
  }

  @Test
  @DisplayName("a clear dependence among 10,000 rows has the smallest p-value there is")
  void manyRowsHaveThePowerThatTheyShould() {
    var law = new Normal(Dispersion.sparse(1, 1, 1, 0.5));
    var options = EstimateOptions.withDefaults().withPermutations(199);
    IndependenceTest test =
        ESTIMATOR
            .estimate(law.sample(10_000, new SplittableRandom(1)), options)
            .independence()
            .orElseThrow();
    assertThat(test.pValue()).isEqualTo(0.005);
    assertThat(test.bandUpper()).isLessThan(0.02);
  }

  @Test
  @DisplayName("90% intervals hold most truths of the training families")
  void intervalsHoldTheTruth() {
    long covered =
        laws()
            .flatMap(a -> IntStream.range(0, REPEATS).mapToObj(k -> covers(a, 1000 + k)))
            .filter(Boolean::booleanValue)
            .count();
    assertThat(covered).isGreaterThan(REPEATS * 6 * 75 / 100);
  }

  private static boolean covers(Arguments arguments, long seed) {
    Distribution law = (Distribution) arguments.get()[0];
    Sample sample = law.sample((int) arguments.get()[1], new SplittableRandom(seed));
    Interval interval = ESTIMATOR.estimate(sample).interval().orElseThrow();
    double truth = law.mutualInformation();
    return interval.lower() <= truth && truth <= interval.upper();
  }

  @Test
  @DisplayName("saved and opened again it gives the same bits and stays below 4 MB")
  void savedModelGivesTheSameBits(@TempDir Path folder) {
    Path file = folder.resolve("copy.mist");
    SHIPPED.save(file);
    Sample sample = new Normal(Dispersion.dense(4, 4, 0.3)).sample(90, new SplittableRandom(5));
    assertThat(Checkpoint.open(file).estimator().estimate(sample))
        .isEqualTo(ESTIMATOR.estimate(sample));
    assertThat(file.toFile().length()).isLessThan(4_000_000);
  }

  @Test
  @DisplayName("its card says what it was trained on, for how long, and how well")
  void cardSaysHowItWasMade() {
    ModelCard card = SHIPPED.card();
    assertThat(card.provenance().minutes()).isPositive();
    assertThat(card.provenance().range().maxColumns()).isEqualTo(32);
    assertThat(card.heldOut().all().coverage().orElseThrow()).isBetween(0.85, 0.98);
    assertThat(card.toString())
        .contains(
            card.name(),
            card.provenance().trainingDistribution(),
            "full-38k+ (38,400 datasets",
            "coverage");
  }

  /** Inputs unlike anything in training: almost functions, chaotic maps, hardly any rows. */
  static Stream<Arguments> strangeInputs() {
    var rng = new SplittableRandom(3);
    int n = 500;
    double[] x = column(n, i -> rng.nextGaussian());
    double[] u = column(n, i -> rng.nextDouble());
    double[][] many = columns(rng, n, 8);
    double[] logistic = orbit(n + 1, 0.3123, v -> 4 * v * (1 - v));
    double[] tent = orbit(n + 1, 0.3123, v -> 1.99999 * Math.min(v, 1 - v));
    return Stream.of(
        strange("y = x", x, x),
        strange("y = x + 0.0001 e", x, column(n, i -> x[i] + 1e-4 * rng.nextGaussian())),
        strange("y = x + 0.01 e", x, column(n, i -> x[i] + 1e-2 * rng.nextGaussian())),
        strange("y = sin 30 x", u, column(n, i -> Math.sin(30 * u[i]))),
        strange(
            "a circle",
            column(n, i -> Math.cos(2 * Math.PI * u[i])),
            column(n, i -> Math.sin(2 * Math.PI * u[i]))),
        strange("logistic map", Arrays.copyOf(logistic, n), Arrays.copyOfRange(logistic, 1, n + 1)),
        strange("tent map", Arrays.copyOf(tent, n), Arrays.copyOfRange(tent, 1, n + 1)),
        strange(
            "twenty tight clusters",
            column(n, i -> i % 20 + 1e-3 * x[i]),
            column(n, i -> i * 7 % 20 + 1e-3 * u[i])),
        strange("a lattice", column(n, i -> i), column(n, i -> i * 377 % n)),
        Arguments.of("y = x, 8 + 8 columns", Sample.ofColumns(many, many)),
        Arguments.of(
            "12 rows, 30 + 30 columns",
            Sample.ofColumns(columns(rng, 12, 30), columns(rng, 12, 30))),
        Arguments.of("40 columns", Sample.ofColumns(columns(rng, n, 40), columns(rng, n, 1))));
  }

  private static Arguments strange(String name, double[] x, double[] y) {
    return Arguments.of(name, Sample.ofColumns(new double[][] {x}, new double[][] {y}));
  }

  private static double[] column(int n, IntToDoubleFunction value) {
    return IntStream.range(0, n).mapToDouble(value).toArray();
  }

  private static double[][] columns(SplittableRandom rng, int n, int d) {
    return IntStream.range(0, d)
        .mapToObj(c -> column(n, i -> rng.nextGaussian()))
        .toArray(double[][]::new);
  }

  private static double[] orbit(int n, double start, DoubleUnaryOperator map) {
    return DoubleStream.iterate(start, map).limit(n).toArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strangeInputs")
  @DisplayName("what the model has not seen gets a warning")
  void strangeInputsGetAWarning(String name, Sample sample) {
    assertThat(ESTIMATOR.estimate(sample).warnings())
        .extracting(Warning::kind)
        .containsAnyOf(
            Warning.Kind.NOVEL,
            Warning.Kind.FEW_ROWS_FOR_COLUMNS,
            Warning.Kind.MORE_COLUMNS_THAN_TRAINED);
  }

  @Test
  @DisplayName("about 1% of fresh draws of the training distribution get a warning of novelty")
  void fewTrainingDrawsAreNovel() {
    int draws = 1000;
    long novel =
        IntStream.range(0, draws)
            .parallel()
            .mapToObj(k -> MetaDistributions.full().draw(77, k).sample())
            .filter(
                sample ->
                    ESTIMATOR.estimate(sample).warnings().stream()
                        .anyMatch(w -> w.kind() == Warning.Kind.NOVEL))
            .count();
    double error = Math.sqrt(draws * 0.01 * 0.99); // the fit keeps 99%
    assertThat((double) novel).isBetween(1.0, 0.01 * draws + 4 * error);
  }

  @Test
  @DisplayName("100,000 rows are estimated in blocks, nearer to the truth and with less doubt")
  void manyRowsAreEstimatedInBlocks() {
    Distribution law = new Normal(Dispersion.dense(2, 1, 0.5));
    double truth = law.mutualInformation();
    Interval few =
        ESTIMATOR.estimate(law.sample(1000, new SplittableRandom(1))).interval().orElseThrow();
    var all = ESTIMATOR.estimate(law.sample(100_000, new SplittableRandom(1)));
    Interval many = all.interval().orElseThrow();
    assertThat(all.value()).isCloseTo(truth, within(0.02));
    assertThat(many.upper() - many.lower()).isLessThan(0.75 * (few.upper() - few.lower()));
    assertThat(truth).isBetween(many.lower(), many.upper());
  }
}
