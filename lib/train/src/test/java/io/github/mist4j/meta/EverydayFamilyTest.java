package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
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
                  var shape = new Shape(10 + rng.nextInt(200), 1 + i % 5, 1 + i % 3);
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
}
