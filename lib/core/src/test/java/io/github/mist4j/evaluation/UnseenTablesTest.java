package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Labels.normal;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** The informations of the unseen tables, each by the ratio of its densities over draws. */
final class UnseenTablesTest {
  private static final Labels LABELS = new Labels("unseen");
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

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
    double[] slopes = {-1, 0.3, 2};
    LABELS.isTheMeanLogRatio("slopes-2-1", (x, y) -> normal(0.5, y[0] - slopes[(int) x[1]] * x[0]));
  }

  @Test
  void levelsGivenTheColumnsHaveTheMeanLogRatioOfTheirChances() {
    LABELS.isTheMeanLogRatio(
        "sectors-2-1",
        (x, y) -> {
          double middle = (y[0] + 0.5) / 5 * 2 * Math.PI - Math.PI;
          double off = Math.atan2(x[1], x[0]) - middle;
          return Math.cos(off) > Math.cos(Math.PI / 5) ? 0.9 : 0.025;
        });
    LABELS.isTheMeanLogRatio(
        "code-4-3",
        (x, y) -> {
          double chance = 1;
          for (int check = 0; check < 3; check++) {
            int sum = 0;
            for (int bit = 0; bit < 4; bit++) {
              sum += bit == check ? 0 : (int) x[bit];
            }
            chance *= sum % 2 == y[check] ? 0.95 : 0.05;
          }
          return chance;
        });
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

  /** The hidden cause averaged over draws of its own. */
  @Test
  void answersHaveTheMeanLogRatioOfTheirChances() {
    Distribution law = LABELS.law("items-3-3");
    Sample sample = law.sample(Labels.DRAWS, new SplittableRandom(3));
    double[][] x = Labels.rowsOfX(sample);
    double[][] y = Labels.rowsOfY(sample);
    var rng = new SplittableRandom(4);
    double[] causes = IntStream.range(0, 5000).mapToDouble(k -> 1.2 * rng.nextGaussian()).toArray();
    Labels.isTheMean(
        law,
        r -> {
          double left = 0;
          double right = 0;
          double both = 0;
          for (double cause : causes) {
            double ofX = chance(x[r], cause);
            double ofY = chance(y[r], cause);
            left += ofX;
            right += ofY;
            both += ofX * ofY;
          }
          return Math.log(both * causes.length / left / right);
        });
  }

  private static double chance(double[] answers, double cause) {
    double chance = 1;
    for (double level : answers) {
      double above = level == 4 ? 1 : NORMAL.cumulativeProbability(level - 1.5 - cause);
      double below = level == 0 ? 0 : NORMAL.cumulativeProbability(level - 2.5 - cause);
      chance *= above - below;
    }
    return chance;
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
}
