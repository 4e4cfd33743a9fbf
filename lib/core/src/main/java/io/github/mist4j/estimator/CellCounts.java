package io.github.mist4j.estimator;

import java.util.Arrays;

/**
 * How many rows have each pair of levels, pairs that have none left out.
 *
 * @param x the levels of X
 * @param y those of Y
 */
record CellCounts(JointLevels x, JointLevels y) {
  private static final long DENSE = 4; // cells for a row: up to here a table is the faster way

  /** The counts where row order[r] of Y stands beside row r of X, the smallest first. */
  int[] of(int[] order) {
    int n = order.length;
    long cells = (long) x.count() * y.count();
    int[] counts = cells <= DENSE * n ? dense(order, (int) cells) : sparse(order);
    Arrays.sort(counts); // so that no order of levels changes a sum
    return counts;
  }

  private int[] dense(int[] order, int cells) {
    var table = new int[cells];
    for (int r = 0; r < order.length; r++) {
      table[x.codes()[r] * y.count() + y.codes()[order[r]]]++;
    }
    return Arrays.stream(table).filter(count -> count > 0).toArray();
  }

  private int[] sparse(int[] order) {
    var keys = new long[order.length];
    for (int r = 0; r < order.length; r++) {
      keys[r] = (long) x.codes()[r] * y.count() + y.codes()[order[r]];
    }
    Arrays.sort(keys);
    var counts = new int[keys.length];
    int last = -1;
    for (int k = 0; k < keys.length; k++) {
      last += k == 0 || keys[k] != keys[k - 1] ? 1 : 0;
      counts[last]++;
    }
    return Arrays.copyOf(counts, last + 1);
  }
}
