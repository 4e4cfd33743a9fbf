package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.DRAWS;
import static io.github.mist4j.suite.Labels.isTheMean;
import static io.github.mist4j.suite.Labels.rowsOfX;
import static io.github.mist4j.suite.Labels.rowsOfY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The informations of the figures, each by a way of its own. */
final class UniformFiguresTest {
  /** Some coordinates have the density of the volume that is left to the others. */
  @ParameterizedTest
  @CsvSource({"3, 3", "1, 1", "2, 1", "1, 5"})
  void ballHasTheMeanLogRatioOfItsDensities(int dx, int dy) {
    double pi = Math.PI;
    double[] volumes = {1, 2, pi, 4 * pi / 3, pi * pi / 2, 8 * pi * pi / 15, pi * pi * pi / 6};
    Distribution law = UniformFigures.ball(dx, dy);
    Sample sample = law.sample(DRAWS, new SplittableRandom(5));
    double[][] x = rowsOfX(sample);
    double[][] y = rowsOfY(sample);
    double all = volumes[dx + dy];
    isTheMean(
        law,
        r ->
            -Math.log(all)
                - Math.log(volumes[dy] * Math.pow(1 - square(x[r]), 0.5 * dy) / all)
                - Math.log(volumes[dx] * Math.pow(1 - square(y[r]), 0.5 * dx) / all));
  }

  private static double square(double[] row) {
    return Arrays.stream(row).map(v -> v * v).sum();
  }

  /** Seen from any place, the other one is anywhere in what is left of the square. */
  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.4, 0.49})
  void placesAreAsFarApartAsTheyMayBe(double distance) {
    Sample apart = UniformFigures.apart(distance).sample(4000, new SplittableRandom(8));
    Sample close = UniformFigures.close(distance).sample(4000, new SplittableRandom(9));
    assertThat(distances(apart).min().orElseThrow()).isBetween(distance, distance + 0.02);
    assertThat(distances(close).max().orElseThrow()).isBetween(distance - 0.02, distance);
    double area = Math.PI * distance * distance;
    double half = distance / Math.sqrt(2); // of the area within
    assertThat(distances(close).filter(d -> d < half).count() / 4000.0)
        .isCloseTo(0.5, within(0.04));
    double wide = Math.PI * 0.25 - area; // of what is left, within half of the side
    assertThat(distances(apart).filter(d -> d < 0.5).count() / 4000.0)
        .isCloseTo(wide / (1 - area), within(0.04));
    for (Sample sample : new Sample[] {apart, close}) {
      for (int c = 0; c < 2; c++) {
        assertThat(Arrays.stream(sample.y(c)).average().orElseThrow()).isCloseTo(0.5, within(0.03));
      }
    }
  }

  private static DoubleStream distances(Sample sample) {
    return IntStream.range(0, sample.n())
        .mapToDouble(
            r ->
                Math.hypot(
                    around(sample.x(0)[r] - sample.y(0)[r]),
                    around(sample.x(1)[r] - sample.y(1)[r])));
  }

  private static double around(double off) {
    return off - Math.rint(off);
  }
}
