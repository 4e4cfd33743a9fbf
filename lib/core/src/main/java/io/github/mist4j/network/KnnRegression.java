package io.github.mist4j.network;

import static io.github.mist4j.network.ScoreTable.LIFTS;

import java.util.Arrays;

/**
 * How well the means over the nearest rows of one side predict the columns of the other: with m_k
 * the mean of a lift over the c rows within the distance of the k-th neighbour, 1 − Σ (ℓ − m_k)²
 * c/(c + 1) / Σ ℓ², which is 0 on average for independent sides.
 */
final class KnnRegression {
  private static final int SHAPES = 2; // the lifts that are predicted
  private static final double TINY = 1e-9;

  private final double[][] shapes; // the lifts to predict, row by row, (n, SHAPES · d)
  private final double[] all; // their squares over the rows, (SHAPES · d)
  private final double[][] left; // those of the errors, (ORDERS, SHAPES · d)
  private final double[][] sums; // over the near rows of one row, by band, (ORDERS, SHAPES · d)
  private final int[] count = new int[Neighbours.ORDERS.length]; // of the near rows, by band

  KnnRegression(RankedSample copula) {
    int width = SHAPES * copula.d();
    shapes = shapes(copula);
    all = new double[width];
    left = new double[Neighbours.ORDERS.length][width];
    sums = new double[Neighbours.ORDERS.length][width];
  }

  private static double[][] shapes(RankedSample copula) {
    float[] lifts = copula.table().lifts();
    var shapes = new double[copula.n()][SHAPES * copula.d()];
    for (int c = 0; c < copula.d(); c++) {
      int[] ranks = copula.ranks()[c];
      for (int r = 0; r < shapes.length; r++) {
        for (int shape = 0; shape < SHAPES; shape++) {
          shapes[r][SHAPES * c + shape] = lifts[ranks[r] * LIFTS + shape];
        }
      }
    }
    return shapes;
  }

  /** Predicts the columns from one to another by the rows that are near on the other side. */
  void add(int row, NearestRows near, int fromColumn, int toColumn) {
    int from = SHAPES * fromColumn;
    int to = SHAPES * toColumn;
    Arrays.fill(count, 0);
    for (double[] sum : sums) {
      Arrays.fill(sum, from, to, 0);
    }
    for (int p = 0; p < near.found(); p++) {
      int band = band(near, near.far(p));
      count[band]++;
      add(sums[band], shapes[near.place(p)], from, to);
    }
    double[] own = shapes[row];
    for (int s = from; s < to; s++) {
      all[s] += own[s] * own[s];
    }
    double rows = 0;
    for (int k = 0; k < Neighbours.ORDERS.length; k++) {
      if (k > 0) {
        add(sums[k], sums[k - 1], from, to);
      }
      rows += count[k];
      addErrors(left[k], own, sums[k], rows, from, to);
    }
  }

  /** The first k that holds a distance. */
  private static int band(NearestRows near, int distance) {
    int k = 0;
    while (k < Neighbours.ORDERS.length - 1 && distance > near.radius(Neighbours.ORDERS[k])) {
      k++;
    }
    return k;
  }

  private static void add(double[] sum, double[] row, int from, int to) {
    for (int s = from; s < to; s++) {
      sum[s] += row[s];
    }
  }

  private static void addErrors(
      double[] left, double[] own, double[] sum, double rows, int from, int to) {
    double share = 1 / rows;
    double weight = rows / (rows + 1);
    for (int s = from; s < to; s++) {
      double error = own[s] - sum[s] * share;
      left[s] += error * error * weight;
    }
  }

  float[][] explained() {
    var explained = new float[Neighbours.EXPLAINED][all.length / SHAPES];
    for (int channel = 0; channel < Neighbours.EXPLAINED; channel++) {
      for (int c = 0; c < all.length / SHAPES; c++) {
        int s = SHAPES * c + channel % SHAPES;
        double unexplained = left[channel / SHAPES][s];
        explained[channel][c] = (float) ((all[s] - unexplained) / Math.max(all[s], TINY));
      }
    }
    return explained;
  }
}
