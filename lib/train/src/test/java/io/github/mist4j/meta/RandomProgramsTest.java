package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels against the entropies of counts of many rows, less what so many rows make of chance. */
final class RandomProgramsTest {
  private static final int ROWS = 400_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void labelsAreTheEntropiesOfCounts(int seed) {
    var rng = new SplittableRandom(seed);
    Distribution law = RandomPrograms.of(1 + seed % 3, 1 + seed / 3 % 2, rng);
    isTheInformationOfCounts(law, rng);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void independentSidesHaveNone(int seed) {
    var rng = new SplittableRandom(seed);
    Distribution law = RandomPrograms.independent(1 + seed % 2, 2, rng);
    assertThat(law.mutualInformation()).isCloseTo(0, within(1e-9));
    isTheInformationOfCounts(law, rng);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void labelsOfIndicatorsAreTheEntropiesOfCounts(int seed) {
    var rng = new SplittableRandom(seed);
    Distribution law = RandomLevels.indicators(seed, 7 - seed, rng);
    assertThat(law.dx()).isEqualTo(seed);
    isTheInformationOfCounts(law, rng);
  }

  private static void isTheInformationOfCounts(Distribution law, SplittableRandom rng) {
    Sample sample = law.sample(ROWS, rng);
    List<double[]> x = IntStream.range(0, law.dx()).mapToObj(sample::x).toList();
    List<double[]> y = IntStream.range(0, law.dy()).mapToObj(sample::y).toList();
    double counted =
        entropy(x) + entropy(y) - entropy(Stream.concat(x.stream(), y.stream()).toList());
    assertThat(law.mutualInformation()).as(law.describe()).isCloseTo(counted, within(0.012));
  }

  /** Of the levels, with the correction of Miller and Madow. */
  private static double entropy(List<double[]> columns) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (int i = 0; i < ROWS; i++) {
      int r = i;
      counts.merge(columns.stream().map(c -> (int) Math.floor(c[r])).toList(), 1, Integer::sum);
    }
    double sum = 0;
    for (int count : counts.values()) {
      double p = count / (double) ROWS;
      sum -= p * Math.log(p);
    }
    return sum + (counts.size() - 1.0) / (2.0 * ROWS);
  }
}
