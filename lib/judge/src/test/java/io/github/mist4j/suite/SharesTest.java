package io.github.mist4j.suite;

import static io.github.mist4j.suite.Labels.DRAWS;
import static io.github.mist4j.suite.Labels.isTheMean;
import static io.github.mist4j.suite.Labels.isTheMeanLogRatio;
import static io.github.mist4j.suite.Labels.rowsOfX;
import static io.github.mist4j.suite.Labels.rowsOfY;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The informations of shares and counts, each by a way of its own. */
final class SharesTest {
  @ParameterizedTest
  @CsvSource({"2, 2, 0.7", "4, 1, 0.5", "1, 1, 0.3", "3, 4, 3"})
  void sharesHaveTheMeanLogRatioOfTheirDensities(int dx, int dy, double alpha) {
    Distribution law = Shares.dirichlet(dx, dy, alpha);
    Sample sample = law.sample(DRAWS, new SplittableRandom(4));
    double[][] x = rowsOfX(sample);
    double[][] y = rowsOfY(sample);
    double whole = (sample.dx() + sample.dy() + 1) * alpha;
    isTheMean(
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

  /** One word after the other: each comes as often as it has before, and as its share. */
  @ParameterizedTest
  @CsvSource({"12, 0.6", "4, 0.3", "20, 3"})
  void wordsHaveTheMeanLogRatioOfTheirChancesInATextAndAlone(int length, double alpha) {
    Distribution law = Shares.words(length, alpha);
    Sample sample = law.sample(DRAWS, new SplittableRandom(5));
    double[][] x = rowsOfX(sample);
    double[][] y = rowsOfY(sample);
    isTheMean(law, r -> logChance(alpha, y[r], x[r]) - logChance(alpha, y[r], new double[3]));
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

  @ParameterizedTest
  @CsvSource({"5, 7", "3, 2", "4, 6", "8, 10"})
  void handsHaveTheMeanLogRatioOfTheirChances(int ofColor, int size) {
    isTheMeanLogRatio(
        Shares.hands(ofColor, size),
        (x, y) -> {
          double ways = 1;
          for (int c = 0; c < 3; c++) {
            ways *= choose(ofColor - (int) x[c], (int) y[c]);
          }
          return ways / choose(3 * ofColor - size, size);
        });
  }

  private static double choose(int n, int k) {
    double ways = 1;
    for (int i = 1; i <= k; i++) {
      ways *= (n - k + i) / (double) i;
    }
    return k > n ? 0 : ways;
  }
}
