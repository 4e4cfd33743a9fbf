package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final EstimateOptions HALVES = EstimateOptions.withDefaults().withHalves(50);
  private static final List<MutualInformationEstimator> ESTIMATORS =
      List.of(new Ksg(), new GaussianCopula(), new Cca(), new Histogram(), new KernelDensity());

  /** X normal, Y = f(X) + σ(X) e. */
  private static Sample regression(int n, DoubleUnaryOperator f, DoubleUnaryOperator sigma) {
    var rng = new SplittableRandom(7);
    var columns = new double[2][n];
    for (int r = 0; r < n; r++) {
      double x = rng.nextGaussian();
      columns[0][r] = x;
      columns[1][r] = f.applyAsDouble(x) + sigma.applyAsDouble(x) * rng.nextGaussian();
    }
    return Sample.ofColumns(
        List.of("dose"),
        new double[][] {columns[0]},
        List.of("effect"),
        new double[][] {columns[1]});
  }

  @Test
  @DisplayName("on a straight line with normal noise all methods agree")
  void methodsAgreeOnANormalPair() {
    Comparison comparison = Comparison.of(ESTIMATORS, regression(500, x -> x, x -> 1), HALVES);
    assertThat(comparison.estimates()).hasSize(5);
    assertThat(comparison.refusals()).isEmpty();
    assertThat(comparison.explanations())
        .containsExactly("all methods agree within their intervals");
  }

  @Test
  @DisplayName("a curve is named as the reason why correlations miss it, with its columns")
  void curvesAreNamed() {
    Comparison comparison =
        Comparison.of(ESTIMATORS, regression(500, x -> x * x, x -> 0.3), HALVES);
    assertThat(comparison.explanations())
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith("gaussian-copula says")
                    .contains("'effect' is curved against 'dose'"));
  }

  @Test
  @DisplayName("a spread that changes is named as the reason why correlations miss it")
  void changingSpreadIsNamed() {
    Comparison comparison =
        Comparison.of(ESTIMATORS, regression(1000, x -> 0, x -> Math.exp(x)), HALVES);
    assertThat(comparison.explanations())
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith("gaussian-copula says")
                    .contains("the spread of 'effect' changes with 'dose'"));
  }

  @Test
  @DisplayName("an outlier is named for the methods that take values as they are")
  void outliersAreNamed() {
    Sample sample = regression(300, x -> x, x -> 0.5);
    double[] x = sample.x(0);
    x[0] = 1e4;
    Sample spoilt = Sample.ofColumns(new double[][] {x}, new double[][] {sample.y(0)});
    Comparison comparison =
        Comparison.of(List.of(new GaussianCopula(), new Cca(), new Ksg()), spoilt, HALVES);
    assertThat(comparison.explanations())
        .anySatisfy(s -> assertThat(s).startsWith("cca says").contains("'x1' has one 17 standard"))
        .anySatisfy(s -> assertThat(s).startsWith("ksg says").contains("'x1' has one 17 standard"));
  }

  @Test
  @DisplayName("a method that refuses stands with its reason, the others answer")
  void refusalsAreKept() {
    var rng = new SplittableRandom(3);
    var columns = new double[40][30];
    for (double[] column : columns) {
      Arrays.setAll(column, r -> rng.nextGaussian());
    }
    Sample sample =
        Sample.ofColumns(Arrays.copyOf(columns, 20), Arrays.copyOfRange(columns, 20, 40));
    Comparison comparison = Comparison.of(ESTIMATORS, sample, HALVES);
    assertThat(comparison.estimates()).extracting(Estimate::method).contains("ksg");
    assertThat(comparison.refusals()).containsOnlyKeys("cca", "histogram", "kde");
    assertThat(comparison.toString())
        .contains("cca", "refused: method cca needs more than dx + dy + 1 = 41 rows, had 30");
    assertThatThrownBy(() -> Comparison.of(List.of(new Cca()), sample, HALVES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no estimator can serve the sample: method cca needs");
  }

  /** Says always the same, without an interval. */
  private record Always(String method, double value) implements MutualInformationEstimator {
    @Override
    public Estimate estimate(Sample sample, EstimateOptions options) {
      return Estimate.of(sample, method, value);
    }
  }

  @Test
  @DisplayName("the first method is not excused where all others are against it")
  void whoStandsAloneIsNamedFirst() {
    Sample sample = regression(50, x -> x, x -> 1);
    Comparison comparison =
        Comparison.of(
            List.of(new Always("mist", 0.9), new Always("a", 0.1), new Always("b", 0.2)),
            sample,
            EstimateOptions.withDefaults());
    assertThat(comparison.explanations().get(0))
        .isEqualTo(
            "mist stands alone: all 2 other methods say less, 0.10 to 0.20 nats; it may be the one"
                + " that is wrong, whatever is said of the others below");
  }

  @Test
  @DisplayName("what blocks of rows in time show by chance is no reason of a method's")
  void rowsInTimeStayTogether() {
    int n = 600;
    var walks = new double[2][n];
    var rng = new SplittableRandom(5);
    for (double[] walk : walks) {
      for (int r = 1; r < n; r++) {
        walk[r] = walk[r - 1] + rng.nextGaussian();
      }
    }
    Sample apart = Sample.ofColumns(new double[][] {walks[0]}, new double[][] {walks[1]});
    var options = EstimateOptions.withDefaults().withBlockLength(100);
    var methods = List.of(new Ksg(), new GaussianCopula());
    assertThat(Comparison.of(methods, apart, options).explanations())
        .singleElement()
        .satisfies(s -> assertThat(s).startsWith("shuffles of blocks of 100 rows show as much"));
    assertThat(
            Comparison.of(methods, regression(600, x -> x * x, x -> 0.1), options).explanations())
        .anySatisfy(s -> assertThat(s).startsWith("shuffles of blocks of 100 rows show less"))
        .anySatisfy(s -> assertThat(s).contains("is curved against"));
  }

  @Test
  @DisplayName("a stop leaves what has been answered")
  void stoppedComparisonsEndWithWhatTheyHave() {
    var stopping = EstimateOptions.withDefaults().withHalves(50);
    var options = stopping.withProgress(stopping.progress().stoppedBy(() -> true));
    Comparison comparison =
        Comparison.of(
            List.of(new Always("mist", 0.9), new Ksg(), new Cca()),
            regression(50, x -> x, x -> 1),
            options);
    assertThat(comparison.estimates()).extracting(Estimate::method).containsExactly("mist");
    assertThat(comparison.explanations())
        .contains("stopped at ksg: the methods from there on have not answered");
  }

  @Test
  @DisplayName("a listener hears every answer when it is there, and what the method asked tells")
  void answersAreHeardAsTheyCome() {
    var heard = new ArrayList<Comparison.SoFar>();
    var options =
        EstimateOptions.withDefaults()
            .withPermutations(50)
            .withProgress(ProgressListener.of(Comparison.SoFar.class, heard::add));
    Sample sample = regression(50, x -> x, x -> 1);
    Comparison.of(List.of(new Always("mist", 0.9), new Ksg(), new Cca()), sample, options);
    assertThat(heard.stream().map(Comparison.SoFar::toString).distinct())
        .startsWith("mist, 1 of 3 methods", "ksg, 2 of 3 methods")
        .anyMatch(line -> line.startsWith("ksg, 2 of 3 methods: 50 of 50 shuffles"));
    Comparison.SoFar last = heard.get(heard.size() - 1);
    assertThat(last.asked()).isEqualTo("cca");
    assertThat(last.left()).isEmpty();
    assertThat(last.comparison().estimates())
        .extracting(Estimate::method)
        .containsExactly("mist", "ksg");
  }
}
