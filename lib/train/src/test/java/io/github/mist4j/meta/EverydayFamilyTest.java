package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EverydayFamilyTest {
  static Stream<Family> families() {
    return EverydayFamily.all().stream();
  }

  @ParameterizedTest
  @MethodSource("families")
  @DisplayName("draws have samples of their shape and a finite label, also small and unequal ones")
  void drawsAreWhole(Family family) {
    int draws = 100;
    double[] labels =
        IntStream.range(0, draws)
            .mapToDouble(
                i -> {
                  var rng = new SplittableRandom(i);
                  int most = family.accepts().test(1, 1) ? 1 : 3; // columns that it needs
                  var shape = new Shape(10 + rng.nextInt(200), most + i % 5, 1 + i % 3);
                  Dataset dataset = family.draw(shape, rng);
                  Sample sample = dataset.sample();
                  assertThat(sample.n()).isEqualTo(shape.n());
                  assertThat(sample.dx()).isEqualTo(shape.dx());
                  assertThat(sample.dy()).isEqualTo(shape.dy());
                  return dataset.mutualInformation();
                })
            .toArray();
    assertThat(Arrays.stream(labels).allMatch(v -> v >= 0 && v < 20)).isTrue();
  }

  @Test
  @DisplayName("the label of a number and indicators of a name is what a fine table counts")
  void namesByCounting() {
    int n = 60_000;
    int bins = 100;
    Family names = Families.named("names");
    for (int seed = 0; seed < 8; seed++) {
      Dataset dataset = names.draw(new Shape(n, 1, 3), new SplittableRandom(seed));
      Sample sample = dataset.sample();
      int[] ranks = Ranks.of(sample.x(0), new SplittableRandom(1));
      var table = new double[bins][4];
      var ofName = new double[4];
      for (int r = 0; r < n; r++) {
        int name = (int) (sample.y(0)[r] + 2 * sample.y(1)[r] + 3 * sample.y(2)[r]);
        table[(int) ((long) ranks[r] * bins / n)][name]++;
        ofName[name]++;
      }
      double sum = 0;
      for (double[] row : table) {
        for (int k = 0; k < row.length; k++) {
          sum += row[k] > 0 ? row[k] / n * Math.log(row[k] * bins / ofName[k]) : 0;
        }
      }
      double bias = (bins - 1) * 2.0 / (2 * n); // three names that appear
      assertThat(sum - bias).isCloseTo(dataset.mutualInformation(), offset(0.015));
    }
  }
}
