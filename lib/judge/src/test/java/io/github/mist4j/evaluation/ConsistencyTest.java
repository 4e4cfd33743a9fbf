package io.github.mist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.suite.BenchmarkSuite;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for mutual information, of the estimates of the model in the jar. */
final class ConsistencyTest {
  private static final MutualInformationEstimator ESTIMATOR = Checkpoint.shipped().estimator();
  private static final int CASES = 200;
  private static final List<Distribution> LAWS =
      Stream.of("bmi", "unseen", "near", "levels")
          .flatMap(suite -> BenchmarkSuite.named(suite).tasks().stream())
          .map(task -> task.law(new SplittableRandom(0)))
          .filter(law -> law.dx() <= 5 && law.dy() <= 5)
          .toList();

  /** A law at random and the rows to draw from it. */
  private record Case(Distribution law, Distribution other, int n, SplittableRandom rng) {
    static Case of(int seed) {
      var rng = new SplittableRandom(seed);
      int n = (int) (50 * Math.pow(20, rng.nextDouble()));
      return new Case(any(rng), any(rng), n, rng);
    }

    private static Distribution any(SplittableRandom rng) {
      return LAWS.get(rng.nextInt(LAWS.size()));
    }
  }

  /** The columns of both. */
  private static Sample beside(Sample a, Sample b) {
    return Sample.ofColumns(
        Stream.concat(columns(a.dx(), a::x), columns(b.dx(), b::x)).toArray(double[][]::new),
        Stream.concat(columns(a.dy(), a::y), columns(b.dy(), b::y)).toArray(double[][]::new));
  }

  private static Stream<double[]> columns(int count, IntFunction<double[]> column) {
    return IntStream.range(0, count).mapToObj(column);
  }

  private static double share(IntPredicate claim) {
    return IntStream.range(0, CASES).parallel().filter(claim).count() / (double) CASES;
  }

  @Test
  @DisplayName("columns of pure noise change the estimate by less than its interval is wide")
  void noiseColumnsChangeLittle() {
    double share =
        share(
            seed -> {
              Case c = Case.of(seed);
              Sample rows = c.law.sample(c.n, c.rng);
              Sample noise =
                  new Normal(Dispersion.identity(1 + c.rng.nextInt(3), 1 + c.rng.nextInt(3)))
                      .sample(c.n, c.rng);
              Estimate few = ESTIMATOR.estimate(rows);
              Estimate all = ESTIMATOR.estimate(beside(rows, noise));
              Interval interval = few.interval().orElseThrow();
              return Math.abs(all.value() - few.value()) < interval.upper() - interval.lower();
            });
    assertThat(share).isGreaterThan(0.95 - 4 * Math.sqrt(0.95 * 0.05 / CASES)); // 0.95 measured
  }

  @Test
  @DisplayName("the estimates of two independent blocks add up to that of both, in its interval")
  void independentBlocksAddUp() {
    double share =
        share(
            seed -> {
              Case c = Case.of(1000 + seed);
              Sample one = c.law.sample(c.n, c.rng);
              Sample two = c.other.sample(c.n, c.rng);
              Estimate both = ESTIMATOR.estimate(beside(one, two));
              double sum = ESTIMATOR.estimate(one).value() + ESTIMATOR.estimate(two).value();
              Interval interval = both.interval().orElseThrow();
              return interval.lower() <= sum && sum <= interval.upper();
            });
    assertThat(share).isGreaterThan(0.85);
  }
}
