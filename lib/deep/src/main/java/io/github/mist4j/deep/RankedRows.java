package io.github.mist4j.deep;

import io.github.mist4j.sample.Ranks;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Rows of two columns as their ranks in (0, 1): (r + ½)/n, equal values in an order at random.
 *
 * @param u of X, (n)
 * @param v of Y, (n)
 */
record RankedRows(float[] u, float[] v) {
  static RankedRows of(double[] x, double[] y, RandomGenerator ties) {
    return new RankedRows(ranks(x, ties), ranks(y, ties));
  }

  private static float[] ranks(double[] column, RandomGenerator ties) {
    int[] ranks = Ranks.of(column, ties);
    var places = new float[ranks.length];
    for (int r = 0; r < places.length; r++) {
      places[r] = (float) ((ranks[r] + 0.5) / places.length);
    }
    return places;
  }

  int n() {
    return u.length;
  }

  /** The same X with the rows of Y in another order. */
  RankedRows shuffled(int[] order) {
    return new RankedRows(u, chosen(v, order));
  }

  RankedRows swapped() {
    return new RankedRows(v, u);
  }

  /** Some of the rows. */
  RankedRows rows(int[] rows) {
    return new RankedRows(chosen(u, rows), chosen(v, rows));
  }

  private static float[] chosen(float[] column, int[] rows) {
    var chosen = new float[rows.length];
    for (int r = 0; r < rows.length; r++) {
      chosen[r] = column[rows[r]];
    }
    return chosen;
  }

  /** The rows that one of several folds judges, or the others. */
  RankedRows fold(int fold, int folds, boolean judged) {
    return rows(IntStream.range(0, n()).filter(r -> (r % folds == fold) == judged).toArray());
  }
}
