package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import io.github.mist4j.distribution.FiniteSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Columns that random programs compute from a few independent variables with few levels, of which
 * some reach both sides, others one side or one column. The steps are sums, products, extremes,
 * distances, ranks, counts, parities, shares, choices, sums on a circle, curves and tables.
 */
final class RandomPrograms {
  private static final int MOST_OUTCOMES = 1 << 12;
  private static final int MOST_SHARED = 4;
  private static final int MOST_OWN = 2; // of a side
  private static final int MOST_STEPS = 3; // of a side, before its columns
  private static final int MOST_INPUTS = 4; // of a step
  private static final int MOST_LEVELS = 24;
  private static final int MOST_OF_VARIABLE = 12;
  private static final int MOST_OF_NOISE = 5;
  private static final double LARGEST_SHARE = 0.9;
  private static final double LEAST_INFORMATION = 0.01;
  private static final double MOST_INFORMATION = 4;
  private static final int TRIES = 20;

  private final RandomGenerator rng;
  private final List<double[]> variables = new ArrayList<>(); // the chances of their levels
  private int outcomes = 1;
  private double[] weights; // of the outcomes

  private RandomPrograms(RandomGenerator rng) {
    this.rng = rng;
  }

  /** A law of so many columns, of less or more information only if no other is found. */
  static FiniteSpace of(int dx, int dy, RandomGenerator rng) {
    FiniteSpace law = levels(dx, dy, rng);
    return law.spread(spread(dx + dy, rng));
  }

  /** The same whose columns all have levels. */
  static FiniteSpace levels(int dx, int dy, RandomGenerator rng) {
    FiniteSpace law = draw(dx, dy, 1 + rng.nextInt(MOST_SHARED), rng);
    for (int i = 1; i < TRIES && !telling(law); i++) {
      law = draw(dx, dy, 1 + rng.nextInt(MOST_SHARED), rng);
    }
    return law;
  }

  /** The columns of a side may depend on each other, and have levels; no variable reaches both. */
  static FiniteSpace independent(int dx, int dy, RandomGenerator rng) {
    return draw(dx, dy, 0, rng);
  }

  private static boolean telling(FiniteSpace law) {
    double information = law.mutualInformation();
    return information > LEAST_INFORMATION && information < MOST_INFORMATION;
  }

  private static FiniteSpace draw(int dx, int dy, int shared, RandomGenerator rng) {
    return new RandomPrograms(rng).draw(dx, dy, shared);
  }

  private FiniteSpace draw(int dx, int dy, int sharedCount) {
    int fewestOwn = sharedCount == 0 ? 1 : 0;
    int[] shared = variables(sharedCount, MOST_OF_VARIABLE);
    int[] ofX = variables(fewestOwn + rng.nextInt(MOST_OWN + 1), MOST_OF_VARIABLE);
    int[] ofY = variables(fewestOwn + rng.nextInt(MOST_OWN + 1), MOST_OF_VARIABLE);
    int[][] ofColumns =
        Stream.generate(() -> variables(rng.nextInt(2), MOST_OF_NOISE))
            .limit(dx + dy)
            .toArray(int[][]::new);
    weights = weights();
    List<double[]> common = values(shared);
    if (sharedCount > 0) {
      common = grown(common, rng.nextInt(MOST_STEPS));
    }
    List<double[]> x = side(common, ofX);
    List<double[]> y = side(common, ofY);
    double[][] columns =
        IntStream.range(0, dx + dy)
            .mapToObj(c -> column(c < dx ? x : y, values(ofColumns[c])))
            .toArray(double[][]::new);
    return FiniteSpace.of(dx, weights, columns);
  }

  /** All columns, none, or each by a coin. */
  private static boolean[] spread(int count, RandomGenerator rng) {
    var spread = new boolean[count];
    int kind = rng.nextInt(4);
    for (int c = 0; c < count; c++) {
      spread[c] = kind < 2 || (kind == 2 && rng.nextBoolean());
    }
    return spread;
  }

  /** New variables, of fewer levels where the space would become too large; their places. */
  private int[] variables(int count, int mostLevels) {
    return IntStream.range(0, count)
        .map(i -> variable((int) logBetween(rng, 2, mostLevels + 1.0)))
        .filter(place -> place >= 0)
        .toArray();
  }

  private int variable(int wanted) {
    int levels = Math.min(wanted, MOST_OUTCOMES / outcomes);
    if (levels < 2) {
      return -1;
    }
    outcomes *= levels;
    variables.add(chances(levels));
    return variables.size() - 1;
  }

