package io.github.mist4j.estimator;

import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws of the mutual information of a column of names and one of numbers.
 *
 * <p>Within a level the density of the ranks against that of all rows is exp(Σ θ_a f_a(u))/Z with
 * the first functions of the margin ({@link MarginFunctions}), so that normal scores with another
 * mean and variance are among them. Each θ_a is normal with mean 0 and a standard deviation of s
 * for a = 1, 2 and s/(a − 1) or s/(a − 1)² from then on, with a scale s of its own for every level
 * ({@link LevelScales}). The density of the whole is that of the sample.
 */
final class RankPosterior {
  private static final int FUNCTIONS = 40; // 24 are 0.01 nats low where levels hardly overlap
  private static final int FEWEST_FUNCTIONS = 6;
  private static final int ROWS_A_FUNCTION = 4;
  private static final int CELLS = 128; // of the ranks; 400 change the third decimal
  private static final int STEPS = 16; // of s
  private static final int KINDS = 2; // of decay
  private static final double LEAST = 0.01; // of s: nothing, as s²/2 nats
  private static final double MOST = 10;

  private final JointLevels levels;
  private final LevelDensity[][] densities; // (levels, scales)
  private final double[] share;
  private final LevelScales scales;

  private RankPosterior(JointLevels levels, MarginFunctions margin) {
    this.levels = levels;
    int n = levels.n();
    share = Arrays.stream(levels.counts()).mapToDouble(count -> (double) count / n).toArray();
    var family = new RankFamily(margin);
    double[][] sums = family.sums(levels);
    densities = new LevelDensity[levels.count()][STEPS * KINDS];
    var evidence = new double[levels.count()][STEPS * KINDS];
    IntStream.range(0, levels.count())
        .parallel()
        .forEach(
            level -> {
              fit(family, level, Arrays.copyOf(sums[level], functions(level, margin.count())));
              Arrays.setAll(evidence[level], k -> densities[level][k].evidence());
            });
    scales = new LevelScales(evidence, share, KINDS);
  }

  private int functions(int level, int most) {
    int enough = Math.max(FEWEST_FUNCTIONS, levels.counts()[level] / ROWS_A_FUNCTION);
    return Math.min(enough, most);
  }

  private void fit(RankFamily family, int level, double[] sums) {
    for (int k = 0; k < STEPS * KINDS; k++) {
      double[] from = k < KINDS ? new double[sums.length] : densities[level][k - KINDS].theta();
      densities[level][k] =
          LevelDensity.fitted(
              family,
              sums,
              levels.counts()[level],
              1 / (1 - share[level]),
              precisions(k, sums.length),
              from);
    }
  }

  private static double[] precisions(int scale, int functions) {
    int step = scale / KINDS;
    double s = LEAST * Math.pow(MOST / LEAST, step / (STEPS - 1.0));
    double decay = 1 + scale % KINDS;
    var precisions = new double[functions];
    Arrays.setAll(precisions, a -> Math.pow(Math.max(1, a), 2 * decay) / (s * s));
    return precisions;
  }

  /** Some draws, nats. */
  static double[] draws(JointLevels names, double[] numbers, int count, long seed) {
    double[] cells = cells(numbers);
    long[] beside = Arrays.stream(cells).mapToLong(cell -> (long) cell).toArray();
    long[] keys = names.keys(beside);
    RandomGenerator rng = RandomStreams.of(seed, RandomStreams.hash(Arrays.stream(keys).sum()));
    return new RankPosterior(names.sortedBy(keys), MarginFunctions.of(cells, FUNCTIONS))
        .draws(count, rng);
  }

  /** The ranks in groups of equal ones, where there are more than {@value #CELLS} values. */
  private static double[] cells(double[] numbers) {
    int n = numbers.length;
    int[] ranks = Ranks.of(numbers, RandomStreams.of(0, 0)); // the order of ties is not used
    int[] firsts = Ranks.levels(numbers, ranks);
    boolean few = Arrays.stream(firsts).distinct().limit(CELLS + 1L).count() <= CELLS;
    return Arrays.stream(firsts)
        .mapToDouble(first -> few ? first : Math.floor((double) first * CELLS / n))
        .toArray();
  }

  private double[] draws(int count, RandomGenerator rng) {
    var draws = new double[count];
    for (int k = 0; k < count; k++) {
      draws[k] = draw(scales.shared((k + 0.5) / count), rng);
    }
    return draws;
  }

  /** The mean over the levels of the divergence of their density from that of the whole. */
  private double draw(int shared, RandomGenerator rng) {
    double[] drawn = Gamma.shares(levels.counts(), rng);
    double information = 0;
    for (int level = 0; level < drawn.length; level++) {
      LevelDensity density = densities[level][scales.ofLevel(level, shared, rng)];
      information += drawn[level] * density.drawn(1 - share[level], rng);
    }
    return Math.max(0, information); // less is rounding
  }
}
