package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Labels.isTheMeanLogRatio;
import static io.github.mist4j.evaluation.Labels.normal;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The informations of the unseen tables, each by the ratio of its densities over draws: as the
 * suite has it, and at the ends of its family.
 */
final class UnseenTablesTest {
  /** All that comes after, given all that came before. */
  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.3, 0.8})
  void seriesHaveTheMeanLogRatioOfTheDensitiesOfTheirSteps(double sigma) {
    DoubleUnaryOperator map = v -> 1.5 * Math.sin(2 * v);
    isTheMeanLogRatio(
        UnseenTables.series(sigma),
        (x, y) ->
            normal(
                sigma,
                y[0] - map.applyAsDouble(x[2]),
                y[1] - map.applyAsDouble(y[0]),
                y[2] - map.applyAsDouble(y[1])));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.7, 0.9})
  void returnsHaveTheMeanLogRatioOfTheirDensities(double b) {
    isTheMeanLogRatio(
        UnseenTables.arch(0.5, b), (x, y) -> normal(Math.sqrt(0.5 + b * x[2] * x[2]), y[0]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1.2, 3})
  void timesHaveTheMeanLogRatioOfTheirDensities(double slope) {
    isTheMeanLogRatio(
        UnseenTables.censored(slope),
        (x, y) -> {
          double rate = Math.exp(slope * x[0]);
          return (y[1] == 1 ? rate : 1) * Math.exp(-(1 + rate) * y[0]);
        });
  }

  @ParameterizedTest
  @CsvSource({"2, 0.5", "0.5, 2", "5, 0.1"})
  void amountsHaveTheMeanLogRatioOfTheirDensities(double slope, double sigma) {
    isTheMeanLogRatio(
        UnseenTables.hurdle(slope, sigma),
        (x, y) -> {
          double any = 1 / (1 + Math.exp(-slope * x[0]));
          return y[0] == 0 ? 1 - any : any * normal(sigma, Math.log(y[0]) - x[1]);
        });
  }

  /** One word after the other: each comes as often as it has before, and as its share. */
  @ParameterizedTest
  @CsvSource({"12, 0.6", "4, 0.3", "20, 3"})
  void wordsHaveTheMeanLogRatioOfTheirChancesInATextAndAlone(int length, double alpha) {
    Distribution law = UnseenTables.words(length, alpha);
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(5));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    Labels.isTheMean(
        law, r -> logChance(alpha, y[r], x[r]) - logChance(alpha, y[r], new double[3]));
  }

  private static double logChance(double alpha, double[] words, double[] before) {
    double all = Arrays.stream(before).sum() + 3 * alpha;
    double log = 0;
    for (int which = 0; which < 3; which++) {
      for (int k = 0; k < words[which]; k++) {
        log += Math.log((before[which] + alpha + k) / all);
        all++;
      }
    }
    return log;
  }

  /** Given the cells that are there, the others are part of the noise. */
  @ParameterizedTest
  @CsvSource({"3, 0.3, 0.5", "1, 0.5, 0.1", "6, 0.1, 1"})
  void sumsWithEmptyCellsHaveTheMeanLogRatioOfTheirDensities(int dx, double share, double sigma) {
    isTheMeanLogRatio(
        UnseenTables.absent(dx, share, sigma),
        (x, y) -> {
          double seen = Arrays.stream(x).filter(v -> v > -9).sum() / Math.sqrt(dx);
          double absent = Arrays.stream(x).filter(v -> v == -9).count();
          return normal(Math.sqrt(sigma * sigma + absent / dx), y[0] - seen);
        });
  }

  /** Each of Y depends on its two neighbours only. */
  @ParameterizedTest
  @CsvSource({"6, 0.5", "4, 0.2", "8, 1.2"})
  void neighboursHaveTheMeanLogRatioOfTheirChances(int count, double coupling) {
    int half = count / 2;
    isTheMeanLogRatio(
        UnseenTables.neighbours(count, coupling),
        (x, y) -> {
          double chance = 1;
          for (int i = 0; i < half; i++) {
            double pull = 2 * coupling * (2 * x[i] - 1 + 2 * x[(i + 1) % half] - 1);
            chance /= 1 + Math.exp(y[i] == 1 ? -pull : pull);
          }
          return chance;
        });
  }

  @ParameterizedTest
  @CsvSource({"4, 0.7", "3, 0.2", "5, 2"})
  void ranksHaveTheMeanLogRatioOfTheirChances(int items, double theta) {
    double whole = 1; // of exp(−θ inversions), as a product
    for (int i = 1; i <= items; i++) {
      whole *= (1 - Math.exp(-theta * i)) / (1 - Math.exp(-theta));
    }
    double sum = whole;
    isTheMeanLogRatio(
        UnseenTables.ranks(items, theta),
        (x, y) -> {
          int apart = 0;
          for (int i = 0; i < items; i++) {
            for (int j = 0; j < i; j++) {
              apart += (x[i] - x[j]) * (y[i] - y[j]) < 0 ? 1 : 0;
            }
          }
          return Math.exp(-theta * apart) / sum;
        });
  }
}
