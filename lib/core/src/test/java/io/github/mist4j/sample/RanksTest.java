package io.github.mist4j.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RanksTest {
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-300, 1e15, 1e300})
  @DisplayName("ranks count the smaller values, at any scale and offset")
  void ranksCountSmallerValues(double scale) {
    var rng = new SplittableRandom(1);
    double[] column =
        IntStream.range(0, 300).mapToDouble(i -> scale * rng.nextGaussian()).toArray();
    for (int i = 0; i < 100; i++) {
      column[i] = 1e15 + 0.125 * ((i * 37) % 100); // values that differ in their last bits
    }
    int[] ranks = Ranks.of(column, rng);
    for (int i = 0; i < column.length; i++) {
      double value = column[i];
      long smaller = java.util.Arrays.stream(column).filter(v -> v < value).count();
      assertThat((long) ranks[i]).isEqualTo(smaller);
    }
  }

  @Test
  @DisplayName("ties are ranked in a random order that the seed fixes, 0 and -0 among them")
  void tiesAreRandom() {
    double[] column = IntStream.range(0, 400).mapToDouble(i -> i % 2 == 0 ? 0.0 : -0.0).toArray();
    int[] ranks = Ranks.of(column, new SplittableRandom(1));
    assertThat(ranks).containsExactlyInAnyOrder(IntStream.range(0, 400).toArray());
    assertThat(Ranks.of(column, new SplittableRandom(1))).isEqualTo(ranks);
    assertThat(Ranks.of(column, new SplittableRandom(2))).isNotEqualTo(ranks);
    double even = IntStream.range(0, 200).map(i -> ranks[2 * i]).average().orElseThrow();
    double error = Math.sqrt(400 * 400 / 12.0 / 200);
    assertThat(even).isCloseTo(199.5, within(4 * error));
  }

  @Test
  @DisplayName("levels are the same where the values are, and the ranks where none stands twice")
  void levelsAreThoseOfValues() {
    double[] column = {7, -1, 7, 0.0, 3, -0.0, 7};
    int[] ranks = Ranks.of(column, new SplittableRandom(1));
    assertThat(Ranks.levels(column, ranks)).containsExactly(4, 0, 4, 1, 3, 1, 4);
    double[] distinct = {3, 1, 2};
    int[] own = Ranks.of(distinct, new SplittableRandom(1));
    assertThat(Ranks.levels(distinct, own)).isSameAs(own);
  }

  @Test
  @DisplayName("the tied share counts the rows that share their value")
  void tiedShareCountsRows() {
    assertThat(Ranks.tiedShare(new double[] {1, 2, 2, 3, 4, 4, 4, 5})).isEqualTo(5 / 8.0);
    assertThat(Ranks.tiedShare(new double[] {1, 2, 3})).isZero();
  }

  @Test
  @DisplayName(
      "effective levels are the levels where they are equally frequent, and n without ties")
  void effectiveLevelsCountLevels() {
    assertThat(Ranks.effectiveLevels(new double[] {1, 2, 2, 1, 3, 3})).isEqualTo(3);
    assertThat(Ranks.effectiveLevels(new double[] {1, 2, 3, 4})).isEqualTo(4);
    assertThat(Ranks.effectiveLevels(new double[] {1, 1, 1, 2})).isEqualTo(16 / 10.0);
  }
}
