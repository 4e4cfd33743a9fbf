package io.github.mist4j.network;

import static io.github.mist4j.network.ScoreTable.LIFTS;

import java.util.Arrays;

/**
 * How well the means over the nearest rows of one side predict the columns of the other: with m_k
 * the mean of a lift over the c rows within the distance of the k-th neighbour, 1 − Σ (ℓ − m_k)²
 * c/(c + 1) / Σ ℓ², which is 0 on average for independent sides.
 */
final class NeighbourMeans {
  private static final int SHAPES = 2; // the lifts that are predicted
  private static final double TINY = 1e-9;

  private final Copula copula;
  private final double[][] left; // (Neighbours.EXPLAINED, d)
  private final double[][] all; // (SHAPES, d)
  private final int[] nearest;
  private final int[] places;
  private final int[] far; // their distances
  private final int[] bands; // of the places: the first k that holds them
  private final int[] count = new int[Neighbours.ORDERS.length]; // of the places, by band
  private final double[] shares = new double[Neighbours.ORDERS.length]; // 1/c
  private final double[] weights = new double[Neighbours.ORDERS.length]; // c/(c + 1)
  private final double[] sums = new double[Neighbours.ORDERS.length * SHAPES];

  NeighbourMeans(Copula copula) {
    this.copula = copula;
    left = new double[Neighbours.EXPLAINED][copula.d()];
    all = new double[SHAPES][copula.d()];
    nearest = new int[Math.min(Neighbours.MOST, copula.n() - 1)];
    places = new int[copula.n()];
    far = new int[copula.n()];
    bands = new int[copula.n()];
  }

  /** Predicts the columns from one to another by the rows that are near on the other side. */
  void add(int row, int[] distance, int from, int to) {
    add(row, near(distance, row), from, to);
  }

  /**
   * The same where the other side is one column.
   *
   * @param rank of the row in that column
   * @param rows by their rank in it
   */
  void add(int row, int rank, int[] rows, int from, int to) {
    add(row, near(rank, rows), from, to);
  }

  private void add(int row, int near, int from, int to) {
    Arrays.fill(count, 0);
    for (int p = 0; p < near; p++) {
      bands[p] = band(far[p]);
      count[bands[p]]++;
    }
    double rows = 0;
    for (int k = 0; k < Neighbours.ORDERS.length; k++) {
      rows += count[k];
      shares[k] = 1 / rows;
      weights[k] = rows / (rows + 1);
    }
    for (int c = from; c < to; c++) {
      addColumn(copula.ranks()[c], row, near, c);
    }
  }

  private void addColumn(int[] ranks, int row, int near, int c) {
    float[] lifts = copula.table().lifts();
    Arrays.fill(sums, 0);
    for (int p = 0; p < near; p++) {
      int at = ranks[places[p]] * LIFTS;
      sums[SHAPES * bands[p]] += lifts[at];
      sums[SHAPES * bands[p] + 1] += lifts[at + 1];
    }
    for (int shape = 0; shape < SHAPES; shape++) {
      double own = lifts[ranks[row] * LIFTS + shape];
      all[shape][c] += own * own;
      double sum = 0;
      for (int k = 0; k < Neighbours.ORDERS.length; k++) {
        sum += sums[SHAPES * k + shape];
        double error = own - sum * shares[k];
        left[SHAPES * k + shape][c] += error * error * weights[k];
      }
    }
  }

  /** Puts the rows within the last radius into {@code places}, however many are as far. */
  private int near(int[] distance, int self) {
    Arrays.fill(nearest, Integer.MAX_VALUE);
    int last = nearest.length - 1;
    int limit = Integer.MAX_VALUE;
    int found = 0;
    for (int r = 0; r < distance.length; r++) {
      int at = distance[r];
      if (at <= limit && r != self) {
        places[found++] = r;
        Neighbours.insert(nearest, at);
        limit = nearest[last];
      }
    }
    int kept = 0;
    for (int p = 0; p < found; p++) {
      if (distance[places[p]] <= limit) {
        far[kept] = distance[places[p]];
        places[kept++] = places[p];
      }
    }
    return kept;
  }

  /** The same among the ranks of one column, the nearest first. */
  private int near(int rank, int[] rows) {
    int[] steps = copula.table().grid();
    int low = rank - 1;
    int high = rank + 1;
    int found = 0;
    while (low >= 0 || high < steps.length) {
      int below = low < 0 ? Integer.MAX_VALUE : steps[rank] - steps[low];
      int above = high == steps.length ? Integer.MAX_VALUE : steps[high] - steps[rank];
      int at = Math.min(below, above);
      if (found >= nearest.length && at > nearest[nearest.length - 1]) {
        break;
      }
      if (found < nearest.length) {
        nearest[found] = at;
      }
      far[found] = at;
      places[found++] = rows[below <= above ? low-- : high++];
    }
    return found;
  }

  private int band(int distance) {
    int k = 0;
    while (k < Neighbours.ORDERS.length - 1 && distance > Neighbours.radius(nearest, k)) {
      k++;
    }
    return k;
  }

  float[][] explained() {
    var explained = new float[Neighbours.EXPLAINED][copula.d()];
    for (int channel = 0; channel < Neighbours.EXPLAINED; channel++) {
      for (int c = 0; c < copula.d(); c++) {
        double whole = all[channel % SHAPES][c];
        explained[channel][c] = (float) ((whole - left[channel][c]) / Math.max(whole, TINY));
      }
    }
    return explained;
  }
}
