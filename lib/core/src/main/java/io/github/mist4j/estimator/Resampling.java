package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.progress.Work;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Evidence for the value of an estimator that has none of its own.
 *
 * <p><b>Test.</b> The rows of Y are shuffled against those of X; what shuffling leaves unchanged is
 * computed once.
 *
 * <p><b>Interval.</b> The estimate is made again from halves of the rows, drawn without return: no
 * row stands twice, which would break nearest-neighbour methods as a bootstrap does. The variance
 * over halves of m of n rows, times m/(n − m), is that of the estimate from all (the delete-half
 * jackknife: Shao and Wu, 1989, <i>A general theory for jackknife variance estimation</i>). The
 * interval is normal around the estimate; it knows the scatter of the estimate, not its bias.
 */
final class Resampling {
  private Resampling() {}

  /** Prepares a sample; the generator is the source of the order of ties. */
  @FunctionalInterface
  interface Preparation {
    Statistic of(Sample sample, RandomGenerator rng);
  }

  /**
   * The estimate with the evidence that the options ask for.
   *
   * @param warnings what the method has to say, beside what the sample says
   */
  static Estimate estimate(
      String method,
      Sample sample,
      EstimateOptions options,
      Preparation preparation,
      List<Warning> warnings) {
    require(options != null, "options must be given, was null");
    options.checkRows(sample.n());
    Statistic statistic = preparation.of(sample, new SplittableRandom(options.seed()));
    double value = statistic.of(identity(sample.n()));
    var all = new ArrayList<>(sample.warnings());
    all.addAll(warnings);
    Optional<Interval> interval = Optional.empty();
    if (options.halves() > 0) {
      try {
        interval =
            Optional.of(
                interval(
                    sample,
                    value,
                    options,
                    (half, rng) -> preparation.of(half, rng).of(identity(half.n()))));
      } catch (IllegalArgumentException e) {
        all.add(
            new Warning(
                Warning.Kind.NO_INTERVAL,
                "no interval, as half of the rows do not suffice: " + reason(e)));
      }
    }
    return Estimate.of(sample, method, value)
        .withEvidence(
            interval,
            options.permutations() == 0
                ? Optional.empty()
                : Optional.of(test(sample.n(), value, options, statistic)))
        .withWarnings(all)
        .withEntropiesOf(sample);
  }

  /** The message of the fault itself: one that comes from another thread is wrapped. */
  private static String reason(Throwable fault) {
    return fault.getCause() == null ? fault.getMessage() : reason(fault.getCause());
  }

  private static int[] identity(int n) {
    return IntStream.range(0, n).toArray();
  }

  private static SplittableRandom[] streams(long seed, int count) {
    var seeds = new SplittableRandom(seed);
    var streams = new SplittableRandom[count];
    Arrays.setAll(streams, k -> seeds.split());
    return streams;
  }

  private static IndependenceTest test(
      int n, double value, EstimateOptions options, Statistic statistic) {
    SplittableRandom[] streams = streams(~options.seed(), options.permutations());
    var work = Work.of("shuffles", streams.length, options.progress());
    double[] shuffled =
        work.values(
            streams.length,
            k -> {
              double shuffle = statistic.of(options.shuffle(n, streams[k]));
              work.advance(1);
              return shuffle;
            });
    return IndependenceTest.of(value, shuffled);
  }

  static Interval interval(
      Sample sample,
      double all,
      EstimateOptions options,
      ToDoubleBiFunction<Sample, RandomGenerator> estimate) {
    int n = sample.n();
    int m = n / 2;
    SplittableRandom[] streams = streams(options.seed() + 1, options.halves());
    var work = Work.of("half samples", streams.length, options.progress());
    double[] halves =
        work.values(
            streams.length,
            k -> {
              Sample half = sample.rows(options.half(n, streams[k]));
              double value = estimate.applyAsDouble(half, streams[k]);
              work.advance(1);
              return value;
            });
    double mean = Arrays.stream(halves).average().orElseThrow();
    double square = Arrays.stream(halves).map(v -> (v - mean) * (v - mean)).sum();
    double variance = square / (halves.length - 1) * m / (n - m);
    double normal =
        NormalDistribution.of(0, 1).inverseCumulativeProbability(0.5 + options.level() / 2);
    double reach = normal * Math.sqrt(variance);
    return new Interval(all - reach, all + reach, options.level());
  }
}
