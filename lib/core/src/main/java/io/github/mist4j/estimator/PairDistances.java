package io.github.mist4j.estimator;

import java.util.Arrays;

/** Compares a row with all others, column by column: the quick way where there are many columns. */
final class PairDistances {
  private final double[][] x;
  private final double[][] y;
  private final double[] distanceX;
  private final double[] distanceY;
  private final double[] nearest;
  private final int[] nearestRows;

  PairDistances(double[][] x, double[][] y, int k) {
    this.x = x;
    this.y = y;
    distanceX = new double[x[0].length];
    distanceY = new double[x[0].length];
    nearest = new double[k];
    nearestRows = new int[k];
  }

  /** Finds the k nearest other rows; of equally far ones those that come first. */
  void find(int row) {
    distances(x, row, distanceX);
    distances(y, row, distanceY);
    findNearest(row);
  }

  /** The distance to the k-th neighbour found. */
  double radius() {
    return nearest[nearest.length - 1];
  }

  /** The rows of the neighbours found, the nearest first, (k). */
  int[] neighbours() {
    return nearestRows;
  }

  /** How many other rows are nearer in X than the limit. */
  int countX(double limit) {
    return within(distanceX, limit);
  }

  /** How many other rows are nearer in Y than the limit. */
  int countY(double limit) {
    return within(distanceY, limit);
  }

  private static void distances(double[][] columns, int row, double[] distance) {
    Arrays.fill(distance, 0);
    int c = 0;
    for (; c + 2 <= columns.length; c += 2) {
      widenByTwo(distance, columns[c], columns[c + 1], row);
    }
    if (c < columns.length) {
      widen(distance, columns[c], row);
    }
  }

  private static void widen(double[] distance, double[] column, int row) {
    double at = column[row];
    for (int r = 0; r < distance.length; r++) {
      distance[r] = Math.max(distance[r], Math.abs(column[r] - at));
    }
  }

  private static void widenByTwo(double[] distance, double[] first, double[] second, int row) {
    double at = first[row];
    double too = second[row];
    for (int r = 0; r < distance.length; r++) {
      double one = Math.max(distance[r], Math.abs(first[r] - at));
      distance[r] = Math.max(one, Math.abs(second[r] - too));
    }
  }

  private void findNearest(int self) {
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int last = nearest.length - 1;
    double limit = Double.POSITIVE_INFINITY;
    for (int r = 0; r < distanceX.length; r++) {
      if (distanceX[r] < limit && distanceY[r] < limit && r != self) {
        double distance = Math.max(distanceX[r], distanceY[r]);
        int k = last;
        while (k > 0 && nearest[k - 1] > distance) {
          nearest[k] = nearest[k - 1];
          nearestRows[k] = nearestRows[k - 1];
          k--;
        }
        nearest[k] = distance;
        nearestRows[k] = r;
        limit = nearest[last];
      }
    }
  }

  private static int within(double[] distance, double limit) {
    int count = 0;
    for (double v : distance) {
      count += v < limit ? 1 : 0;
    }
    return limit > 0 ? count - 1 : 0; // less the row itself
  }
}
