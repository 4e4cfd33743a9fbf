package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Labels.isTheMeanLogRatio;
import static io.github.mist4j.evaluation.Labels.normal;
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

/**
 * The informations of the relatives of random programs, each by a way of its own: as the suite has
 * it, and at the ends of a range.
 */
final class NearProgramsTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Where KSG has little bias beside the tolerance. */
  @Test
  void nearestNeighboursSayTheSame() {
    Labels.nearestNeighboursSay(NearPrograms.modulo(0.3, 1), 5000, 4, 0.03);
    Labels.nearestNeighboursSay(NearPrograms.modulo(0.4, 3), 5000, 4, 0.05);
    Labels.nearestNeighboursSay(NearPrograms.modulo(0.9, 1), 5000, 4, 0.03);
    Labels.nearestNeighboursSay(NearPrograms.xor(0.05), 5000, 4, 0.06);
    Labels.nearestNeighboursSay(NearPrograms.xor(0.3), 5000, 4, 0.03);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.5, 1})
  void valuesGivenTheColumnsHaveTheMeanLogRatioOfTheirDensities(double sigma) {
    isTheMeanLogRatio(
        NearPrograms.median(sigma),
        (x, y) -> {
          double[] sorted = x.clone();
          Arrays.sort(sorted);
          return normal(sigma, y[0] - sorted[1]);
        });
    isTheMeanLogRatio(
        NearPrograms.distance(sigma),
        (x, y) -> normal(sigma, y[0] - Math.hypot(x[0] - x[2], x[1] - x[3])));
    isTheMeanLogRatio(
        NearPrograms.switched(sigma), (x, y) -> normal(sigma, y[0] - (x[2] > 0 ? x[0] : x[1])));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.4, 0.9})
  void remaindersHaveTheMeanLogRatioOfTheirDensities(double width) {
    isTheMeanLogRatio(
        NearPrograms.modulo(width, 1, 3),
        (x, y) -> {
          double off = y[0] - x[0] - 3 * x[1];
          return off - Math.floor(off) < width ? 1 / width : 0;
        });
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "4, 0.3", "8, 0.1"})
  void maximumHasTheMeanLogRatioOfItsDensities(int count, double sigma) {
    Distribution law = NearPrograms.maximum(count, sigma);
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
    Distribution law = NearPrograms.dirichlet(dx, dy, alpha);
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

  @ParameterizedTest
  @CsvSource({"5, 0.3", "2, 1", "6, 0.15"})
  void extremesHaveTheMeanLogRatioOfTheirDensities(int dx, double sigma) {
    isTheMeanLogRatio(
        NearPrograms.extremes(dx, sigma),
        (x, y) ->
            normal(
                sigma,
                y[0] - Arrays.stream(x).min().orElseThrow(),
                y[1] - Arrays.stream(x).max().orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({"6, 0.4", "2, 1.5", "8, 0.15"})
  void signsHaveTheMeanLogRatioOfTheirDensities(int dx, double sigma) {
    isTheMeanLogRatio(
        NearPrograms.signs(dx, sigma),
        (x, y) -> normal(sigma, y[0] - Arrays.stream(x).map(v -> v > 0 ? 1 : 0).sum()));
  }
}
