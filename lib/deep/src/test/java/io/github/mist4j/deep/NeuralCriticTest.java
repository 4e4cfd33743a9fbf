package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.estimator.MethodOption;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import io.github.mist4j.sample.Warning.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NeuralCriticTest {
  private static final EstimateOptions OPTIONS = EstimateOptions.withDefaults();
  private static final String SMALL = ":width=32:batch=64:steps=400:rate=0.003";

  private static Sample normal(int n, double rho, long seed) {
    var rng = new SplittableRandom(seed);
    double[] x = rng.doubles(n).map(u -> rng.nextGaussian()).toArray();
    double[] y =
        Arrays.stream(x)
            .map(v -> rho * v + Math.sqrt(1 - rho * rho) * rng.nextGaussian())
            .toArray();
    return Sample.ofColumns(new double[][] {x}, new double[][] {y});
  }

  static Stream<String> methods() {
    return Estimators.all().stream()
        .filter(e -> e instanceof NeuralCritic || e instanceof BarberAgakov)
        .flatMap(e -> Stream.concat(Stream.of(e), e.variants().stream()))
        .map(MutualInformationEstimator::method);
  }

  private static List<Kind> kinds(Estimate estimate) {
    return estimate.warnings().stream().map(Warning::kind).toList();
  }

  @Test
  @DisplayName("every estimator of the field has its name")
  void allAreFound() {
    assertThat(methods())
        .containsExactlyInAnyOrder(
            "mine", "dv", "nwj", "js-nwj", "smile", "infonce", "infonce-anchor", "ba");
    assertThat(Estimators.absent()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("methods")
  @DisplayName("options set to the values that they have change nothing")
  void optionsGoRoundInACircle(String method) {
    MutualInformationEstimator estimator = Estimators.named(method);
    assertThat(estimator.description()).isNotBlank().hasLineCount(1);
    for (MethodOption option : estimator.options()) {
      MutualInformationEstimator same = estimator.with(option.name(), option.value());
      assertThat(same.method()).isEqualTo(estimator.method());
      assertThat(same.options().toString().replaceAll("change=[^\\]]*", ""))
          .isEqualTo(estimator.options().toString().replaceAll("change=[^\\]]*", ""));
    }
  }

  /**
   * The log ratio of a normal pair with correlation 0.8 has standard deviation 0.8, so that its
   * mean over 400 held-out rows has 0.04; what a small network does not learn in few steps is less.
   */
  @ParameterizedTest
  @MethodSource("methods")
  @DisplayName("the information of a normal pair is found")
  void dependenceIsFound(String method) {
    double truth = -0.5 * Math.log(1 - 0.8 * 0.8);
    Estimate estimate = Estimators.named(method + SMALL).estimate(normal(2000, 0.8, 5), OPTIONS);
    assertThat(estimate.value()).isCloseTo(truth, within(4 * 0.04));
    assertThat(kinds(estimate)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("methods")
  @DisplayName("of independent columns next to nothing is found")
  void independenceIsSeen(String method) {
    Estimate estimate = Estimators.named(method + SMALL).estimate(normal(1000, 0, 6), OPTIONS);
    assertThat(estimate.value()).isBetween(0.0, 0.05);
  }

  @ParameterizedTest
  @MethodSource("methods")
  @DisplayName("the same seed gives the same bits, on one thread or several")
  void bitsAreRepeatable(String method) throws Exception {
    String spelling = method + ":width=16:batch=16:steps=40:folds=3";
    Sample sample = normal(120, 0.8, 7);
    Callable<Estimate> estimate = () -> Estimators.named(spelling).estimate(sample, OPTIONS);
    Estimate here = estimate.call();
    var pool = new ForkJoinPool(1);
    try {
      assertThat(pool.submit(estimate).get()).isEqualTo(here);
    } finally {
      pool.shutdown();
    }
    assertThat(Estimators.named(spelling).estimate(sample, OPTIONS.withSeed(1)).value())
        .isNotEqualTo(here.value());
  }

  @ParameterizedTest
  @MethodSource("methods")
  @DisplayName("ten rows of many columns run nowhere")
  void fewRowsStaySane(String method) {
    var rng = new SplittableRandom(8);
    var columns = new double[22][10];
    for (double[] column : columns) {
      Arrays.setAll(column, r -> rng.nextGaussian());
    }
    Sample few = Sample.ofColumns(Arrays.copyOf(columns, 11), Arrays.copyOfRange(columns, 11, 22));
    Estimate estimate = Estimators.named(method + ":rate=0.1:steps=100").estimate(few, OPTIONS);
    assertThat(estimate.value()).isBetween(0.0, 10 * Math.log(10));
    assertThat(kinds(estimate)).contains(Kind.FEW_ROWS_HELD_OUT);
  }

  @Test
  @DisplayName(
      "a value that so few rows cannot show is cut or called near the most, and said to be")
  void whatRowsCannotShowIsSaid() {
    Sample line = normal(100, 0.9999, 9);
    Estimate estimate = Estimators.named("infonce:width=64:steps=300").estimate(line, OPTIONS);
    assertThat(estimate.value()).isBetween(0.7 * Math.log(20), Math.log(20)); // rows held out
    assertThat(kinds(estimate)).contains(Kind.NEAR_THE_MOST);
  }

  @Test
  @DisplayName("where nothing is found 0 is answered, with a warning")
  void nothingIsSaid() {
    List<Estimate> estimates = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      estimates.add(
          Estimators.named("dv:width=16:steps=60").estimate(normal(50, 0, seed), OPTIONS));
    }
    assertThat(estimates).anyMatch(e -> e.value() == 0);
    assertThat(estimates)
        .allSatisfy(
            e -> assertThat(kinds(e).contains(Kind.NOTHING_FOUND)).isEqualTo(e.value() == 0));
  }

  @Test
  @DisplayName("folds give an interval from the spread of their estimates, half samples another")
  void intervalsComeFromFoldsOrHalves() {
    Sample sample = normal(200, 0.8, 10);
    String small = "mine:width=16:batch=32:steps=100:rate=0.01";
    assertThat(Estimators.named(small).estimate(sample, OPTIONS).interval()).isEmpty();
    Estimate folds = Estimators.named(small + ":folds=4").estimate(sample, OPTIONS);
    assertThat(folds.interval().orElseThrow().lower()).isLessThan(folds.value());
    assertThat(folds.interval().orElseThrow().upper()).isGreaterThan(folds.value());
    assertThat(Estimators.named(small).estimate(sample, OPTIONS.withHalves(10)).interval())
        .isPresent();
  }

  @ParameterizedTest
  @MethodSource("methods")
  @DisplayName("an estimate says how its networks learnt: nats by step, and which was the best")
  void curvesAreKept(String method) {
    Estimate estimate =
        Estimators.named(method + ":width=16:batch=50:steps=60:rate=0.01:folds=2")
            .estimate(normal(200, 0.9, 15), OPTIONS);
    assertThat(estimate.fits()).hasSize(2);
    for (Estimate.Fit fit : estimate.fits()) {
      assertThat(fit.looks())
          .extracting(Estimate.Look::step)
          .startsWith(0, 10, 20)
          .isSorted()
          .contains(fit.best());
      assertThat(fit.looks())
          .allSatisfy(look -> assertThat(look.heldOut()).isFinite())
          .anySatisfy(look -> assertThat(look.heldOut()).isGreaterThan(0.2)); // of 0.83 nats
    }
  }

  @Test
  @DisplayName("the permutation test sees dependence at the price of a few fits")
  void testSeesDependence() {
    Estimate estimate =
        Estimators.named("mine:width=16:batch=32:steps=50")
            .estimate(normal(200, 0.8, 11), OPTIONS.withPermutations(99));
    assertThat(estimate.independence().orElseThrow().pValue()).isEqualTo(0.01);
  }

  @Test
  @DisplayName("a stopped fit answers with the best so far, and says so")
  void stoppedFitsAnswer() {
    var heard = new ArrayList<Progress>();
    ProgressListener listener =
        ProgressListener.of(FitProgress.class, heard::add).stoppedBy(() -> heard.size() > 1);
    Estimate estimate =
        Estimators.named("mine:steps=100000")
            .estimate(normal(500, 0.9, 12), OPTIONS.withPermutations(99).withProgress(listener));
    assertThat(estimate.value()).isNotNegative();
    assertThat(kinds(estimate)).contains(Kind.FIT_STOPPED);
    assertThat(estimate.independence()).isEmpty();
    assertThat(heard).isNotEmpty();
  }

  @Test
  @DisplayName("a batch larger than the rows that are trained on is refused with one sentence")
  void largeBatchesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Estimators.named("infonce:batch=128").estimate(normal(100, 0.5, 13), OPTIONS))
        .withMessage("batch must be at most 60, the rows that are trained on of 100, was 128");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Estimators.named("infonce:folds=30").estimate(normal(50, 0.5, 13), OPTIONS))
        .withMessage("folds must be at most 25, so that each holds 2 of 50 rows, was 30");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimators.named("smile:clamp=0"))
        .withMessage("clamp must be positive, was 0.0");
  }

  @Test
  @DisplayName("half samples too small for the batch leave an estimate without an interval")
  void smallHalvesAreSaid() {
    Estimate estimate =
        Estimators.named("mine:width=8:batch=50:steps=10")
            .estimate(normal(100, 0.5, 14), OPTIONS.withHalves(10));
    assertThat(estimate.interval()).isEmpty();
    assertThat(estimate.warnings())
        .anyMatch(
            w ->
                w.kind() == Kind.NO_INTERVAL
                    && w.sentence()
                        .endsWith(
                            "batch must be at most 30, the rows that are trained on of 50, was"
                                + " 50"));
  }
}
