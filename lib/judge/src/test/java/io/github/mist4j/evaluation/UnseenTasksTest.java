package io.github.mist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The informations of the unseen families with densities, each by a way of its own. */
final class UnseenTasksTest {
  private static final Labels LABELS = Labels.of("unseen");

  private static Distribution law(String name) {
    return LABELS.law(name);
  }

  /** Where KSG has little bias beside the tolerance. */
  @ParameterizedTest
  @CsvSource({
    "frank-1-1, 0.02",
    "plackett-1-1, 0.02",
    "triangle-1-1, 0.02",
    "disk-1-1, 0.02",
    "checkerboard-1-1, 0.06",
    "exponential-1-1, 0.03"
  })
  void nearestNeighboursSayTheSame(String name, double tolerance) {
    LABELS.nearestNeighboursSay(name, 5000, 4, tolerance);
  }

  /** The weakest and the strongest of the families, and where one may divide by little. */
  @Test
  void nearestNeighboursSayTheSameOfTheEnds() {
    Labels.nearestNeighboursSay(UnseenTasks.frank(2), 5000, 4, 0.02);
    Labels.nearestNeighboursSay(UnseenTasks.frank(40), 5000, 4, 0.04);
    Labels.nearestNeighboursSay(UnseenTasks.plackett(3), 5000, 4, 0.02);
    Labels.nearestNeighboursSay(UnseenTasks.plackett(300), 5000, 4, 0.03);
    Labels.nearestNeighboursSay(UnseenTasks.exponential(1.2), 5000, 4, 0.03);
    Labels.nearestNeighboursSay(UnseenTasks.exponential(8), 5000, 4, 0.03);
  }

  /** Some coordinates have the density of the volume that is left to the others. */
  @ParameterizedTest
  @CsvSource({"3, 3", "1, 1", "2, 1", "1, 5"})
  void ballHasTheMeanLogRatioOfItsDensities(int dx, int dy) {
    double pi = Math.PI;
    double[] volumes = {1, 2, pi, 4 * pi / 3, pi * pi / 2, 8 * pi * pi / 15, pi * pi * pi / 6};
    Distribution law = UnseenTasks.ball(dx, dy);
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(5));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    double all = volumes[dx + dy];
    Labels.isTheMean(
        law,
        r ->
            -Math.log(all)
                - Math.log(volumes[dy] * Math.pow(1 - square(x[r]), 0.5 * dy) / all)
                - Math.log(volumes[dx] * Math.pow(1 - square(y[r]), 0.5 * dx) / all));
  }

  private static double square(double[] row) {
    return Arrays.stream(row).map(v -> v * v).sum();
  }

  @Test
  void partsBesideEachOtherAddUp() {
    assertThat(law("triangle-3-3").mutualInformation())
        .isCloseTo(3 * (1 - Math.log(2)), within(1e-12));
  }
}
