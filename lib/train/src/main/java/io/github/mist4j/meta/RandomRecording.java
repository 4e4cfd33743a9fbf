package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import io.github.mist4j.distribution.Margin;
import io.github.mist4j.distribution.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** Recordings and margins at random, as columns of people's tables have them. */
final class RandomRecording {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int MOST_LEVELS = 11;
  private static final double FINEST = 0.04; // a step, in standard deviations
  private static final double WIDEST = 2;

  private RandomRecording() {}

  /**
   * A recording of values of a mean and a standard deviation, about: rounded, heaped, cut off, in
   * levels, with zeros, or a few of these.
   */
  static Recording of(double mean, double spread, RandomGenerator rng) {
    Recording recording =
        switch (rng.nextInt(8)) {
          case 0, 1, 2 -> Recording.rounded(step(spread, rng));
          case 3 ->
              Recording.heaped(
                  step(spread, rng) / 2, rng.nextBoolean() ? 5 : 10, between(rng, 0.1, 0.9));
          case 4 -> Recording.levels(cuts(mean, spread, 1 + rng.nextInt(MOST_LEVELS - 1), rng));
          case 5 -> limited(Recording.rounded(step(spread, rng)), mean, spread, rng);
          case 6 -> limited(Recording.exact(), mean, spread, rng);
          default -> Recording.exact().inflated(atom(mean, spread, rng), share(rng));
        };
    return rng.nextInt(4) == 0
        ? recording.inflated(atom(mean, spread, rng), share(rng))
        : recording;
  }

  private static double step(double spread, RandomGenerator rng) {
    return spread * logBetween(rng, FINEST, WIDEST);
  }

  private static double share(RandomGenerator rng) {
    return between(rng, 0.03, 0.95);
  }

  /** Below nearly all values, as a zero among prices, or among them. */
  private static double atom(double mean, double spread, RandomGenerator rng) {
    return mean + spread * (rng.nextBoolean() ? -9 : between(rng, -1, 1));
  }

  private static Recording limited(
      Recording recording, double mean, double spread, RandomGenerator rng) {
    double low = mean - spread * between(rng, -0.5, 2);
    double high = mean + spread * between(rng, 0.6, 2);
    return switch (rng.nextInt(3)) {
      case 0 -> recording.withLimits(low, Double.POSITIVE_INFINITY);
      case 1 -> recording.withLimits(Double.NEGATIVE_INFINITY, high);
      default -> recording.withLimits(low, high);
    };
  }

  private static double[] cuts(double mean, double spread, int count, RandomGenerator rng) {
    double[] cuts = RandomLevels.cuts(rng, count);
    return Arrays.stream(cuts).map(cut -> mean + spread * cut).toArray();
  }

  /** A column at random: a measure, a price, a count, an answer, an age, a share, a day. */
  static Margin margin(RandomGenerator rng) {
    return switch (rng.nextInt(9)) {
      case 0 -> new Margin("measure", z -> z, of(0, 1, rng));
      case 1, 2 -> price(rng);
      case 3, 4 -> count(rng);
      case 5 ->
          new Margin("answer", z -> z, Recording.levels(cuts(0, 1, 1 + rng.nextInt(10), rng)));
      case 6 -> new Margin("age", z -> 18 + 72 * chance(z), years(rng));
      case 7 -> new Margin("share", z -> 100 * chance(z), years(rng));
      default -> new Margin("day", z -> chance(z), Recording.rounded(logBetween(rng, 2e-4, 0.05)));
    };
  }

  /** So many margins. */
  static List<Margin> margins(int count, RandomGenerator rng) {
    return Stream.generate(() -> margin(rng)).limit(count).toList();
  }

  private static Recording years(RandomGenerator rng) {
    return rng.nextBoolean()
        ? Recording.rounded(1)
        : Recording.heaped(1, rng.nextBoolean() ? 5 : 10, between(rng, 0.1, 0.9));
  }

  private static Margin price(RandomGenerator rng) {
    double spread = between(rng, 0.3, 1.5);
    double[] steps = {0.01, 0.05, 0.1, 0.5, 1, 5};
    double step = steps[rng.nextInt(steps.length)];
    Recording recording =
        rng.nextInt(3) == 0
            ? Recording.heaped(step, 10, between(rng, 0.1, 0.9))
            : Recording.rounded(step);
    return new Margin(
        "price",
        z -> 20 * Math.exp(spread * z),
        rng.nextBoolean() ? recording.inflated(0, share(rng)) : recording);
  }

  /** Poisson of a rate that is gamma: half of them spread widely, with many zeros. */
  private static Margin count(RandomGenerator rng) {
    double rate = logBetween(rng, 0.3, 30);
    if (rng.nextBoolean()) {
      var law = PoissonDistribution.of(rate);
      return new Margin(
          "count", z -> law.inverseCumulativeProbability(chance(z)), Recording.rounded(1));
    }
    double shape = logBetween(rng, 0.2, 3);
    var law = GammaDistribution.of(shape, rate / shape);
    return new Margin(
        "count",
        z -> law.inverseCumulativeProbability(chance(z)),
        Recording.rounded(1).withLimits(0, Double.POSITIVE_INFINITY));
  }

  private static double chance(double z) {
    return NORMAL.cumulativeProbability(z);
  }
}