  /** Equal, those of a bell, falling, or at random; none of nearly all. */
  private double[] chances(int levels) {
    var chances = new double[levels];
    double fall = between(rng, 0.5, 1);
    int kind = rng.nextInt(5);
    for (int k = 0; k < levels; k++) {
      double place = (k + 0.5) / levels - 0.5;
      chances[k] =
          switch (kind) {
            case 0 -> Math.exp(-12 * place * place);
            case 1 -> Math.pow(fall, k);
            case 2 -> between(rng, 0.1, 1);
            default -> 1;
          };
    }
    return chances;
  }

  private double[] weights() {
    var weights = new double[outcomes];
    Arrays.fill(weights, 1);
    int stride = 1;
    for (double[] chances : variables) {
      double sum = Arrays.stream(chances).sum();
      for (int i = 0; i < outcomes; i++) {
        weights[i] *= chances[i / stride % chances.length] / sum;
      }
      stride *= chances.length;
    }
    return weights;
  }

  /** The levels of variables, of mean 0 and variance 1, (variables, outcomes). */
  private List<double[]> values(int... places) {
    var values = new ArrayList<double[]>();
    for (int place : places) {
      int stride =
          variables.stream().limit(place).mapToInt(v -> v.length).reduce(1, (a, b) -> a * b);
      int levels = variables.get(place).length;
      double[] level = IntStream.range(0, outcomes).mapToDouble(i -> i / stride % levels).toArray();
      values.add(standard(level));
    }
    return values;
  }

  /** What a side is computed from: some of the common values, its own variables, and steps. */
  private List<double[]> side(List<double[]> common, int[] own) {
    var values = new ArrayList<double[]>();
    boolean all = rng.nextBoolean();
    for (double[] value : common) {
      if (all || rng.nextBoolean()) {
        values.add(value);
      }
    }
    if (values.isEmpty() && !common.isEmpty()) {
      values.add(common.get(rng.nextInt(common.size())));
    }
    values.addAll(values(own));
    return grown(values, rng.nextInt(MOST_STEPS + 1));
  }

  private List<double[]> grown(List<double[]> values, int steps) {
    var grown = new ArrayList<>(values);
    for (int s = 0; s < steps; s++) {
      grown.add(step(grown));
    }
    return grown;
  }

  /** A value of a side or a step from its values, with noise, in few levels. */
  private double[] column(List<double[]> values, List<double[]> noise) {
    for (int i = 0; i < TRIES; i++) {
      double[] value = rng.nextInt(3) == 0 ? values.get(rng.nextInt(values.size())) : step(values);
      for (double[] own : noise) {
        value = rng.nextInt(3) == 0 ? lapsing(value, own) : noisy(value, own);
      }
      double[] column = levels(value, (int) logBetween(rng, 2, MOST_LEVELS + 1.0));
      if (largestShare(column) < LARGEST_SHARE) {
        return column;
      }
    }
    return values.get(0);
  }

  private double[] noisy(double[] value, double[] noise) {
    double share = logBetween(rng, 0.1, 2);
    return standard(each(i -> value[i] + share * noise[i]));
  }

  /** Another level, wherever the noise is at its highest. */
  private double[] lapsing(double[] value, double[] noise) {
    double most = Arrays.stream(noise).max().orElseThrow();
    double other = between(rng, -1.5, 1.5);
    return each(i -> noise[i] == most ? other : value[i]);
  }

  /** Something computed from some of the values, of mean 0 and variance 1. */
  private double[] step(List<double[]> values) {
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
    var values = new double[outcomes];
    for (int i = 0; i < outcomes; i++) {
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
  private double[] levels(double[] value, int count) {
    double[] steady = each(i -> Math.rint(value[i] * 1e6) + 0.0); // sums in any order, one zero
    double[] sorted = steady.clone();
    Arrays.sort(sorted);
    double[] all =
        IntStream.range(0, outcomes)
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
    for (int i = 0; i < outcomes; i++) {
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

  private double largestShare(double[] levels) {
    var shares = new double[MOST_LEVELS + 1];
    for (int i = 0; i < outcomes; i++) {
      shares[(int) levels[i]] += weights[i];
    }
    return Arrays.stream(shares).max().orElseThrow();
  }

  /** Of mean 0 and variance 1; what does not vary stays as it is. */
  private double[] standard(double[] value) {
    double mean = 0;
    double square = 0;
    for (int i = 0; i < outcomes; i++) {
      mean += weights[i] * value[i];
      square += weights[i] * value[i] * value[i];
    }
    double spread = Math.sqrt(square - mean * mean);
    double center = mean;
    return spread > 1e-6 ? each(i -> (value[i] - center) / spread) : value;
  }
}
