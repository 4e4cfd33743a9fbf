package io.github.mist4j.estimator;

import io.github.mist4j.sample.Ranks;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether rows that are near each other in X are near in Y, and the other way: fine structure, and
 * what only several columns together show, such as an exclusive or.
 *
 * <p>The nearest rows of a row are looked for once on each side, in normal scores and the maximum
 * norm; a shuffle only changes which rows they stand beside. (After Friedman and Rafsky, 1983,
 * <i>Graph-theoretic measures of multivariate association and prediction</i>.)
 */
final class NeighbourDependence {
  private static final int MOST_NEIGHBOURS = 16;
  private static final double WORK =
      5e8; // differences of coordinates, where trees do not help: a second
  private static final int MOST_ROWS = 8192;
  private static final int FEWEST_ROWS = 200;
  private static final double WIDTH = 0.1; // of the rows are within a width, in one column

  private final Side x;
  private final Side y;

  /** One side: its mid-ranks over n by row, (n, d), and the nearest rows of some. */
  private record Side(double[] u, int d, double width, int[] rows, int[][] nearest) {
    static Side of(double[][] columns, RandomGenerator rng) {
      int n = columns[0].length;
      int d = columns.length;
      var u = new double[n * d];
      var scores = new double[d][];
      var normal = NormalDistribution.of(0, 1);
      for (int c = 0; c < d; c++) {
        int[] ranks = Ranks.of(columns[c], rng);
        int[] firsts = Ranks.levels(columns[c], ranks);
        var lasts = new int[n]; // by the first rank
        for (int r = 0; r < n; r++) {
          lasts[firsts[r]] = Math.max(lasts[firsts[r]], ranks[r]);
        }
        scores[c] = new double[n];
        for (int r = 0; r < n; r++) {
          u[r * d + c] = (0.5 * (firsts[r] + lasts[firsts[r]]) + 0.5) / n;
          scores[c][r] = normal.inverseCumulativeProbability((ranks[r] + 0.5) / n);
        }
      }
      int[] rows = rows(n, d, rng);
      int k = (int) Math.max(2, Math.min(MOST_NEIGHBOURS, Math.sqrt(n) / 2));
      var tree = new KdTree(scores);
      var nearest = new int[rows.length][];
      IntStream.range(0, rows.length)
          .parallel()
          .forEach(
              i -> {
                KdTree.Search search = tree.new Search(k);
                search.find(rows[i]);
                nearest[i] = search.neighbours().clone();
              });
      return new Side(u, d, Math.pow(WIDTH, 1.0 / d), rows, nearest);
    }

    private static int[] rows(int n, int d, RandomGenerator rng) {
      int most = d <= 3 ? MOST_ROWS : (int) Math.min(MOST_ROWS, WORK / n / d);
      return n <= Math.max(most, FEWEST_ROWS)
          ? IntStream.range(0, n).toArray()
          : Arrays.copyOf(Ranks.shuffled(n, rng), Math.max(most, FEWEST_ROWS));
    }

    /** From 1 for rows at the same place down to 0, a half at one width. */
    double similarity(int r, int s) {
      double far = 0;
      for (int c = 0; c < d; c++) {
        far = Math.max(far, Math.abs(u[r * d + c] - u[s * d + c]));
      }
      double widths = far / width;
      return 1 / (1 + widths * widths);
    }
  }

  /** For the columns of both sides, (dx, n) and (dy, n); the order of ties is drawn once. */
  NeighbourDependence(double[][] x, double[][] y, RandomGenerator rng) {
    this.x = Side.of(x, rng);
    this.y = Side.of(y, rng);
  }

  /** How similar neighbours of one side are on the other, where row order[r] of Y is beside r. */
  double of(int[] order) {
    return similarity(x, y, order) + similarity(y, x, Ranks.inverse(order));
  }

  private static double similarity(Side near, Side other, int[] order) {
    double sum = 0;
    for (int i = 0; i < near.rows.length; i++) {
      int row = order[near.rows[i]];
      for (int neighbour : near.nearest[i]) {
        sum += other.similarity(row, order[neighbour]);
      }
    }
    return sum / near.rows.length;
  }
}
