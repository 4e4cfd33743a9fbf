package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.deep.CriticOptions.Bound;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ObjectiveTest {
  private static final int N = 6;
  private static final double STEP = 1e-2; // of scores that are floats

  private static ScoredPairs random(int m, long seed) {
    var rng = new SplittableRandom(seed);
    var scores = new float[N + N * m];
    for (int p = 0; p < scores.length; p++) {
      scores[p] = (float) rng.nextGaussian();
    }
    return new ScoredPairs(scores, N, m);
  }

  static Stream<Arguments> boundsAndOthers() {
    return Arrays.stream(Bound.values())
        .flatMap(bound -> Stream.of(1, N - 1).map(m -> Arguments.of(bound, m)));
  }

  @ParameterizedTest
  @MethodSource("boundsAndOthers")
  @DisplayName("slopes are those of finite differences")
  void slopesAreDerivatives(Bound bound, int m) {
    ScoredPairs s = random(m, 1);
    var slopes = new float[s.scores().length];
    new Objective(bound, 5).climbed(s, slopes); // MINE's average is that of this first step
    for (int p = 0; p < slopes.length; p++) {
      double difference = (moved(bound, s, p, STEP) - moved(bound, s, p, -STEP)) / (2 * STEP);
      assertThat((double) slopes[p]).isCloseTo(difference, within(2e-5));
    }
  }

  private static double moved(Bound bound, ScoredPairs s, int p, double by) {
    float[] scores = s.scores().clone();
    scores[p] += (float) by;
    return new Objective(bound, 5).climbed(new ScoredPairs(scores, s.n(), s.m()), null);
  }

  /**
   * The log ratio of a pair of bits that agree three times in four: log 1.5 where they agree, log
   * 0.5 where not. The pairs of different rows agree half of the time.
   */
  private static ScoredPairs bits() {
    int n = 400;
    int m = 100;
    var scores = new float[n + n * m];
    for (int p = 0; p < scores.length; p++) {
      boolean agree = p < n ? p % 4 != 0 : p % 2 == 0;
      scores[p] = (float) Math.log(agree ? 1.5 : 0.5);
    }
    return new ScoredPairs(scores, n, m);
  }

  @ParameterizedTest
  @EnumSource(Bound.class)
  @DisplayName("the log ratio itself gives the mutual information, but for InfoNCE's sum over rows")
  void logRatioGivesTheInformation(Bound bound) {
    double truth = 0.75 * Math.log(1.5) + 0.25 * Math.log(0.5);
    double slack = bound == Bound.INFONCE ? 0.005 : 1e-6; // one row in a hundred
    assertThat(new Objective(bound, 5).information(bits())).isCloseTo(truth, within(slack));
  }

  @ParameterizedTest
  @EnumSource(Bound.class)
  @DisplayName("what is climbed is highest at the log ratio")
  void logRatioIsTheTop(Bound bound) {
    ScoredPairs s = bits();
    var slopes = new float[s.scores().length];
    new Objective(bound, 5).climbed(s, slopes);
    double agreeing = 0; // what moving the score of all pairs that agree would bring
    double own = 0;
    for (int p = 0; p < slopes.length; p++) {
      if (p < s.n() ? p % 4 != 0 : p % 2 == 0) {
        agreeing += slopes[p];
        own += p < s.n() ? slopes[p] : 0;
      }
    }
    double slack = bound.name().startsWith("INFONCE") ? 0.02 : 0.004;
    assertThat(own).isPositive();
    assertThat(agreeing).isCloseTo(0, within(slack));
  }

  @Test
  @DisplayName("a clamp below the scores of independent pairs holds SMILE up")
  void clampHolds() {
    ScoredPairs s = random(3, 2);
    double clamped = new Objective(Bound.SMILE, 0.1).information(s);
    assertThat(clamped).isGreaterThan(s.meanOwn() - 0.1).isLessThan(s.meanOwn() + 0.1);
    assertThat(new Objective(Bound.SMILE, Double.POSITIVE_INFINITY).information(s))
        .isEqualTo(new Objective(Bound.DV, 1).information(s));
  }

  @Test
  @DisplayName("huge scores give numbers, not overflow")
  void hugeScoresStayNumbers() {
    var s = new ScoredPairs(new float[] {900, -900, 900, -900, 0, 900}, 2, 2);
    for (Bound bound : Bound.values()) {
      if (bound != Bound.NWJ && bound != Bound.JS_NWJ) { // exp itself, which a fit refuses
        assertThat(new Objective(bound, 5).information(s)).isFinite();
      }
      if (bound != Bound.NWJ) {
        assertThat(new Objective(bound, 5).climbed(s, new float[6])).isFinite();
      }
    }
  }
}
