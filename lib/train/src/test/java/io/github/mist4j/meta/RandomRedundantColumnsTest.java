package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.distribution.Transform;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RandomRedundantColumnsTest {
  private static final int ROWS = 64;

  private static double[][] columns(int d, int levels, SplittableRandom rng) {
    return IntStream.range(0, d)
        .mapToObj(
            c ->
                levels == 0
                    ? rng.doubles(ROWS, -2, 2).toArray()
                    : rng.ints(ROWS, 0, levels).asDoubleStream().toArray())
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 5})
  @DisplayName("columns are added that vary and follow from those that there are, row by row")
  void addedColumnsAreFunctionsOfTheRow(int levels) {
    for (int seed = 0; seed < 400; seed++) {
      var rng = new SplittableRandom(seed);
      int d = 1 + seed % 7;
      int more = 1 + seed % 4;
      double[][] before = columns(d, levels, rng);
      Transform transform = RandomRedundantColumns.of(before, more, rng);
      assertThat(transform.columns(d)).isEqualTo(d + more);
      double[][] after = transform.apply(before);
      assertThat(Arrays.copyOf(after, d)).isDeepEqualTo(before);
      for (int c = d; c < d + more; c++) {
        assertThat(after[c]).doesNotContain(Double.NaN);
        assertThat(Arrays.stream(after[c]).distinct().count())
            .as(transform.describe())
            .isGreaterThan(1);
      }
      int row = seed % ROWS;
      double[][] alone =
          Arrays.stream(before).map(c -> new double[] {c[row]}).toArray(double[][]::new);
      double[][] then = transform.apply(alone);
      for (int c = 0; c < d + more; c++) {
        assertThat(then[c][0]).isEqualTo(after[c][row]);
      }
    }
  }
}
