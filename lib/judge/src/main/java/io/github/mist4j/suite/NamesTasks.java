package io.github.mist4j.suite;

import static io.github.mist4j.sample.ColumnKind.BOOLEAN;
import static io.github.mist4j.sample.ColumnKind.NOMINAL;
import static io.github.mist4j.sample.ColumnKind.NUMERIC;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Columns of names beside numbers, in tables, together and alone, with what is usual between them;
 * every law is drawn anew. Informations are sums over levels, and over a number by a fine grid.
 */
final class NamesTasks {
  private static final int TOWNS = 40;
  private static final int MOST_VISITS = 200; // of a mean of at most 30

  private NamesTasks() {}

  static List<Task> all() {
    return List.of(
        new Task("three-names", rng -> numbersByName(3, rng)),
        new Task("eight-names", rng -> numbersByName(8, rng)),
        new Task("thirty-names", rng -> numbersByName(30, rng)),
        new Task("table-2x3", rng -> table(2, 3, rng)),
        new Task("table-5x5", rng -> table(5, 5, rng)),
        new Task("table-12x7", rng -> table(12, 7, rng)),
        new Task("name-and-number", NamesTasks::nameAndNumber),
        new Task("yes-no", NamesTasks::logistic),
        new Task("weekday-and-visits", NamesTasks::weekdays),
        new Task("towns-of-nothing", NamesTasks::towns),
        new Task("two-names-together", NamesTasks::together));
  }

