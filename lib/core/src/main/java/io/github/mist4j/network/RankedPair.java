package io.github.mist4j.network;

import java.util.Arrays;

/**
 * Two columns by the order of the first: finds neighbours among the rows that are near in it
 * instead of looking at every row.
 */
final class RankedPair {
  private static final int CAUTION = 16; // a guess changes by one part in so many

  private final int[] x; // ranks, by row
  private final int[] y;
  private final ScoreGrid grid;
  private final int[] steps; // of the grid
  private final int[] across; // the step of y, by the rank of x
  private final int[] near; // distances within a radius
  private int guess = ScoreGrid.STEPS_PER_UNIT / 2;

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
    near = new int[x.length];
    for (int r = 0; r < x.length; r++) {
      across[x[r]] = steps[y[r]];
    }
  }

  /**
   * The smallest joint distances to other rows, increasing: those within a radius that holds
   * enough, guessed from the rows before and doubled while it does not.
   */
  void nearest(int row, int[] nearest) {
    int radius = Math.min(guess, grid.span());
    int found = within(x[row], radius);
    if (found < nearest.length) {
      guess += guess / CAUTION;
    } else if (found > 2 * nearest.length) {
      guess -= guess / CAUTION;
    }
    while (found < nearest.length) {
      radius = Math.min(2 * radius, grid.span());
      found = within(x[row], radius);
    }
    Arrays.fill(nearest, Integer.MAX_VALUE);
    for (int k = 0; k < found; k++) {
      Neighbours.insert(nearest, near[k]);
    }
  }

  /** Puts the distances within a radius first, and says how many they are. */
  private int within(int at, int radius) {
    int from = grid.from(steps[at] - radius);
    int to = grid.to(steps[at] + radius);
    int found = 0;
    for (int place = from; place < to; place++) { // no branch: there is no telling which is near
      int distance =
          Math.max(Math.abs(steps[place] - steps[at]), Math.abs(across[place] - across[at]));
      near[found] = distance;
      found += place == at ? 0 : NearestRows.isWithin(distance, radius);
    }
    return found;
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
