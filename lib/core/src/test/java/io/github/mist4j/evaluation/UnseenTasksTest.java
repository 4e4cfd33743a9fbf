package io.github.mist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The informations of the unseen families with densities, each by a way of its own. */
final class UnseenTasksTest {
  private static final Labels LABELS = Labels.of("unseen");
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

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
    "modulo-1-1, 0.03",
    "sawtooth-1-1, 0.05",
    "exponential-1-1, 0.03",
    "xor-2-1, 0.06"
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
    Labels.nearestNeighboursSay(UnseenTasks.modulo(0.9, 1), 5000, 4, 0.03);
    Labels.nearestNeighboursSay(UnseenTasks.exponential(1.2), 5000, 4, 0.03);
    Labels.nearestNeighboursSay(UnseenTasks.exponential(8), 5000, 4, 0.03);
    Labels.nearestNeighboursSay(UnseenTasks.xor(0.3), 5000, 4, 0.03);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.5, 1})
  void valuesGivenTheColumnsHaveTheMeanLogRatioOfTheirDensities(double sigma) {
    Labels.isTheMeanLogRatio(
        UnseenTasks.median(sigma),
        (x, y) -> {
          double[] sorted = x.clone();
          Arrays.sort(sorted);
          return Labels.normal(sigma, y[0] - sorted[1]);
        });
    Labels.isTheMeanLogRatio(
        UnseenTasks.distance(sigma),
        (x, y) -> Labels.normal(sigma, y[0] - Math.hypot(x[0] - x[2], x[1] - x[3])));
    Labels.isTheMeanLogRatio(
        UnseenTasks.switched(sigma),
        (x, y) -> Labels.normal(sigma, y[0] - (x[2] > 0 ? x[0] : x[1])));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.4, 0.9})
  void remaindersHaveTheMeanLogRatioOfTheirDensities(double width) {
    Labels.isTheMeanLogRatio(
        UnseenTasks.modulo(width, 1, 3),
        (x, y) -> {
          double off = y[0] - x[0] - 3 * x[1];
          return off - Math.floor(off) < width ? 1 / width : 0;
        });
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "4, 0.3", "8, 0.1"})
  void maximumHasTheMeanLogRatioOfItsDensities(int count, double sigma) {
    Distribution law = UnseenTasks.maximum(count, sigma);
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(2));
    Labels.isTheMean(
        law,
        r -> {
          double most =
              IntStream.range(0, count).mapToDouble(c -> sample.x(c)[r]).max().orElseThrow();
          double y = sample.y(0)[r];
          double within = NORMAL.density((y - most) / sigma) / sigma;
          double all = 0;
          for (double m = -6; m < 6; m += 0.01) {
            double density =
                count * NORMAL.density(m) * Math.pow(NORMAL.cumulativeProbability(m), count - 1);
            all += 0.01 * density * NORMAL.density((y - m) / sigma) / sigma;
          }
          return Math.log(within / all);
        });
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 0.7", "4, 1, 0.5", "1, 1, 0.3", "3, 4, 3"})
  void sharesHaveTheMeanLogRatioOfTheirDensities(int dx, int dy, double alpha) {
    Distribution law = UnseenTasks.dirichlet(dx, dy, alpha);
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(4));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    double whole = (sample.dx() + sample.dy() + 1) * alpha;
    Labels.isTheMean(
        law,
        r -> {
          double[] both = Arrays.copyOf(x[r], x[r].length + y[r].length);
          System.arraycopy(y[r], 0, both, x[r].length, y[r].length);
          return logShares(both, alpha, whole)
              - logShares(x[r], alpha, whole)
              - logShares(y[r], alpha, whole);
        });
  }

  /** The density of a few shares; Γ by Stirling's series. */
  private static double logShares(double[] shares, double alpha, double whole) {
    double rest = whole - shares.length * alpha;
    double log = logGamma(whole) - logGamma(rest) - shares.length * logGamma(alpha);
    for (double share : shares) {
      log += (alpha - 1) * Math.log(share);
    }
    return log + (rest - 1) * Math.log1p(-Arrays.stream(shares).sum());
  }

  private static double logGamma(double z) {
    double shift = 0;
    double at = z;
    while (at < 20) {
      shift -= Math.log(at);
      at++;
    }
    return shift
        + (at - 0.5) * Math.log(at)
        - at
        + 0.5 * Math.log(2 * Math.PI)
        + 1 / (12 * at)
        - 1 / (360 * at * at * at);
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
