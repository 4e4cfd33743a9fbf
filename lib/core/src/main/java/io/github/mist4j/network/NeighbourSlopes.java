package io.github.mist4j.network;

import java.util.Arrays;

/**
 * Slopes of neighbour counts by the scores, for balls with a blurred edge: the radius ε_k moves so
 * that Σ_r S((ε_k − D(q, r))/h) stays, and a count of a side is Σ_r S((ε_k − D_side(q, r))/h), S
 * the integral of the kernel ¾(1 − t²), h by ε_k at the sample itself. Distances are in the maximum
 * norm, so that each depends on one column.
 */
final class NeighbourSlopes {
  /**
   * h over ε, of 0.3 to 3: the wider, the less do single rows decide; on rotations of 300 rows its
   * slopes scatter half as much as with 0.3 and have the same mean.
   */
  static final double BLUR = 3;

  private static final double WIDEST = 1; // h: among many columns all rows are nearly as far

  private final double[][] z; // row by row, (n, d)
  private final int dx;
  private final double[][] slopes; // by z, (d, n)
  private final double[][] distance; // in X and in Y
  private final double[][] ofDistance; // the slopes by them
  private final double[] nearest;

  /**
   * For some columns.
   *
   * @param columns the scores, those of X first, (d, n)
   * @param most the largest k
   * @param slopes what is added to, (d, n)
   */
  NeighbourSlopes(double[][] columns, int dx, int most, double[][] slopes) {
    int n = columns[0].length;
    this.dx = dx;
    this.slopes = slopes;
    z = new double[n][columns.length];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < n; r++) {
        z[r][c] = columns[c][r];
      }
    }
    distance = new double[2][n];
    ofDistance = new double[2][n];
    nearest = new double[Math.min(most, n - 1)];
  }

  /**
   * Adds those of one row's counts.
   *
   * @param orders the neighbours k that set a radius, increasing
   * @param ofCounts the slopes by the counts within it in X and in Y, (orders, 2)
   */
  void add(int row, int[] orders, double[][] ofCounts) {
    findDistances(row);
    for (double[] side : ofDistance) {
      Arrays.fill(side, 0);
    }
    for (int k = 0; k < orders.length; k++) {
      double radius = nearest[Math.min(orders[k], nearest.length) - 1];
      if (radius > 0) {
        addOrder(row, radius, ofCounts[k][0], ofCounts[k][1]);
      }
    }
    for (int r = 0; r < z.length; r++) {
      if (ofDistance[0][r] != 0) {
        addDistance(row, r, 0, dx, ofDistance[0][r]);
      }
      if (ofDistance[1][r] != 0) {
        addDistance(row, r, dx, z[0].length, ofDistance[1][r]);
      }
    }
  }

  private void findDistances(int row) {
    double[] at = z[row];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int r = 0; r < z.length; r++) {
      double inX = largest(at, z[r], 0, dx);
      double inY = largest(at, z[r], dx, at.length);
      distance[0][r] = inX;
      distance[1][r] = inY;
      double joint = Math.max(inX, inY);
      if (r != row && joint < nearest[nearest.length - 1]) {
        insert(joint);
      }
    }
  }

  private void insert(double joint) {
    int at = nearest.length - 1;
    while (at > 0 && nearest[at - 1] > joint) {
      nearest[at] = nearest[at - 1];
      at--;
    }
    nearest[at] = joint;
  }

  private static double largest(double[] a, double[] b, int from, int to) {
    double largest = 0;
    for (int c = from; c < to; c++) {
      largest = Math.max(largest, Math.abs(a[c] - b[c]));
    }
    return largest;
  }

  private void addOrder(int row, double radius, double ofX, double ofY) {
    double width = Math.min(BLUR * radius, WIDEST);
    double joint = 0;
    double inX = 0;
    double inY = 0;
    for (int r = 0; r < z.length; r++) {
      if (r != row) {
        double x = SmoothRanks.kernel((radius - distance[0][r]) / width);
        double y = SmoothRanks.kernel((radius - distance[1][r]) / width);
        inX += x;
        inY += y;
        joint += distance[0][r] > distance[1][r] ? x : y;
        ofDistance[0][r] -= ofX * x / width;
        ofDistance[1][r] -= ofY * y / width;
      }
    }
    double ofRadius = (ofX * inX + ofY * inY) / width;
    for (int r = 0; r < z.length; r++) {
      int side = distance[0][r] > distance[1][r] ? 0 : 1;
      if (r != row && Math.abs(radius - distance[side][r]) < width) {
        ofDistance[side][r] +=
            ofRadius * SmoothRanks.kernel((radius - distance[side][r]) / width) / joint;
      }
    }
  }

  /** The distance in a side is that of one of its columns. */
  private void addDistance(int row, int other, int from, int to, double slope) {
    int most = from;
    double largest = -1;
    for (int c = from; c < to; c++) {
      double apart = Math.abs(z[row][c] - z[other][c]);
      if (apart > largest) {
        largest = apart;
        most = c;
      }
    }
    double signed = z[row][most] > z[other][most] ? slope : -slope;
    slopes[most][row] += signed;
    slopes[most][other] -= signed;
  }
}
