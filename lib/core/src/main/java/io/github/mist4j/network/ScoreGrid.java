package io.github.mist4j.network;

/**
 * The scores of n rows in whole steps, and how many of them lie below a step, without a search.
 *
 * @param steps the scores in steps of 2⁻²⁰, rising, (n)
 * @param shift of a step above the first, to the cell that holds it
 * @param starts how many steps lie below each cell, (cells)
 */
record ScoreGrid(int[] steps, int shift, int[] starts) {
  static final int STEPS_PER_UNIT = 1 << 20;
  private static final int CELLS_PER_ROW = 4;

  static ScoreGrid of(double[] scores) {
    var steps = new int[scores.length];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = (int) Math.rint(scores[k] * STEPS_PER_UNIT);
    }
    int span = steps[steps.length - 1] - steps[0];
    int shift = 0;
    while ((span >> shift) > CELLS_PER_ROW * steps.length) {
      shift++;
    }
    var starts = new int[(span >> shift) + 1];
    int below = 0;
    for (int cell = 0; cell < starts.length; cell++) {
      while (below < steps.length && (steps[below] - steps[0]) >> shift < cell) {
        below++;
      }
      starts[cell] = below;
    }
    return new ScoreGrid(steps, shift, starts);
  }

  /** The largest difference there is. */
  int span() {
    return steps[steps.length - 1] - steps[0];
  }

  /** The rows but the one of this rank whose step differs by at most so much. */
  int within(int rank, int radius) {
    return atMost(steps[rank] + radius) - atMost(steps[rank] - radius - 1) - 1;
  }

  /** A row, by rank, before which no step is as large as this one, and few are between. */
  int from(int step) {
    int cell = (step - steps[0]) >> shift;
    return cell < 0 ? 0 : cell >= starts.length ? steps.length : starts[cell];
  }

  /** A row, by rank, from which on every step is larger than this one, and few are between. */
  int to(int step) {
    return from(step + (1 << shift));
  }

  /** How many steps are at most this one. */
  int atMost(int step) {
    int count = from(step);
    while (count < steps.length && steps[count] <= step) {
      count++;
    }
    return count;
  }
}
