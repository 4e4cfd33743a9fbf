package io.github.mist4j.network;

import io.github.mist4j.sample.Ranks;
import java.util.Arrays;

/**
 * The neighbours of query rows, in the maximum norm over the normal scores.
 *
 * @param counts for each k of {@link #ORDERS} (cut to n − 1) the other rows within the distance of
 *     the k-th joint neighbour, in X and then in Y, after Kraskov, Stögbauer and Grassberger
 *     (2004), (6, queries)
 * @param explained the share of a column's variance that the mean over the k nearest rows of the
 *     other side explains, for each k the score and then its square, (6, d)
 */
record Neighbours(int[][] counts, float[][] explained) {
  /** The neighbours that set the radius. */
  static final int[] ORDERS = {1, 4, 12};

  /** The channels of {@link #explained}. */
  static final int EXPLAINED = 2 * ORDERS.length;

  /** The other rows within the distance of the k-th joint neighbour in X, (queries). */
  int[] withinX(int k) {
    return counts[2 * Arrays.binarySearch(ORDERS, k)];
  }

  /** The same in Y. */
  int[] withinY(int k) {
    return counts[2 * Arrays.binarySearch(ORDERS, k) + 1];
  }

  static Neighbours of(RankedSample copula, int[] queries) {
    return copula.d() == 2 ? ofPair(copula, queries) : ofColumns(copula, queries);
  }

  /** Of one column a side, by their order. */
  private static Neighbours ofPair(RankedSample copula, int[] queries) {
    int[][] ranks = copula.ranks();
    int[] steps = copula.table().grid().steps();
    var pair = new RankedPair(ranks[0], ranks[1], copula.table().grid());
    var counts = new int[2 * ORDERS.length][queries.length];
    var nearest = new int[Math.min(NearestRows.MOST, copula.n() - 1)];
    var near = new NearestRows(copula.n());
    var means = new KnnRegression(copula);
    int[][] rows = {Ranks.inverse(ranks[0]), Ranks.inverse(ranks[1])};
    for (int q = 0; q < queries.length; q++) {
      int row = queries[q];
      pair.nearest(row, nearest);
      for (int k = 0; k < ORDERS.length; k++) {
        int radius = NearestRows.radius(nearest, ORDERS[k]);
        counts[2 * k][q] = pair.withinX(row, radius);
        counts[2 * k + 1][q] = pair.withinY(row, radius);
      }
      for (int side = 0; side < 2; side++) {
        near.findInOrder(ranks[side][row], rows[side], steps);
        means.add(row, near, 1 - side, 2 - side);
      }
    }
    return new Neighbours(counts, means.explained());
  }

  /** Of any columns, row by row. */
  static Neighbours ofColumns(RankedSample copula, int[] queries) {
    int n = copula.n();
    int[] from = {0, copula.dx(), copula.d()};
    int[][] grid = grid(copula);
    var counts = new int[2 * ORDERS.length][queries.length];
    var distance = new int[2][n];
    var joint = new int[n];
    var near = new NearestRows(n);
    NearestRows[] nearOnSide = {new NearestRows(n), new NearestRows(n)};
    var means = new KnnRegression(copula);
    for (int q = 0; q < queries.length; q++) {
      int row = queries[q];
      for (int side = 0; side < 2; side++) {
        distances(grid, from[side], from[side + 1], row, distance[side]);
      }
      largest(distance[0], distance[1], joint);
      near.find(joint, row, copula.table().grid().span());
      for (int side = 0; side < 2; side++) {
        for (int k = 0; k < ORDERS.length; k++) {
          int within = NearestRows.count(distance[side], near.radius(ORDERS[k]));
          counts[2 * k + side][q] = within - 1; // less the row itself
        }
        nearOnSide[side].find(distance[side], row, near.radius(NearestRows.MOST));
        means.add(row, nearOnSide[side], from[1 - side], from[2 - side]);
      }
    }
    return new Neighbours(counts, means.explained());
  }

  private static int[][] grid(RankedSample copula) {
    int[] steps = copula.table().grid().steps();
    var grid = new int[copula.d()][copula.n()];
    for (int c = 0; c < grid.length; c++) {
      int[] ranks = copula.ranks()[c];
      for (int r = 0; r < ranks.length; r++) {
        grid[c][r] = steps[ranks[r]];
      }
    }
    return grid;
  }

  /** The largest difference from the row over the columns, for every row. */
  private static void distances(int[][] grid, int from, int to, int row, int[] distance) {
    Arrays.fill(distance, 0);
    int c = from;
    for (; c + 4 <= to; c += 4) {
      widenByFour(distance, grid, c, row);
    }
    for (; c < to; c++) {
      int[] column = grid[c];
      int at = column[row];
      for (int r = 0; r < distance.length; r++) {
        distance[r] = larger(distance[r], size(column[r] - at));
      }
    }
  }

  private static void widenByFour(int[] distance, int[][] grid, int c, int row) {
    int[] column0 = grid[c];
    int[] column1 = grid[c + 1];
    int[] column2 = grid[c + 2];
    int[] column3 = grid[c + 3];
    int at0 = column0[row];
    int at1 = column1[row];
    int at2 = column2[row];
    int at3 = column3[row];
    for (int r = 0; r < distance.length; r++) {
      int first = larger(size(column0[r] - at0), size(column1[r] - at1));
      int second = larger(size(column2[r] - at2), size(column3[r] - at3));
      distance[r] = larger(distance[r], larger(first, second));
    }
  }

  /** |v| without a branch or an intrinsic, so that loops vectorize on every Java. */
  private static int size(int v) {
    int sign = v >> 31;
    return (v ^ sign) - sign;
  }

  /** The larger of two, likewise; the difference must not overflow. */
  private static int larger(int a, int b) {
    int less = a - b;
    return a - (less & (less >> 31));
  }

  private static void largest(int[] a, int[] b, int[] largest) {
    for (int r = 0; r < largest.length; r++) {
      largest[r] = larger(a[r], b[r]);
    }
  }

  /**
   * Puts a number among the sorted ones in place of the last, if it is less than that; without a
   * branch, as there is no telling where it goes.
   */
  static void insert(int[] sorted, int number) {
    int carried = number;
    for (int at = 0; at < sorted.length; at++) {
      int here = sorted[at];
      sorted[at] = Math.min(here, carried);
      carried = Math.max(here, carried);
    }
  }
}
