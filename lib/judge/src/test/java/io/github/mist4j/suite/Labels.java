package io.github.mist4j.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Checks of the informations of laws by ways of their own. */
final class Labels {
  static final int DRAWS = 1000;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Labels() {}

  /** The mean of KSG over draws of n rows, where its bias is small beside the tolerance. */
  static void nearestNeighboursSay(Distribution law, int n, int draws, double tolerance) {
    double mean =
        IntStream.range(0, draws)
            .mapToDouble(k -> new Ksg().estimate(law.sample(n, new SplittableRandom(k))).value())
            .average()
            .orElseThrow();
    assertThat(law.mutualInformation()).as(law.describe()).isCloseTo(mean, within(tolerance));
  }

  /** E log p(y|x) / p(y), p(y) the mean of p(y|x′) over rows of their own. */
  static void isTheMeanLogRatio(
      Distribution law, ToDoubleBiFunction<double[], double[]> conditional) {
    Sample sample = law.sample(DRAWS, new SplittableRandom(1));
    double[][] x = rowsOfX(sample);
    double[][] y = rowsOfY(sample);
    double[][] others = rowsOfX(law.sample(DRAWS, new SplittableRandom(2)));
    isTheMean(
        law,
        r -> {
          double all =
              Arrays.stream(others)
                  .mapToDouble(other -> conditional.applyAsDouble(other, y[r]))
                  .average()
                  .orElseThrow();
          return Math.log(conditional.applyAsDouble(x[r], y[r]) / all);
        });
  }

  /** The mean of a term over {@value #DRAWS} rows, to four standard errors and 0.003. */
  static void isTheMean(Distribution law, IntToDoubleFunction term) {
    isTheMean(law, IntStream.range(0, DRAWS).mapToDouble(term).toArray(), 3e-3);
  }

  static double[][] rowsOfX(Sample sample) {
    return rows(sample.n(), sample.dx(), sample::x);
  }

  static double[][] rowsOfY(Sample sample) {
    return rows(sample.n(), sample.dy(), sample::y);
  }

  private static double[][] rows(int n, int d, IntFunction<double[]> column) {
    var rows = new double[n][d];
    for (int c = 0; c < d; c++) {
      double[] values = column.apply(c);
      for (int r = 0; r < n; r++) {
        rows[r][c] = values[r];
      }
    }
    return rows;
  }

  /** The density of independent normal distances of one spread. */
  static double normal(double sigma, double... distances) {
    double log = 0;
    for (double distance : distances) {
      log += NORMAL.logDensity(distance / sigma) - Math.log(sigma);
    }
    return Math.exp(log);
  }

  /** The mean log ratio of densities over rows, to four standard errors and a tolerance. */
  static void isTheMean(Distribution law, double[] terms, double tolerance) {
    double mean = Arrays.stream(terms).average().orElseThrow();
    double variance = Arrays.stream(terms).map(t -> (t - mean) * (t - mean)).sum() / terms.length;
    assertThat(law.mutualInformation())
        .as(law.describe())
        .isCloseTo(mean, within(4 * Math.sqrt(variance / terms.length) + tolerance));
  }
}
