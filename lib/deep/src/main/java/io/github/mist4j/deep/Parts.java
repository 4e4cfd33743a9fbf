package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;

/**
 * The rows of a sample by what they are for.
 *
 * @param training steps are made on these
 * @param stopping say which step was the best
 * @param judging give the estimate
 */
record Parts(int[] training, int[] stopping, int[] judging) {
  private static final int FEWEST = 2; // rows of a part, as a pair of different rows needs two

  /** A fifth judges where there are no folds: as many say when to stop, the rest is trained on. */
  private static final int FIFTH = 5;

  /**
   * The parts of one fold; the judging parts of all of several folds are all rows.
   *
   * @param order of the rows, at random
   */
  static Parts of(int[] order, int fold, int folds) {
    int n = order.length;
    int parts = folds == 1 ? FIFTH : folds;
    require(
        n / parts >= FEWEST,
        "folds must be at most %d, so that each holds %d of %d rows, was %d",
        n / FEWEST,
        FEWEST,
        n,
        folds);
    int from = (int) ((long) n * fold / parts);
    int to = (int) ((long) n * (fold + 1) / parts);
    var rest = new int[n - (to - from)]; // behind the judging part, then before it
    System.arraycopy(order, to, rest, 0, n - to);
    System.arraycopy(order, 0, rest, n - to, from);
    int stopping = Math.max(FEWEST, rest.length / (FIFTH - 1));
    return new Parts(
        Arrays.copyOfRange(rest, stopping, rest.length),
        Arrays.copyOf(rest, stopping),
        Arrays.copyOfRange(order, from, to));
  }
}
