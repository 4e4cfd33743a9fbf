package io.github.mist4j.network;

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

  static final int MOST = 12;

  private static final int LANES = 128;
  private static final int LANE_FIELD = 10;
  private static final int LANE_MASK = (1 << LANE_FIELD) - 1;
  private static final int FIELD = 21;
  private static final int FIELD_MASK = (1 << FIELD) - 1;

  static Neighbours of(Copula copula, int[] queries) {
    return copula.d() == 2 ? ofPair(copula, queries) : ofColumns(copula, queries);
  }

  /** Of one column a side, by their order. */
  private static Neighbours ofPair(Copula copula, int[] queries) {
    int[][] ranks = copula.ranks();
    var pair = new RankedPair(ranks[0], ranks[1], copula.table().grid());
    var counts = new int[2 * ORDERS.length][queries.length];
    var nearest = new int[Math.min(MOST, copula.n() - 1)];
    var means = new NeighbourMeans(copula);
    int[][] rows = {rowsByRank(ranks[0]), rowsByRank(ranks[1])};
    for (int q = 0; q < queries.length; q++) {
      int row = queries[q];
      pair.nearest(row, nearest);
      for (int k = 0; k < ORDERS.length; k++) {
        int radius = radius(nearest, k);
        counts[2 * k][q] = pair.withinX(row, radius);
        counts[2 * k + 1][q] = pair.withinY(row, radius);
      }
      means.add(row, ranks[0][row], rows[0], 1, 2);
      means.add(row, ranks[1][row], rows[1], 0, 1);
    }
    return new Neighbours(counts, means.explained());
  }

  private static int[] rowsByRank(int[] ranks) {
    var rows = new int[ranks.length];
    for (int r = 0; r < rows.length; r++) {
      rows[ranks[r]] = r;
    }
    return rows;
  }

  /** Of any columns, row by row. */
  static Neighbours ofColumns(Copula copula, int[] queries) {
    int n = copula.n();
    int dx = copula.dx();
    int d = copula.d();
    int[][] grid = grid(copula);
    var counts = new int[2 * ORDERS.length][queries.length];
    var distanceX = new int[n];
    var distanceY = new int[n];
    var joint = new int[n];
    var nearest = new int[Math.min(MOST, n - 1)];
    var lanes = new int[LANES];
    var means = new NeighbourMeans(copula);
    for (int q = 0; q < queries.length; q++) {
      int row = queries[q];
      distances(grid, 0, dx, row, distanceX);
      distances(grid, dx, d, row, distanceY);
      for (int r = 0; r < n; r++) {
        joint[r] = larger(distanceX[r], distanceY[r]);
      }
      nearest(joint, row, nearest);
      int r0 = radius(nearest, 0);
      int r1 = radius(nearest, 1);
      int r2 = radius(nearest, 2);
      for (int side = 0; side < 2; side++) {
        long packed = within(side == 0 ? distanceX : distanceY, r0, r1, r2, lanes);
        for (int k = 0; k < ORDERS.length; k++) { // less the row itself
          counts[2 * k + side][q] = (int) ((packed >> (k * FIELD)) & FIELD_MASK) - 1;
        }
      }
      means.add(row, distanceX, dx, d);
      means.add(row, distanceY, 0, dx);
    }
    return new Neighbours(counts, means.explained());
  }

  private static int[][] grid(Copula copula) {
    int[] steps = copula.table().grid();
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

  /** The smallest distances to other rows, increasing. */
  private static void nearest(int[] distance, int self, int[] nearest) {
    Arrays.fill(nearest, Integer.MAX_VALUE);
    int last = nearest.length - 1;
    int limit = Integer.MAX_VALUE;
    for (int r = 0; r < distance.length; r++) {
      if (distance[r] < limit && r != self) {
        insert(nearest, distance[r]);
        limit = nearest[last];
      }
    }
  }

  /** Puts a number among the sorted ones in place of the last, if it is less than that. */
  static void insert(int[] sorted, int number) {
    int at = sorted.length - 1;
    if (number >= sorted[at]) {
      return;
    }
    while (at > 0 && sorted[at - 1] > number) {
      sorted[at] = sorted[at - 1];
      at--;
    }
    sorted[at] = number;
  }

  static int radius(int[] nearest, int k) {
    return nearest[Math.min(ORDERS[k], nearest.length) - 1];
  }

  /**
   * How many distances are at most each of three radii, in fields of {@value #FIELD} bits.
   *
   * <p>Counted lane by lane, three counts in one int, which vectorizes.
   */
  private static long within(int[] distance, int r0, int r1, int r2, int[] lanes) {
    long packed = 0;
    int span = LANES * (LANE_MASK - 1); // so that no lane overflows its field
    for (int from = 0; from < distance.length; from += span) {
      packed += within(distance, from, Math.min(distance.length, from + span), r0, r1, r2, lanes);
    }
    return packed;
  }

  private static long within(
      int[] distance, int from, int to, int r0, int r1, int r2, int[] lanes) {
    Arrays.fill(lanes, 0);
    int at = from;
    for (; at + LANES <= to; at += LANES) {
      for (int l = 0; l < LANES; l++) {
        lanes[l] += inRadii(distance[at + l], r0, r1, r2);
      }
    }
    for (int l = 0; at < to; l++, at++) {
      lanes[l] += inRadii(distance[at], r0, r1, r2);
    }
    long packed = 0;
    for (int lane : lanes) {
      packed +=
          (lane & LANE_MASK)
              | (long) ((lane >> LANE_FIELD) & LANE_MASK) << FIELD
              | (long) ((lane >> (2 * LANE_FIELD)) & LANE_MASK) << (2 * FIELD);
    }
    return packed;
  }

  private static int inRadii(int distance, int r0, int r1, int r2) {
    return ((distance - r0 - 1) >>> 31)
        + (((distance - r1 - 1) >>> 31) << LANE_FIELD)
        + (((distance - r2 - 1) >>> 31) << (2 * LANE_FIELD));
  }
}
