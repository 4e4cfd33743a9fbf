package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Labels.normal;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The informations of the unseen tables, each by the ratio of its densities over draws. */
final class UnseenTablesTest {
  private static final Labels LABELS = new Labels("unseen");

  @Test
  void numbersGivenTheColumnsHaveTheMeanLogRatioOfTheirDensities() {
    LABELS.isTheMeanLogRatio(
        "extremes-5-2",
        (x, y) ->
            normal(
                0.3,
                y[0] - Arrays.stream(x).min().orElseThrow(),
                y[1] - Arrays.stream(x).max().orElseThrow()));
    LABELS.isTheMeanLogRatio(
        "signs-6-1", (x, y) -> normal(0.4, y[0] - Arrays.stream(x).map(v -> v > 0 ? 1 : 0).sum()));
  }

  /** All that comes after, given all that came before. */
  @Test
  void seriesHaveTheMeanLogRatioOfTheDensitiesOfTheirSteps() {
    DoubleUnaryOperator map = v -> 1.5 * Math.sin(2 * v);
    LABELS.isTheMeanLogRatio(
        "series-3-3",
        (x, y) ->
            normal(
                0.3,
                y[0] - map.applyAsDouble(x[2]),
                y[1] - map.applyAsDouble(y[0]),
                y[2] - map.applyAsDouble(y[1])));
    LABELS.isTheMeanLogRatio(
        "arch-3-1", (x, y) -> normal(Math.sqrt(0.5 + 0.7 * x[2] * x[2]), y[0]));
  }

  @Test
  void outcomesThatAreOftenAbsentHaveTheMeanLogRatioOfTheirDensities() {
    LABELS.isTheMeanLogRatio(
        "censored-1-2",
        (x, y) -> {
          double rate = Math.exp(1.2 * x[0]);
          return (y[1] == 1 ? rate : 1) * Math.exp(-(1 + rate) * y[0]);
        });
    LABELS.isTheMeanLogRatio(
        "hurdle-2-1",
        (x, y) -> {
          double any = 1 / (1 + Math.exp(-2 * x[0]));
          return y[0] == 0 ? 1 - any : any * normal(0.5, Math.log(y[0]) - x[1]);
        });
  }

  /** One word after the other: each comes as often as it has before, and as its share of 1.8. */
  @Test
  void wordsHaveTheMeanLogRatioOfTheirChancesInATextAndAlone() {
    Distribution law = LABELS.law("words-3-3");
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(5));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    Labels.isTheMean(law, r -> logChance(y[r], x[r]) - logChance(y[r], new double[3]));
  }

  private static double logChance(double[] words, double[] before) {
    double all = Arrays.stream(before).sum() + 1.8;
    double log = 0;
    for (int which = 0; which < 3; which++) {
      for (int k = 0; k < words[which]; k++) {
        log += Math.log((before[which] + 0.6 + k) / all);
        all++;
      }
    }
    return log;
  }

  /** Given the cells that are there, the others are part of the noise. */
  @Test
  void sumsWithEmptyCellsHaveTheMeanLogRatioOfTheirDensities() {
    LABELS.isTheMeanLogRatio(
        "absent-3-1",
        (x, y) -> {
          double seen = Arrays.stream(x).filter(v -> v > -9).sum() / Math.sqrt(3);
          long absent = Arrays.stream(x).filter(v -> v == -9).count();
          return normal(Math.sqrt(0.25 + absent / 3.0), y[0] - seen);
        });
  }

  /** Each of Y depends on its two neighbours only. */
  @Test
  void neighboursHaveTheMeanLogRatioOfTheirChances() {
    LABELS.isTheMeanLogRatio(
        "neighbours-3-3",
        (x, y) -> {
          double chance = 1;
          for (int i = 0; i < 3; i++) {
            double pull = 2 * 0.5 * (2 * x[i] - 1 + 2 * x[(i + 1) % 3] - 1);
            chance /= 1 + Math.exp(y[i] == 1 ? -pull : pull);
          }
          return chance;
        });
  }

  @Test
  void ranksHaveTheMeanLogRatioOfTheirChances() {
    double whole = 1; // of exp(−θ inversions), as a product
    for (int i = 1; i <= 4; i++) {
      whole *= (1 - Math.exp(-0.7 * i)) / (1 - Math.exp(-0.7));
    }
    double sum = whole;
    LABELS.isTheMeanLogRatio(
        "ranks-4-4",
        (x, y) -> {
          int apart = 0;
          for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
              apart += (x[i] - x[j]) * (y[i] - y[j]) < 0 ? 1 : 0;
            }
          }
          return Math.exp(-0.7 * apart) / sum;
        });
  }
}
