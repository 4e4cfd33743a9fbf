package io.github.mist4j.network;

import java.util.Arrays;

/**
 * Neighbour counts of query rows, after Kraskov, Stögbauer and Grassberger (2004), in the maximum
 * norm over the normal scores.
 */
final class Neighbours {
  /** The neighbours that set the radius. */
  static final int[] ORDERS = {1, 4, 12};

  private static final int MOST = 12;

  private Neighbours() {}

  /**
   * For each query row and each k of {@link #ORDERS} (cut to n − 1): the other rows within the
   * distance of the k-th neighbour, in X and in Y.
   *
   * @return counts, (6, queries): n_x then n_y for each k in turn
   */
  static int[][] counts(Copula copula, int[] queries) {
    int n = copula.n();
    int dx = copula.dx();
    int[][] grid = grid(copula);
    var counts = new int[2 * ORDERS.length][queries.length];
    var distanceX = new int[n];
    var distanceY = new int[n];
    var nearest = new int[Math.min(MOST, n - 1)];
    for (int q = 0; q < queries.length; q++) {
      int row = queries[q];
      Arrays.fill(distanceX, 0);
      Arrays.fill(distanceY, 0);
      for (int c = 0; c < dx; c++) {
        widen(distanceX, grid[c], grid[c][row]);
      }
      for (int c = dx; c < grid.length; c++) {
        widen(distanceY, grid[c], grid[c][row]);
      }
      nearest(distanceX, distanceY, row, nearest);
      for (int k = 0; k < ORDERS.length; k++) {
        int radius = nearest[Math.min(ORDERS[k], nearest.length) - 1];
        counts[2 * k][q] = within(distanceX, radius) - 1; // less the row itself
        counts[2 * k + 1][q] = within(distanceY, radius) - 1;
      }
    }
    return counts;
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

  private static void widen(int[] distance, int[] column, int at) {
    for (int r = 0; r < distance.length; r++) {
      distance[r] = Math.max(distance[r], Math.abs(column[r] - at));
    }
  }

  /** The smallest joint distances to other rows, increasing. */
  private static void nearest(int[] distanceX, int[] distanceY, int self, int[] nearest) {
    Arrays.fill(nearest, Integer.MAX_VALUE);
    int last = nearest.length - 1;
    for (int r = 0; r < distanceX.length; r++) {
      int distance = Math.max(distanceX[r], distanceY[r]);
      if (distance < nearest[last] && r != self) {
        int at = last;
        while (at > 0 && nearest[at - 1] > distance) {
          nearest[at] = nearest[at - 1];
          at--;
        }
        nearest[at] = distance;
      }
    }
  }

  private static int within(int[] distance, int radius) {
    int count = 0;
    for (int r = 0; r < distance.length; r++) {
      count += (distance[r] - radius - 1) >>> 31;
    }
    return count;
  }
}
