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
  private final ScoreGrid grid;
  private final int[] steps; // of the grid
  private final int[] across; // the step of y, by the rank of x

  /**
   * For the ranks of two columns.
   *
   * @param grid the scores by rank
   */
  RankedPair(int[] x, int[] y, ScoreGrid grid) {
    this.x = x;
    this.y = y;
    this.grid = grid;
    steps = grid.steps();
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
    return grid.within(x[row], radius);
  }

  /** The other rows within a radius in y. */
  int withinY(int row, int radius) {
    return grid.within(y[row], radius);
  }
}
