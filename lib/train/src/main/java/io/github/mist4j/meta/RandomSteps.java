package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The steps of {@link RandomPrograms}: from values in each of the outcomes to a value in each. They
 * are sums, products, extremes, distances, ranks, counts, parities, shares, choices, sums on a
 * circle, curves and tables.
 */
final class RandomSteps {
  static final int MOST_LEVELS = 24;
  static final int MOST_OF_VARIABLE = 12;
  private static final int MOST_INPUTS = 4;

  private final double[] weights; // of the outcomes
  private final RandomGenerator rng;

  RandomSteps(double[] weights, RandomGenerator rng) {
    this.weights = weights;
    this.rng = rng;
  }

  double[] noisy(double[] value, double[] noise) {
    double share = logBetween(rng, 0.1, 2);
    return standard(each(i -> value[i] + share * noise[i]));
  }

  /** Another level, wherever the noise is at its highest. */
  double[] lapsing(double[] value, double[] noise) {
    double most = Arrays.stream(noise).max().orElseThrow();
    double other = between(rng, -1.5, 1.5);
    return each(i -> noise[i] == most ? other : value[i]);
  }

  /** Something computed from some of the values, of mean 0 and variance 1. */
  double[] step(List<double[]> values) {
    double[][] in =
        Stream.generate(() -> values.get(rng.nextInt(values.size())))
            .limit(Math.max(2, 1 + rng.nextInt(MOST_INPUTS)))
            .distinct()
            .toArray(double[][]::new);
    double[] first = in[0];
    double[] last = in[in.length - 1];
    double cut = between(rng, -1, 1);
    double[] value =
        switch (rng.nextInt(15)) {
          case 0, 1, 2 -> weighted(in);
          case 3 -> folded(in, (a, b) -> a * b);
          case 4 -> folded(in, Math::max);
          case 5 -> folded(in, Math::min);
          case 6 -> each(i -> Math.sqrt(squaredDistance(in, i)));
          case 7 -> each(i -> above(in, i, first[i]));
          case 8 -> each(i -> above(in, i, cut));
          case 9 -> each(i -> above(in, i, cut) % 2);
          case 10 -> share(in);
          case 11 -> each(i -> highest(in, i));
          case 12 -> each(i -> last[i] > cut ? first[i] : in[in.length / 2][i]);
          case 13 -> onCircle(in);
          default -> curved(weighted(in));
        };
    return standard(value);
  }

  private interface Value {
    double at(int outcome);
  }

  private double[] each(Value value) {
    var values = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      values[i] = value.at(i);
    }
    return values;
  }

  private double[] folded(double[][] in, DoubleBinaryOperator step) {
    double[] value = in[0];
    for (int k = 1; k < in.length; k++) {
      double[] before = value;
      double[] next = in[k];
      value = each(i -> step.applyAsDouble(before[i], next[i]));
    }
    return value;
  }

  /** How many of the values lie above one. */
  private static int above(double[][] in, int i, double cut) {
    int count = 0;
    for (double[] value : in) {
      count += value[i] > cut ? 1 : 0;
    }
    return count;
  }

  /** Of the first in all, when their exponentials are shared out. */
  private double[] share(double[][] in) {
    double[][] parts = Stream.of(in).map(v -> each(i -> Math.exp(v[i]))).toArray(double[][]::new);
    double[] all = folded(parts, Double::sum);
    return each(i -> parts[0][i] / all[i]);
  }

  private double[] weighted(double[][] in) {
    boolean equal = rng.nextBoolean();
    double[] factors = new double[in.length];
    Arrays.setAll(factors, k -> equal ? 1 : rng.nextGaussian());
    return folded(
        IntStream.range(0, in.length)
            .mapToObj(k -> each(i -> factors[k] * in[k][i]))
            .toArray(double[][]::new),
        Double::sum);
  }

  private static double squaredDistance(double[][] in, int i) {
    double sum = 0;
    for (int k = 0; k < in.length; k++) {
      double difference = in[k][i] - (k + 1 < in.length ? in[k + 1][i] : 0);
      sum += difference * difference;
    }
    return sum;
  }

  private static int highest(double[][] in, int i) {
    int highest = 0;
    for (int k = 1; k < in.length; k++) {
      highest = in[k][i] > in[highest][i] ? k : highest;
    }
    return highest;
  }

  /** The sum of some levels, modulo their number. */
  private double[] onCircle(double[][] in) {
    int count = 2 + rng.nextInt(MOST_OF_VARIABLE - 1);
    double[][] levels = Stream.of(in).map(v -> levels(v, count)).toArray(double[][]::new);
    double[] sum = folded(levels, Double::sum);
    return each(i -> sum[i] % count);
  }

  /** A wave, a square, or levels in another order. */
  private double[] curved(double[] in) {
    double[] value = standard(in);
    double speed = between(rng, 0.5, 4);
    double phase = between(rng, 0, 2 * Math.PI);
    double[] levels = levels(value, 2 + rng.nextInt(MOST_OF_VARIABLE - 1));
    double[] table = DoubleStream.generate(rng::nextGaussian).limit(MOST_OF_VARIABLE).toArray();
    return switch (rng.nextInt(3)) {
      case 0 -> each(i -> Math.sin(speed * value[i] + phase));
      case 1 -> each(i -> (value[i] - phase / 4) * (value[i] - phase / 4));
      default -> each(i -> table[(int) levels[i]]);
    };
  }

  /** The levels 0, 1, …, of equal width or equally likely, about; fewer where there are fewer. */
  double[] levels(double[] value, int count) {
    double[] steady = each(i -> Math.rint(value[i] * 1e6) + 0.0); // sums in any order, one zero
    double[] sorted = steady.clone();
    Arrays.sort(sorted);
    double[] all =
        IntStream.range(0, weights.length)
            .filter(i -> i == 0 || sorted[i] > sorted[i - 1])
            .mapToDouble(i -> sorted[i])
            .toArray();
    double[] place = each(i -> Arrays.binarySearch(all, steady[i]));
    if (all.length <= count) {
      return place;
    }
    if (rng.nextBoolean()) {
      double width = (all[all.length - 1] - all[0]) / count * (1 + 1e-9);
      return each(i -> Math.floor((steady[i] - all[0]) / width));
    }
    var share = new double[all.length];
    for (int i = 0; i < weights.length; i++) {
      share[(int) place[i]] += weights[i];
    }
    double below = 0;
    for (int k = 0; k < share.length; k++) {
      double middle = below + share[k] / 2;
      below += share[k];
      share[k] = Math.floor(middle * count);
    }
    return each(i -> share[(int) place[i]]);
  }

  double largestShare(double[] levels) {
    var shares = new double[MOST_LEVELS + 1];
    for (int i = 0; i < weights.length; i++) {
      shares[(int) levels[i]] += weights[i];
    }
    return Arrays.stream(shares).max().orElseThrow();
  }

  /** Of mean 0 and variance 1; what does not vary stays as it is. */
  double[] standard(double[] value) {
    double mean = 0;
    double square = 0;
    for (int i = 0; i < weights.length; i++) {
      mean += weights[i] * value[i];
      square += weights[i] * value[i] * value[i];
    }
    double spread = Math.sqrt(square - mean * mean);
    double center = mean;
    return spread > 1e-6 ? each(i -> (value[i] - center) / spread) : value;
  }
}
