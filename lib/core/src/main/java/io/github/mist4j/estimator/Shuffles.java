package io.github.mist4j.estimator;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The permutation test of an estimator that looks at a whole sample at a time. */
final class Shuffles {
  private Shuffles() {}

  /** An estimate of a sample; the generator is the source of everything random. */
  @FunctionalInterface
  interface Statistic {
    double of(Sample sample, RandomGenerator rng);
  }

  /** The estimate with its test of independence, where the options ask for one. */
  static Estimate estimate(
      MutualInformationEstimator estimator,
      Sample sample,
      double value,
      EstimateOptions options,
      Statistic statistic) {
    return new Estimate(
        value,
        Optional.empty(),
        options.permutations() == 0
            ? Optional.empty()
            : Optional.of(test(sample, value, options, statistic)),
        sample.n(),
        sample.dx(),
        sample.dy(),
        Unit.NATS,
        estimator.method(),
        Optional.empty(),
        sample.warnings());
  }

  private static IndependenceTest test(
      Sample sample, double value, EstimateOptions options, Statistic statistic) {
    var seeds = new SplittableRandom(~options.seed());
    var streams = new SplittableRandom[options.permutations()];
    Arrays.setAll(streams, k -> seeds.split());
    double[] shuffled =
        IntStream.range(0, streams.length)
            .parallel()
            .mapToDouble(k -> statistic.of(shuffled(sample, streams[k]), streams[k]))
            .toArray();
    return IndependenceTest.of(value, shuffled);
  }

  /** The same X with the rows of Y in a random order. */
  private static Sample shuffled(Sample sample, RandomGenerator rng) {
    int n = sample.n();
    int[] order = Ranks.shuffled(n, rng);
    double[][] x = IntStream.range(0, sample.dx()).mapToObj(sample::x).toArray(double[][]::new);
    var y = new double[sample.dy()][n];
    for (int c = 0; c < y.length; c++) {
      double[] column = sample.y(c);
      Arrays.setAll(y[c], r -> column[order[r]]);
    }
    return Sample.ofColumns(x, y);
  }
}
