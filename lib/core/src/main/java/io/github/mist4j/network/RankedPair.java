package io.github.mist4j.network;

import java.util.Arrays;

/**
 * Two columns by the order of the first: finds neighbours by walks along it instead of looking at
 * every row.
 */
final class RankedPair {
  private static final int STRIDE = 8; // rows walked one way at once

  private final int[] x; // ranks, by row
  private final int[] y;
  private final int[] steps; // the scores of all columns, rising
  private final int[] across; // the step of y, by the rank of x

  /**
   * For the ranks of two columns.
   *
   * @param steps the scores on their grid, by rank
   */
  RankedPair(int[] x, int[] y, int[] steps) {
    this.x = x;
    this.y = y;
    this.steps = steps;
    across = new int[x.length];
    for (int r = 0; r < x.length; r++) {
      across[x[r]] = steps[y[r]];
    }
  }

  /**
   * The smallest joint distances to other rows, increasing: a walk along x, some rows up and as
   * many down, until x alone is too far on both sides.
   */
  void nearest(int row, int[] nearest) {
    Arrays.fill(nearest, Integer.MAX_VALUE);
    int up = 0;
    int down = 0;
    boolean more = true;
    while (more) {
      int higher = walk(x[row], 1, up, nearest);
      int lower = walk(x[row], -1, down, nearest);
      more = higher > up || lower > down;
      up = higher;
      down = lower;
    }
  }

  /** Goes on one way from where it stands by a few rows, unless x alone is too far. */
  private int walk(int at, int way, int from, int[] nearest) {
    int to = Math.min(from + STRIDE, way > 0 ? steps.length - 1 - at : at);
    int last = nearest.length - 1;
    int count = from;
    while (count < to) {
      int place = at + way * (count + 1);
      int along = Math.abs(steps[place] - steps[at]);
      if (along >= nearest[last]) {
        return count;
      }
      Neighbours.insert(nearest, Math.max(along, Math.abs(across[place] - across[at])));
      count++;
    }
    return count;
  }

  /** The other rows within a radius in x. */
  int withinX(int row, int radius) {
    return reach(x[row], radius, 1) + reach(x[row], radius, -1);
  }

  /** The other rows within a radius in y. */
  int withinY(int row, int radius) {
    return reach(y[row], radius, 1) + reach(y[row], radius, -1);
  }

  /** How many rows one way lie within a radius: by doubling, then by halving. */
  private int reach(int at, int radius, int way) {
    int most = way > 0 ? steps.length - 1 - at : at;
    int near = 0;
    int stride = 4;
    while (near + stride <= most && away(at, near + stride, way) <= radius) {
      near += stride;
      stride <<= 1;
    }
    for (; stride > 0; stride >>= 1) {
      if (near + stride <= most && away(at, near + stride, way) <= radius) {
        near += stride;
      }
    }
    return near;
  }

  private int away(int at, int count, int way) {
    return Math.abs(steps[at + way * count] - steps[at]);
  }
}
