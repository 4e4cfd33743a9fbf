package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mist4j.progress.Progress.Count;
import io.github.mist4j.sample.Sample;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Permutation tests and half samples are heard of and can be stopped. */
final class StoppedEstimatesTest {
  private static final EstimateOptions OPTIONS = EstimateOptions.withDefaults();

  private static Sample sample() {
    var rng = new SplittableRandom(1);
    return Sample.ofColumns(
        new double[][] {rng.doubles(60).toArray()}, new double[][] {rng.doubles(60).toArray()});
  }

  static Stream<MutualInformationEstimator> estimators() {
    return Stream.of(
        new Ksg(), new GaussianCopula(), new Cca(), new Histogram(), new KernelDensity());
  }

  @ParameterizedTest
  @MethodSource("estimators")
  @DisplayName("an interrupt ends a permutation test at once, and says how far it came")
  void interruptEndsAPermutationTest(MutualInformationEstimator estimator) {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> estimator.estimate(sample(), OPTIONS.withPermutations(1_000_000)))
        .withMessage("stopped after 0 of 1,000,000 shuffles");
    assertThat(Thread.interrupted()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("estimators")
  @DisplayName("a listener can end half samples; that is no warning but an end")
  void listenerEndsHalfSamples(MutualInformationEstimator estimator) {
    var options =
        OPTIONS.withHalves(100_000).withProgress(OPTIONS.progress().stoppedBy(() -> true));
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> estimator.estimate(sample(), options))
        .withMessage("stopped after 0 of 100,000 half samples");
  }

  @ParameterizedTest
  @MethodSource("estimators")
  @DisplayName("who listens hears of all at the end, and changes nothing")
  void listeningChangesNothing(MutualInformationEstimator estimator) {
    var heard = new LinkedHashMap<String, Count>();
    var options = OPTIONS.withPermutations(30).withHalves(20);
    var listened = options.withProgress(p -> heard.put(p.count().task(), p.count()));
    assertThat(estimator.estimate(sample(), listened))
        .isEqualTo(estimator.estimate(sample(), options));
    assertThat(heard).containsOnlyKeys("half samples", "shuffles");
    assertThat(heard.values()).allMatch(Count::finished);
  }

  @Test
  @DisplayName("options are equal whoever listens")
  void optionsAreEqualWhoeverListens() {
    var listened = OPTIONS.withProgress(progress -> {});
    assertThat(listened).isEqualTo(OPTIONS).hasSameHashCodeAs(OPTIONS);
    assertThat(listened.withSeed(2)).isNotEqualTo(OPTIONS);
    assertThat(listened.withLevel(0.5).progress()).isSameAs(listened.progress());
  }
}
