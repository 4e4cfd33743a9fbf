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

/** The informations of chains, by the ratio of their chances over draws. */
final class ChainsTest {
  /** By all paths of the hidden states. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.1", "0.02, 0.2", "0.3, 0.02"})
  void chainsHaveTheMeanLogRatioOfTheirChances(double changes, double errors) {
    Distribution law = Chains.chain(changes, errors);
    Sample sample = law.sample(DRAWS, new SplittableRandom(12));
    double[][] x = rowsOfX(sample);
    double[][] y = rowsOfY(sample);
    isTheMean(
        law,
        r -> {
          double[] both = Arrays.copyOf(x[r], 6);
          System.arraycopy(y[r], 0, both, 3, 3);
          return Math.log(
              paths(both, changes, errors)
                  / paths(x[r], changes, errors)
                  / paths(y[r], changes, errors));
        });
  }

  private static double paths(double[] seen, double changes, double errors) {
    double sum = 0;
    for (int path = 0; path < 1 << seen.length; path++) {
      double chance = 0.5;
      for (int t = 0; t < seen.length; t++) {
        int state = path >> t & 1;
        chance *= state == (int) seen[t] ? 1 - errors : errors;
        if (t > 0) {
          chance *= state == (path >> (t - 1) & 1) ? 1 - changes : changes;
        }
      }
      sum += chance;
    }
    return sum;
  }

  /** Each of Y depends on its two neighbours only. */
  @ParameterizedTest
  @CsvSource({"6, 0.5", "4, 0.2", "8, 1.2"})
  void neighboursHaveTheMeanLogRatioOfTheirChances(int count, double coupling) {
    int half = count / 2;
    isTheMeanLogRatio(
        Chains.neighbours(count, coupling),
        (x, y) -> {
          double chance = 1;
          for (int i = 0; i < half; i++) {
            double pull = 2 * coupling * (2 * x[i] - 1 + 2 * x[(i + 1) % half] - 1);
            chance /= 1 + Math.exp(y[i] == 1 ? -pull : pull);
          }
          return chance;
        });
  }
}
