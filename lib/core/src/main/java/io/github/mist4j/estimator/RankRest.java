package io.github.mist4j.estimator;

import io.github.mist4j.sample.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Smooth functions of some columns, to be taken away from others.
 *
 * @param basis orthonormal directions, the constant one first, (functions + 1, n)
 */
record RankRest(List<double[]> basis) {
  private static final int FUNCTIONS = 4; // z, z² − 1 and two waves: bends, but no noise
  private static final int FEW_VALUES = 9; // of a column whose every function is taken
  private static final int ROWS_FOR_FUNCTION = 8; // fewer rows would leave too little of anything
  private static final double NEW = 1e-6; // of the length of a function is left, or it is no new

  static RankRest of(double[][] given) {
    int n = given[0].length;
    List<double[]> basis = new ArrayList<>();
    var ones = new double[n];
    Arrays.fill(ones, 1 / Math.sqrt(n));
    basis.add(ones);
    for (double[] function : functions(given)) {
      if (basis.size() <= n / ROWS_FOR_FUNCTION) {
        add(basis, function);
      }
    }
    return new RankRest(basis);
  }

  /** How many functions are taken away, the constant one not counted. */
  int functions() {
    return basis.size() - 1;
  }

  /** What they leave of the normal scores of a column, (n). */
  double[] of(double[] column, RandomGenerator ties) {
    int n = column.length;
    var normal = NormalDistribution.of(0, 1);
    double[] rest =
        Arrays.stream(Ranks.of(column, ties))
            .mapToDouble(r -> normal.inverseCumulativeProbability((r + 0.5) / n))
            .toArray();
    for (double[] direction : basis) {
      subtract(rest, direction);
    }
    return rest;
  }

  /** The functions of each column, the smoothest of all first; then the products of the first. */
  private static List<double[]> functions(double[][] columns) {
    var functions = new ArrayList<double[]>();
    var firsts = new ArrayList<double[]>();
    List<MarginFunctions> margins =
        Arrays.stream(columns)
            .map(
                column -> {
                  long values = Arrays.stream(column).distinct().limit(FEW_VALUES + 1).count();
                  return MarginFunctions.of(column, values <= FEW_VALUES ? FEW_VALUES : FUNCTIONS);
                })
            .toList();
    for (int f = 0; f < FEW_VALUES; f++) {
      for (MarginFunctions margin : margins) {
        if (f < margin.count()) {
          var values = new double[margin.n()];
          for (int r = 0; r < values.length; r++) {
            values[r] = margin.table()[margin.level()[r] * margin.count() + f];
          }
          functions.add(values);
          if (f == 0) {
            firsts.add(values);
          }
        }
      }
    }
    for (int a = 0; a < firsts.size(); a++) {
      for (int b = a + 1; b < firsts.size(); b++) {
        var product = firsts.get(a).clone();
        for (int r = 0; r < product.length; r++) {
          product[r] *= firsts.get(b)[r];
        }
        functions.add(product);
      }
    }
    return functions;
  }

  /** Gram and Schmidt, twice, so that rounding leaves nothing. */
  private static void add(List<double[]> basis, double[] function) {
    double[] direction = function.clone();
    double length = Math.sqrt(product(direction, direction));
    for (int twice = 0; twice < 2; twice++) {
      for (double[] earlier : basis) {
        subtract(direction, earlier);
      }
    }
    double left = Math.sqrt(product(direction, direction));
    if (left > NEW * length) {
      for (int r = 0; r < direction.length; r++) {
        direction[r] /= left;
      }
      basis.add(direction);
    }
  }

  private static void subtract(double[] from, double[] direction) {
    double along = product(from, direction);
    for (int r = 0; r < from.length; r++) {
      from[r] -= along * direction[r];
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int r = 0; r < a.length; r++) {
      sum += a[r] * b[r];
    }
    return sum;
  }
}
