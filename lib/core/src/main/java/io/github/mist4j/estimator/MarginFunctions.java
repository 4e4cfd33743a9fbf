package io.github.mist4j.estimator;

import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Functions of the mid-ranks of a column, from the smoothest on, which have mean 0, variance 1 and
 * no correlation in this very column. Equal values have equal functions, so a column of L values
 * has at most L − 1 of them, and no order of ties matters.
 *
 * <p>With u the mid-rank over n and z = Φ⁻¹(u): z, z² − 1, cos 3πu, cos 4πu, …, made orthonormal
 * one after the other.
 *
 * @param level which of the distinct values a row has, (n)
 * @param table the functions at each of them, (levels, count)
 * @param count how many functions there are
 * @param skewness the mean cube of each function, (count)
 * @param kurtosis the mean fourth power, (count)
 */
record MarginFunctions(
    int[] level, double[] table, int count, double[] skewness, double[] kurtosis) {
  private static final double NEW = 1e-4; // of the variance of a function is left, or it is no new
  private static final double MUCH = 0.5;

  private static volatile MarginFunctions latest =
      new MarginFunctions(new int[0], null, 0, null, null);

  /** The first functions of a column that is not constant, at most so many. */
  static MarginFunctions of(double[] column, int most) {
    int[] ranks = Ranks.of(column, RandomStreams.of(0, 0)); // the order of ties is not used
    int[] firsts = Ranks.levels(column, ranks);
    int n = column.length;
    if (firsts == ranks) {
      return ofDistinct(ranks, most);
    }
    var counts = new int[n]; // by the first rank of a value
    for (int first : firsts) {
      counts[first]++;
    }
    var number = new int[n];
    int levels = 0;
    for (int k = 0; k < n; k++) {
      number[k] = levels;
      levels += counts[k] > 0 ? 1 : 0;
    }
    var share = new double[levels];
    for (int k = 0; k < n; k++) {
      if (counts[k] > 0) {
        share[number[k]] = (double) counts[k] / n;
      }
    }
    return of(Arrays.stream(firsts).map(first -> number[first]).toArray(), share, most);
  }

  /** All columns of n distinct values have the same functions by rank. */
  private static MarginFunctions ofDistinct(int[] ranks, int most) {
    int n = ranks.length;
    MarginFunctions known = latest;
    if (known.level.length != n || known.count != Math.min(most, n - 1)) {
      var share = new double[n];
      Arrays.fill(share, 1.0 / n);
      known = of(ranks, share, most);
      latest = known;
    }
    return new MarginFunctions(ranks, known.table, known.count, known.skewness, known.kurtosis);
  }

  /** A function for each row, of mean 0 and variance 1. */
  static MarginFunctions ofRows(double[] values) {
    int[] rows = new int[values.length];
    Arrays.setAll(rows, r -> r);
    return new MarginFunctions(rows, values, 1, new double[1], new double[1]);
  }

  private static MarginFunctions of(int[] level, double[] share, int most) {
    int levels = share.length;
    var u = new double[levels];
    var z = new double[levels];
    double below = 0;
    for (int l = 0; l < levels; l++) {
      u[l] = below + share[l] / 2;
      z[l] = NormalDistribution.of(0, 1).inverseCumulativeProbability(u[l]);
      below += share[l];
    }
    var functions = new double[Math.min(most, levels - 1)][];
    int count = 0;
    for (int k = 1; count < functions.length && k <= most; k++) {
      var candidate = new double[levels];
      for (int l = 0; l < levels; l++) {
        candidate[l] = raw(k, z[l], u[l]);
      }
      if (madeNew(candidate, functions, count, share)) {
        functions[count++] = candidate;
      }
    }
    var table = new double[levels * count];
    var skewness = new double[count];
    var kurtosis = new double[count];
    for (int a = 0; a < count; a++) {
      for (int l = 0; l < levels; l++) {
        double f = functions[a][l];
        table[l * count + a] = f;
        skewness[a] += share[l] * f * f * f;
        kurtosis[a] += share[l] * f * f * f * f;
      }
    }
    return new MarginFunctions(level, table, count, skewness, kurtosis);
  }

  private static double raw(int k, double z, double u) {
    return switch (k) {
      case 1 -> z;
      case 2 -> (z * z - 1) / Math.sqrt(2);
      default -> Math.sqrt(2) * Math.cos(k * Math.PI * u);
    };
  }

  /** Takes out what earlier functions have and scales the rest to variance 1, if enough is left. */
  private static boolean madeNew(double[] f, double[][] functions, int count, double[] share) {
    center(f, share);
    double before = product(f, f, share);
    double left = before;
    for (int pass = 0; pass < 2 && (pass == 0 || left < MUCH * before); pass++) {
      for (int a = 0; a < count; a++) {
        double along = product(f, functions[a], share);
        for (int l = 0; l < f.length; l++) {
          f[l] -= along * functions[a][l];
        }
      }
      left = product(f, f, share);
      if (left < NEW * Math.max(before, NEW)) {
        return false;
      }
    }
    center(f, share);
    double scale = 1 / Math.sqrt(product(f, f, share));
    for (int l = 0; l < f.length; l++) {
      f[l] *= scale;
    }
    return true;
  }

  private static void center(double[] f, double[] share) {
    double mean = 0;
    for (int l = 0; l < f.length; l++) {
      mean += share[l] * f[l];
    }
    for (int l = 0; l < f.length; l++) {
      f[l] -= mean;
    }
  }

  private static double product(double[] f, double[] g, double[] share) {
    double sum0 = 0;
    double sum1 = 0;
    int l = 0;
    for (; l + 2 <= f.length; l += 2) {
      sum0 += share[l] * f[l] * g[l];
      sum1 += share[l + 1] * f[l + 1] * g[l + 1];
    }
    return l < f.length ? sum0 + sum1 + share[l] * f[l] * g[l] : sum0 + sum1;
  }

  int n() {
    return level.length;
  }

  /** The rows by their level, (n). */
  int[] sortedRows() {
    var next = new int[n() + 1];
    for (int l : level) {
      next[l + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    var rows = new int[n()];
    for (int r = 0; r < rows.length; r++) {
      rows[next[level[r]]++] = r;
    }
    return rows;
  }

  /** The first function of every row, (n). */
  double[] first() {
    return Arrays.stream(level).mapToDouble(l -> table[l * count]).toArray();
  }
}
