package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.estimator.HistogramOptions.Bins;
import io.github.mist4j.estimator.KsgOptions.Algorithm;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.sample.Sample;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EstimatorsTest {
  private static final KsgOptions KSG = KsgOptions.withDefaults();
  private static final HistogramOptions HISTOGRAM = HistogramOptions.withDefaults();

  private static Sample curve() {
    var rng = new SplittableRandom(4);
    double[] x = rng.doubles(200, -1, 1).toArray();
    double[] y = Arrays.stream(x).map(v -> v * v + 0.1 * rng.nextGaussian()).toArray();
    return Sample.ofColumns(new double[][] {x}, new double[][] {y});
  }

  /** Works until it is stopped. */
  private static final class Slow implements MutualInformationEstimator {
    @Override
    public String method() {
      return "slow";
    }

    @Override
    public Estimate estimate(Sample sample, EstimateOptions options) {
      var work = Work.of("steps", 1_000_000, options.progress());
      while (true) {
        work.check();
      }
    }
  }

  @Test
  @DisplayName("an estimator is stopped after its time, and one that is quicker is not")
  void timeLimits() {
    MutualInformationEstimator slow = new Slow().within(Duration.ofMillis(20));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> slow.estimate(curve()))
        .withMessage("no answer within 0.02 s: stopped after 0 of 1,000,000 steps");
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                slow.estimate(
                    curve(),
                    EstimateOptions.withDefaults()
                        .withProgress(ProgressListener.NONE.stoppedBy(() -> true))));
    MutualInformationEstimator ksg = new Ksg(KSG);
    for (Duration enough : List.of(Duration.ofMinutes(1), Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThat(ksg.within(enough).estimate(curve())).isEqualTo(ksg.estimate(curve()));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ksg.within(Duration.ZERO))
        .withMessage("the time limit must be positive, was PT0S");
  }

  @Test
  @DisplayName("the trained network is named first, variants stand behind their kind")
  void namesAreInOrder() {
    assertThat(Estimators.names())
        .containsExactly(
            "mist",
            "ksg",
            "ksg2",
            "gaussian-copula",
            "cca",
            "histogram",
            "histogram-adaptive",
            "kde",
            "names",
            "plug-in",
            "ross",
            "gao");
    assertThat(Estimators.all())
        .extracting(MutualInformationEstimator::method)
        .containsExactly(
            "mist",
            "ksg",
            "gaussian-copula",
            "cca",
            "histogram",
            "kde",
            "names",
            "plug-in",
            "ross",
            "gao");
  }

  static Stream<MutualInformationEstimator> everyMethod() {
    return Estimators.names().stream().map(Estimators::named);
  }

  private static List<String> spelled(MutualInformationEstimator estimator) {
    return estimator.options().stream().map(MethodOption::toString).toList();
  }

  @ParameterizedTest
  @MethodSource("everyMethod")
  @DisplayName("options set to the values that they have change nothing")
  void optionsGoRoundInACircle(MutualInformationEstimator estimator) {
    assertThat(estimator.description()).isNotBlank().hasLineCount(1);
    for (MethodOption option : estimator.options()) {
      MutualInformationEstimator same = estimator.with(option.name(), option.value());
      assertThat(same.method()).isEqualTo(estimator.method());
      assertThat(spelled(same)).isEqualTo(spelled(estimator));
      assertThat(option.description()).isNotBlank();
      assertThat(option.allowed()).isNotBlank();
    }
  }

  static Stream<Arguments> spellings() {
    return Stream.of(
        Arguments.of("ksg:neighbours=3", new Ksg(KSG.withNeighbours(3))),
        Arguments.of("ksg2", new Ksg(KSG.withAlgorithm(Algorithm.SECOND))),
        Arguments.of("ksg:algorithm=second", new Ksg(KSG.withAlgorithm(Algorithm.SECOND))),
        Arguments.of(
            "ksg2:neighbours=7", new Ksg(KSG.withAlgorithm(Algorithm.SECOND).withNeighbours(7))),
        Arguments.of(
            "histogram:bins=equal-width:count=6:correction=none",
            new Histogram(
                HISTOGRAM
                    .withBins(Bins.EQUAL_WIDTH)
                    .withCount(6)
                    .withCorrection(HistogramOptions.Correction.NONE))),
        Arguments.of("histogram-adaptive", new Histogram(HISTOGRAM.withBins(Bins.ADAPTIVE))),
        Arguments.of("kde:factor=0.5", new KernelDensity(0.5)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spellings")
  @DisplayName("a spelling is the estimator with these options, called as it is spelled")
  void spellingsAreOptions(String spelling, MutualInformationEstimator estimator) {
    Estimate estimate = Estimators.named(spelling).estimate(curve());
    assertThat(estimate.method()).isEqualTo(spelling);
    assertThat(estimate.value()).isEqualTo(estimator.estimate(curve()).value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tarot                       | method must be one of mist, ksg, ksg2, gaussian-copula, cca, histogram, histogram-adaptive, kde, names, plug-in, ross, gao, was 'tarot'
          mine:steps=9                | method must be one of mist, ksg, ksg2, gaussian-copula, cca, histogram, histogram-adaptive, kde, names, plug-in, ross, gao, was 'mine'; mine, dv, nwj, js-nwj, smile, infonce, infonce-anchor, ba, mienf, gm-flow, gm-vae, minde, fmmi, lmi, vce, infonet are in mist4j-deep, which ./install.sh --deep adds
          ksg:k=4                     | method ksg has no option 'k'; its options are neighbours, algorithm
          cca:k=4                     | method cca has no options, was given 'k'
          ksg:4                       | an option of method ksg is spelled name=value, was '4'
          ksg:                        | an option of method ksg is spelled name=value, was ''
          ksg:neighbours=four         | neighbours must be a whole number, was 'four'
          ksg:neighbours=0            | neighbours must be positive, was 0
          ksg:neighbours=2:neighbours=3 | an option may stand once, 'neighbours' of method ksg stands twice
          ksg:algorithm=third         | algorithm must be first or second, was 'third'
          kde:factor=wide             | factor must be a number, was 'wide'
          kde:factor=-1               | factor must be positive and finite, was -1.0
          mist:model=no.mist          | no.mist is not a file
          mist:model=C:no.mist        | C:no.mist is not a file
          mist:model=no.mist:k=4      | method mist has no option 'k'; its options are model
          """)
  @DisplayName("a wrong method, option or value gets one sentence")
  void wrongSpellingsAreRefused(String spelling, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimators.named(spelling))
        .withMessage(sentence);
  }

  @Test
  @DisplayName("a method with options explains itself as one without does")
  void spelledMethodsExplainThemselves() {
    var options = EstimateOptions.withDefaults().withHalves(50);
    List<String> names = List.of("ksg", "gaussian-copula", "histogram:bins=equal-width:count=2");
    Comparison comparison =
        Comparison.of(names.stream().map(Estimators::named).toList(), curve(), options);
    assertThat(comparison.explanations())
        .anySatisfy(
            s ->
                assertThat(s)
                    .startsWith("histogram:bins=equal-width:count=2 says")
                    .endsWith(
                        "than ksg: it loses what varies within a cell, and a cell must hold some"
                            + " rows"));
    assertThat(comparison.toString().lines().limit(3)).allMatch(l -> l.charAt(39) == '.');
  }

  @Test
  @DisplayName("only methods whose time grows with pairs of rows have a limit when unasked")
  void pairsOfRowsAreLimited() {
    assertThat(Estimators.all())
        .filteredOn(e -> e.unaskedUpToRows() < Integer.MAX_VALUE)
        .extracting(MutualInformationEstimator::method)
        .containsExactly("kde", "ross", "gao");
  }
}
