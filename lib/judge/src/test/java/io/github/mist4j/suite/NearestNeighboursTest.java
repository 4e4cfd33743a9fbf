package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.nearestNeighboursSay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The informations of the laws as the suites have them, by KSG where it has little bias. */
final class NearestNeighboursTest {
  private static final List<Task> TASKS =
      Stream.of("unseen", "near")
          .flatMap(suite -> BenchmarkSuite.named(suite).tasks().stream())
          .toList();

  private static Distribution law(String name) {
    return TASKS.stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow()
        .law(new SplittableRandom(1));
  }

  @ParameterizedTest
  @CsvSource({
    "frank-1-1, 0.02",
    "plackett-1-1, 0.02",
    "triangle-1-1, 0.02",
    "disk-1-1, 0.02",
    "checkerboard-1-1, 0.06",
    "exponential-1-1, 0.03",
    "clayton-1-1, 0.03",
    "gamma-1-1, 0.02",
    "volatility-1-1, 0.04",
    "ring-1-1, 0.03",
    "eight-1-1, 0.03",
    "spiral-1-1, 0.04",
    "angle-2-2, 0.05",
    "product-2-1, 0.05",
    "swap-2-2, 0.1"
  })
  void nearestNeighboursSayTheSame(String name, double tolerance) {
    nearestNeighboursSay(law(name), 5000, 4, tolerance);
  }

  @Test
  void partsBesideEachOtherAddUp() {
    assertThat(law("triangle-3-3").mutualInformation())
        .isCloseTo(3 * (1 - Math.log(2)), within(1e-12));
  }
}
