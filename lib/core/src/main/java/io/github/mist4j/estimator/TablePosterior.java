package io.github.mist4j.estimator;

import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Draws of the mutual information of two columns of names given their table of counts.
 *
 * <p>A row of the table is a draw of p(y | x), which is Dirichlet around the shares of the levels
 * of Y, with a concentration of its own ({@link LevelScales}): a large one where x says nothing
 * about y.
 */
final class TablePosterior {
  private static final int SCALES = 24;
  private static final double LEAST = 0.1; // a concentration: rows of a level or two
  private static final double MOST = 30_000; // nothing, as 1/(2c) nats for each degree of freedom

  private final double[][] table;
  private final int[] rows; // sums
  private final double[] base; // shares of the levels of Y
  private final double[] concentrations = new double[SCALES];
  private final LevelScales scales;

  private TablePosterior(double[][] table, int[] rows, int[] columns) {
    this.table = table;
    this.rows = rows;
    double n = Arrays.stream(rows).sum();
    base = Arrays.stream(columns).mapToDouble(count -> count / n).toArray();
    Arrays.setAll(concentrations, k -> LEAST * Math.pow(MOST / LEAST, k / (SCALES - 1.0)));
    double[] share = Arrays.stream(rows).mapToDouble(count -> count / n).toArray();
    var evidence = new double[rows.length][];
    Arrays.setAll(evidence, level -> evidence(table[level], rows[level], 1 / (1 - share[level])));
    scales = new LevelScales(evidence, share, 1);
  }

  /** As many draws given X and given Y in the place of each other, (2 count), nats. */
  static double[] draws(JointLevels x, JointLevels y, int count, long seed) {
    long[] keys = x.keys(y.byRow(y.keys(new long[y.n()])));
    long[] others = y.keys(x.byRow(keys));
    keys = x.keys(y.byRow(others));
    long salt = RandomStreams.hash(Arrays.stream(keys).sum());
    long saltOfOther = RandomStreams.hash(Arrays.stream(others).sum());
    JointLevels a = x.sortedBy(keys);
    JointLevels b = y.sortedBy(others);
    double[][] table = a.table(b);
    double[] given = of(table, a, b).draws(count, RandomStreams.of(seed, salt));
    double[] ofOther =
        of(transposed(table), b, a).draws(count, RandomStreams.of(seed, saltOfOther));
    return IntStream.range(0, 2 * count)
        .mapToDouble(k -> k < count ? given[k] : ofOther[k - count])
        .toArray();
  }

  private static TablePosterior of(double[][] table, JointLevels x, JointLevels y) {
    return new TablePosterior(table, x.counts(), y.counts());
  }

  private static double[][] transposed(double[][] table) {
    var other = new double[table[0].length][table.length];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < other.length; j++) {
        other[j][i] = table[i][j];
      }
    }
    return other;
  }

  /** The logarithm of the chance of a row at every concentration, but for a constant. */
  private double[] evidence(double[] cells, double sum, double weight) {
    var evidence = new double[SCALES];
    for (int k = 0; k < SCALES; k++) {
      double c = concentrations[k];
      double log = LogGamma.value(c) - LogGamma.value(c + sum * weight);
      for (int j = 0; j < cells.length; j++) {
        if (cells[j] > 0) {
          log += LogGamma.value(cells[j] * weight + c * base[j]) - LogGamma.value(c * base[j]);
        }
      }
      evidence[k] = log;
    }
    return evidence;
  }

  private double[] draws(int count, RandomGenerator rng) {
    var draws = new double[count];
    for (int k = 0; k < count; k++) {
      draws[k] = draw(scales.shared((k + 0.5) / count), rng);
    }
    return draws;
  }

  /** Σ p(x, y) log p(y | x) − Σ p(y) log p(y). */
  private double draw(int shared, RandomGenerator rng) {
    double n = Arrays.stream(rows).sum();
    double[] share = Gamma.shares(rows, rng);
    var mixed = new double[base.length];
    var row = new double[base.length];
    double information = 0;
    for (int i = 0; i < rows.length; i++) {
      double others = (1 - rows[i] / n) * concentrations[scales.ofLevel(i, shared, rng)];
      double sum = 0;
      for (int j = 0; j < row.length; j++) {
        row[j] = Gamma.draw(table[i][j] + others * base[j], rng);
        sum += row[j];
      }
      for (int j = 0; j < row.length; j++) {
        double p = row[j] / sum;
        mixed[j] += share[i] * p;
        information += p > 0 ? share[i] * p * Math.log(p) : 0;
      }
    }
    for (double p : mixed) {
      information -= p > 0 ? p * Math.log(p) : 0;
    }
    return Math.max(0, information); // less is rounding
  }
}
