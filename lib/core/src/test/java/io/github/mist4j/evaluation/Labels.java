package io.github.mist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.estimator.Ksg;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Checks of the informations of a suite's tasks by ways of their own. */
record Labels(String suite) {
  Distribution law(String name) {
    return BenchmarkSuite.named(suite).tasks().stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow()
        .law();
  }

  /** The mean of KSG over draws of n rows, where its bias is small beside the tolerance. */
  void nearestNeighboursSay(String name, int n, int draws, double tolerance) {
    Distribution law = law(name);
    double mean =
        IntStream.range(0, draws)
            .mapToDouble(k -> new Ksg().estimate(law.sample(n, new SplittableRandom(k))).value())
            .average()
            .orElseThrow();
    assertThat(law.mutualInformation()).as(name).isCloseTo(mean, within(tolerance));
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
