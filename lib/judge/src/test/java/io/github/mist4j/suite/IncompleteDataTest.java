package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.DRAWS;
import static io.github.mist4j.suite.Labels.isTheMean;
import static io.github.mist4j.suite.Labels.isTheMeanLogRatio;
import static io.github.mist4j.suite.Labels.normal;
import static io.github.mist4j.suite.Labels.rowsOfX;
import static io.github.mist4j.suite.Labels.rowsOfY;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The informations of incomplete data, by the ratio of their densities over draws. */
final class IncompleteDataTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1.2, 3})
  void timesHaveTheMeanLogRatioOfTheirDensities(double slope) {
    isTheMeanLogRatio(
        IncompleteData.censored(slope),
        (x, y) -> {
          double rate = Math.exp(slope * x[0]);
          return (y[1] == 1 ? rate : 1) * Math.exp(-(1 + rate) * y[0]);
        });
  }

  /** Given the cells that are there, the others are part of the noise. */
  @ParameterizedTest
  @CsvSource({"3, 0.3, 0.5", "1, 0.5, 0.1", "6, 0.1, 1"})
  void sumsWithEmptyCellsHaveTheMeanLogRatioOfTheirDensities(int dx, double share, double sigma) {
    isTheMeanLogRatio(
        IncompleteData.absent(dx, share, sigma),
        (x, y) -> {
          double seen = Arrays.stream(x).filter(v -> v > -9).sum() / Math.sqrt(dx);
          double absent = Arrays.stream(x).filter(v -> v == -9).count();
          return normal(Math.sqrt(sigma * sigma + absent / dx), y[0] - seen);
        });
  }

  /** The chances to be kept over even places of a normal sum. */
  @ParameterizedTest
  @CsvSource({"2, 2, 4, 1", "1, 3, 1, 0.5", "4, 1, 8, 2"})
  void keptRowsHaveTheMeanLogRatioOfTheirDensities(int dx, int dy, double steep, double cut) {
    Distribution law = IncompleteData.selected(dx, dy, steep, cut);
    Sample sample = law.sample(4 * DRAWS, new SplittableRandom(6));
    double[][] x = rowsOfX(sample);
    double[][] y = rowsOfY(sample);
    double[] places =
        IntStream.range(0, 4000).mapToDouble(i -> quantile((i + 0.5) / 4000)).toArray();
    double all =
        Arrays.stream(places).map(s -> keptOf(s, steep, cut, places)).average().orElseThrow();
    double[] terms =
        IntStream.range(0, x.length)
            .mapToDouble(
                r -> {
                  double s = Arrays.stream(x[r]).sum() / Math.sqrt(dx);
                  double t = Arrays.stream(y[r]).sum() / Math.sqrt(dy);
                  double kept = NORMAL.cumulativeProbability(steep * (s + t - cut));
                  return Math.log(
                      kept * all / keptOf(s, steep, cut, places) / keptOf(t, steep, cut, places));
                })
            .toArray();
    isTheMean(law, terms, 3e-3);
  }

  /** What is kept where one sum is known, over places of the other. */
  private static double keptOf(double sum, double steep, double cut, double[] places) {
    return Arrays.stream(places)
        .map(t -> NORMAL.cumulativeProbability(steep * (sum + t - cut)))
        .average()
        .orElseThrow();
  }

  /** The share of X above the end is mixed over a fine grid of its tail. */
  @ParameterizedTest
  @CsvSource({"3, 0.3, 0.5", "1, 1, -0.5", "2, 0.1, 1.5"})
  void cappedScalesHaveTheMeanLogRatioOfTheirDensities(int pairs, double sigma, double end) {
    double over = 1 - NORMAL.cumulativeProbability(end);
    double[] tail =
        IntStream.range(0, 2000).mapToDouble(i -> -quantile(over * (i + 0.5) / 2000)).toArray();
    Distribution law = IncompleteData.capped(pairs, sigma, end);
    Sample sample = law.sample(DRAWS, new SplittableRandom(11));
    double[][] x = rowsOfX(sample);
    double[][] y = rowsOfY(sample);
    double spread = Math.sqrt(1 + sigma * sigma);
    isTheMean(
        law,
        r -> {
          double log = 0;
          for (int c = 0; c < pairs; c++) {
            double value = y[r][c];
            double given =
                x[r][c] < end
                    ? normal(sigma, value - x[r][c])
                    : Arrays.stream(tail)
                        .map(v -> normal(sigma, value - v))
                        .average()
                        .orElseThrow();
            log += Math.log(given / normal(spread, value));
          }
          return log;
        });
  }

  private static double quantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }
}
