package io.github.mist4j.estimator;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How far smooth functions of columns of X go with smooth functions of columns of Y.
 *
 * <p>For two columns with the functions f_a and g_b of their margins, Σ w_ab T_ab² with T_ab = √(n
 * − 1)/n Σ f_a g_b over the rows. Under shuffles the T_ab have mean 0, variance 1 and no
 * correlation, exactly and whatever the margins are. The weights w_ab = 1/(ab)², over ab up to a
 * limit, are those of the distance covariance of ranks (Székely, Rizzo and Bakirov, 2007,
 * <i>Measuring and testing dependence by correlation of distances</i>): monotone dependence shows
 * almost as well as in the correlation alone, as the others together have a variance of a sixth of
 * its own.
 */
final class SmoothDependence {
  private static final int ROWS =
      120; // at once: they stay in the cache, in which 128 would be in each other's way

  private final List<MarginFunctions> x;
  private final List<MarginFunctions> y;
  private final int limit;
  private final int[] sorted; // the rows by the first column: tables are read from end to end
  private final int n;

  /** Of two columns. */
  SmoothDependence(MarginFunctions x, MarginFunctions y, int limit) {
    this(List.of(x), List.of(y), limit);
  }

  /** Of every column of X with every column of Y, all of n rows. */
  SmoothDependence(List<MarginFunctions> x, List<MarginFunctions> y, int limit) {
    this.x = x;
    this.y = y;
    this.limit = limit;
    n = x.get(0).n();
    sorted = x.get(0).sortedRows();
  }

  /** How many products of functions there are with ab up to a limit. */
  static int products(int limit) {
    int products = 0;
    for (int a = 1; a <= limit; a++) {
      products += limit / a;
    }
    return products;
  }

  /** The weights of the squares of two columns. */
  static double[] weights(MarginFunctions x, MarginFunctions y, int limit) {
    var weights = DoubleStream.builder();
    for (int a = 1; a <= x.count(); a++) {
      for (int b = 1; b <= Math.min(y.count(), limit / a); b++) {
        weights.add(weight(a, b));
      }
    }
    return weights.build().toArray();
  }

  static double weight(int a, int b) {
    return 1.0 / (a * a) / (b * b);
  }

  /** The statistic of every pair of columns where row order[r] of Y stands by row r, (dx dy). */
  double[] of(int[] order) {
    double[][] fx = buffers(x);
    double[][] gy = buffers(y);
    var sums = new double[x.size() * y.size()][];
    for (int p = 0; p < sums.length; p++) {
      MarginFunctions a = x.get(p / y.size());
      MarginFunctions b = y.get(p % y.size());
      sums[p] = new double[a.count() * b.count()];
    }
    var at = new int[ROWS];
    for (int from = 0; from < n; from += ROWS) {
      int rows = Math.min(ROWS, n - from);
      System.arraycopy(sorted, from, at, 0, rows);
      for (int i = 0; i < fx.length; i++) {
        fill(x.get(i), at, rows, fx[i]);
      }
      for (int r = 0; r < rows; r++) {
        at[r] = order[at[r]];
      }
      for (int j = 0; j < gy.length; j++) {
        fill(y.get(j), at, rows, gy[j]);
      }
      for (int p = 0; p < sums.length; p++) {
        int j = p % gy.length;
        add(fx[p / gy.length], gy[j], y.get(j).count(), rows, sums[p]);
      }
    }
    var values = new double[sums.length];
    for (int p = 0; p < values.length; p++) {
      values[p] = total(sums[p], y.get(p % gy.length).count());
    }
    return values;
  }

  private static double[][] buffers(List<MarginFunctions> side) {
    return side.stream().map(f -> new double[f.count() * ROWS]).toArray(double[][]::new);
  }

  /** The functions of some rows, (count, ROWS). */
  private static void fill(MarginFunctions f, int[] at, int rows, double[] buffer) {
    int count = f.count();
    double[] table = f.table();
    for (int r = 0; r < rows; r++) {
      int base = f.level()[at[r]] * count;
      for (int a = 0; a < count; a++) {
        buffer[a * ROWS + r] = table[base + a];
      }
    }
  }

  private void add(double[] fx, double[] gy, int ofY, int rows, double[] sums) {
    for (int a = 0; a * ROWS < fx.length; a++) {
      for (int b = 0; b < Math.min(ofY, limit / (a + 1)); b++) {
        sums[a * ofY + b] += product(fx, a * ROWS, gy, b * ROWS, rows);
      }
    }
  }

  /** Four sums beside each other, which do not wait for one another. */
  private static double product(double[] f, int atF, double[] g, int atG, int rows) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      sum0 += f[atF + r] * g[atG + r];
      sum1 += f[atF + r + 1] * g[atG + r + 1];
      sum2 += f[atF + r + 2] * g[atG + r + 2];
      sum3 += f[atF + r + 3] * g[atG + r + 3];
    }
    for (; r < rows; r++) {
      sum0 += f[atF + r] * g[atG + r];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  private double total(double[] sums, int ofY) {
    double total = 0;
    for (int p = 0; p < sums.length; p++) {
      total += weight(p / ofY + 1, p % ofY + 1) * sums[p] * sums[p];
    }
    return total * (n - 1) / n / n;
  }
}