  /** Shares of levels: even, or falling as those of a gamma variable of this shape do. */
  private static double[] shares(int levels, double shape, RandomGenerator rng) {
    double[] shares = IntStream.range(0, levels).mapToDouble(k -> gamma(shape, rng)).toArray();
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> Math.max(share / sum, 1e-4)).toArray();
  }

  /** After Marsaglia and Tsang (2000). */
  private static double gamma(double shape, RandomGenerator rng) {
    if (shape < 1) {
      return gamma(shape + 1, rng) * Math.pow(rng.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    while (true) {
      double z = rng.nextGaussian();
      double v = Math.pow(1 + z / Math.sqrt(9 * d), 3);
      if (v > 0 && Math.log(rng.nextDouble()) < 0.5 * z * z + d * (1 - v + Math.log(v))) {
        return d * v;
      }
    }
  }

  private static Distribution numbersByName(int levels, RandomGenerator rng) {
    double[] shares = shares(levels, 2, rng);
    double apart = 0.2 + 1.3 * rng.nextDouble();
    double[] mean =
        IntStream.range(0, levels).mapToDouble(k -> apart * rng.nextGaussian()).toArray();
    double stretch = 0.5 * rng.nextDouble();
    double[] scale =
        IntStream.range(0, levels)
            .mapToDouble(k -> Math.exp(stretch * rng.nextGaussian()))
            .toArray();
    double humps = rng.nextBoolean() ? 0 : 1; // two in every other level, this far from the middle
    NumberDensity[] densities =
        IntStream.range(0, levels)
            .mapToObj(k -> new NumberDensity(mean[k], scale[k], k % 2 * humps))
            .toArray(NumberDensity[]::new);
    boolean skewed = rng.nextBoolean();
    return new NamedLaw(
        List.of(NOMINAL),
        List.of(NUMERIC),
        random -> {
          int k = Draws.drawn(shares, Arrays.stream(shares).sum(), random);
          double y = densities[k].draw(random);
          return new double[] {k, skewed ? Math.exp(y) : y};
        },
        NumberDensity.information(shares, densities),
        "a number of another law for each of %s names".formatted(levels));
  }

  private static Distribution table(int rows, int columns, RandomGenerator rng) {
    double[] ofX = shares(rows, 2, rng);
    double[] base = shares(columns, 2, rng);
    double near = Math.exp(Math.log(2) + Math.log(20) * rng.nextDouble()); // 2 to 40
    var chances = new double[rows][];
    for (int i = 0; i < rows; i++) {
      double[] row =
          Arrays.stream(base).map(b -> gamma(near * b / Arrays.stream(base).sum(), rng)).toArray();
      double sum = Arrays.stream(row).sum();
      chances[i] = Arrays.stream(row).map(p -> p / sum).toArray();
    }
    return new NamedLaw(
        List.of(NOMINAL),
        List.of(NOMINAL),
        random -> {
          int i = Draws.drawn(ofX, Arrays.stream(ofX).sum(), random);
          return new double[] {i, Draws.drawn(chances[i], 1, random)};
        },
        informationOfTable(ofX, chances),
        "a table of %s by %s names".formatted(rows, columns));
  }

  /** Σ p(x) p(y|x) log(p(y|x)/p(y)). */
  private static double informationOfTable(double[] shares, double[][] chances) {
    double whole = Arrays.stream(shares).sum();
    var mixed = new double[chances[0].length];
    double information = 0;
    for (int i = 0; i < shares.length; i++) {
      for (int j = 0; j < mixed.length; j++) {
        double p = chances[i][j];
        mixed[j] += shares[i] / whole * p;
        information += p > 0 ? shares[i] / whole * p * Math.log(p) : 0;
      }
    }
    return information - Arrays.stream(mixed).map(p -> p > 0 ? p * Math.log(p) : 0).sum();
  }

  /** A number that depends on a number, in another way for each name. */
  private static Distribution nameAndNumber(RandomGenerator rng) {
    int levels = 3 + rng.nextInt(6);
    double[] shares = shares(levels, 4, rng);
    double[] mean = IntStream.range(0, levels).mapToDouble(k -> 0.7 * rng.nextGaussian()).toArray();
    double[] slope = IntStream.range(0, levels).mapToDouble(k -> rng.nextGaussian()).toArray();
    double noise = 0.5 + rng.nextDouble();
    boolean bent = rng.nextInt(3) == 0;
    DoubleUnaryOperator curve = bent ? u -> (u * u - 1) / Math.sqrt(2) : u -> u;
    return new NamedLaw(
        List.of(NOMINAL, NUMERIC),
        List.of(NUMERIC),
        random -> {
          int k = Draws.drawn(shares, Arrays.stream(shares).sum(), random);
          double u = random.nextGaussian();
          double y = mean[k] + slope[k] * curve.applyAsDouble(u) + noise * random.nextGaussian();
          return new double[] {k, u, y};
        },
        NumberDensity.informationOfLines(shares, mean, slope, curve, noise),
        "a number by a number, of another %s for each of %s names"
            .formatted(bent ? "parabola" : "line", levels));
  }

  private static Distribution logistic(RandomGenerator rng) {
    double at = rng.nextGaussian();
    double slope = 0.5 + 3 * rng.nextDouble();
    boolean bent = rng.nextInt(4) == 0;
    DoubleUnaryOperator chance = u -> 1 / (1 + Math.exp(-at - slope * (bent ? u * u - 1 : u)));
    return new NamedLaw(
        List.of(NUMERIC),
        List.of(BOOLEAN),
        random -> {
          double u = random.nextGaussian();
          return new double[] {u, random.nextDouble() < chance.applyAsDouble(u) ? 1 : 0};
        },
        NumberDensity.informationOfChance(chance),
        "yes or no by a logistic of a %s".formatted(bent ? "square" : "number"));
  }

  private static Distribution weekdays(RandomGenerator rng) {
    int days = 7;
    double usual = 1 + 7 * rng.nextDouble();
    double busy = 0.1 + 0.5 * rng.nextDouble();
    double[] rate =
        IntStream.range(0, days)
            .mapToDouble(k -> Math.min(30, usual * Math.exp(busy * rng.nextGaussian())))
            .toArray();
    var even = new double[days];
    Arrays.fill(even, 1);
    var chances = new double[days][MOST_VISITS];
    for (int k = 0; k < days; k++) {
      for (int c = 0; c < MOST_VISITS; c++) {
        chances[k][c] = Math.exp(c * Math.log(rate[k]) - rate[k] - LogGamma.value(c + 1.0));
      }
    }
    return new NamedLaw(
        List.of(NOMINAL),
        List.of(NUMERIC),
        random -> {
          int k = random.nextInt(days);
          return new double[] {k, Draws.arrivals(rate[k], random)};
        },
        informationOfTable(even, chances),
        "counts of another rate on each weekday");
  }

  private static Distribution towns(RandomGenerator rng) {
    double[] shares = shares(TOWNS, 1, rng);
    return new NamedLaw(
        List.of(NOMINAL),
        List.of(NUMERIC),
        random ->
            new double[] {
              Draws.drawn(shares, Arrays.stream(shares).sum(), random),
              Math.exp(random.nextGaussian())
            },
        0,
        "%s towns that say nothing".formatted(TOWNS));
  }

  /** Two names of which each alone says nothing: their sum over a clock, mostly, as a name. */
  private static Distribution together(RandomGenerator rng) {
    int levels = 2 + rng.nextInt(3);
    double strays = 0.2 + 0.5 * rng.nextDouble();
    boolean asName = rng.nextBoolean();
    var even = new double[levels];
    Arrays.fill(even, 1);
    var chances = new double[levels][levels];
    for (int i = 0; i < levels; i++) {
      Arrays.fill(chances[i], strays / levels);
      chances[i][i] += 1 - strays;
    }
    double apart = 1 + 1.5 * rng.nextDouble();
    NumberDensity[] densities =
        IntStream.range(0, levels)
            .mapToObj(k -> new NumberDensity(apart * k, 1, 0))
            .toArray(NumberDensity[]::new);
    return new NamedLaw(
        List.of(NOMINAL, NOMINAL),
        List.of(asName ? NOMINAL : NUMERIC),
        random -> {
          int a = random.nextInt(levels);
          int b = random.nextInt(levels);
          int sum = (a + b) % levels;
          double y = asName ? Draws.drawn(chances[sum], 1, random) : densities[sum].draw(random);
          return new double[] {a, b, y};
        },
        asName ? informationOfTable(even, chances) : NumberDensity.information(even, densities),
        "two names of %s that say nothing alone".formatted(levels));
  }
}
