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

  private static final double COARSE = 1 << 10; // added and taken off again: leaves 2⁻⁴² exact
  private static final double COLUMN = 0x1p-49; // so that 64 columns fit in half of that
  private static final double STEEP = 1e300; // any difference times it is beyond 1

  private final double[][] z; // (d, n)
  private final int dx;
  private final double[][] slopes; // by z, (d, n)
  private final double[][] distance; // in X and in Y, less the COLUMNs that say whose it is
  private final double[] isInX; // 1 where the joint distance is that in X, else 0
  private final double[][] kernel; // of the distances
  private final double[][] ofDistance; // the slopes by them
  private final double[] nearest;
  private double guess = 1; // of twice the largest of them, from the rows before

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
    z = columns;
    distance = new double[2][n];
    isInX = new double[n];
    kernel = new double[3][n];
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
    Arrays.fill(distance[0], Double.NEGATIVE_INFINITY);
    Arrays.fill(distance[1], Double.NEGATIVE_INFINITY);
    for (int c = 0; c < z.length; c++) {
      widen(distance[c < dx ? 0 : 1], z[c], z[c][row], code(c) * COLUMN);
    }
    compare(distance[0], distance[1], kernel[2], isInX);
    findNearest(row, kernel[2]);
    for (double[] side : ofDistance) {
      Arrays.fill(side, 0);
    }
    for (int k = 0; k < orders.length; k++) {
      double radius = nearest[Math.min(orders[k], nearest.length) - 1];
      if (radius > 0) {
        addOrder(radius, ofCounts[k][0], ofCounts[k][1]);
      }
    }
    addSide(row, 0, dx, distance[0], ofDistance[0]);
    addSide(row, dx, z.length, distance[1], ofDistance[1]);
  }

  /** Of equal distances that in Y counts, and in a side that of its first column. */
  private int code(int column) {
    return column < dx ? z.length - dx + column : column - dx;
  }

  // The loops over rows have no branches, so that they vectorize.

  private static void widen(double[] distance, double[] column, double at, double code) {
    for (int r = 0; r < distance.length; r++) {
      double apart = Math.abs(column[r] - at) + COARSE - COARSE - code;
      distance[r] = Math.max(distance[r], apart);
    }
  }

  private static void compare(double[] inX, double[] inY, double[] joint, double[] isInX) {
    for (int r = 0; r < joint.length; r++) {
      joint[r] = Math.max(inX[r], inY[r]);
    }
    for (int r = 0; r < joint.length; r++) {
      isInX[r] = Math.min(1, Math.max(0, (inX[r] - inY[r]) * STEEP));
    }
  }

  private void findNearest(int row, double[] joint) {
    joint[row] = Double.MAX_VALUE;
    double limit = guess;
    double[] near = kernel[0];
    int found = putWithin(limit, joint, near);
    while (found < nearest.length) {
      limit *= 2;
      found = putWithin(limit, joint, near);
    }
    Arrays.fill(nearest, Double.MAX_VALUE);
    for (int k = 0; k < found; k++) {
      if (near[k] < nearest[nearest.length - 1]) {
        insert(near[k]);
      }
    }
    guess = 0.5 * guess + nearest[nearest.length - 1];
  }

  /** Puts the distances within a limit first, and says how many they are. */
  private static int putWithin(double limit, double[] joint, double[] near) {
    int found = 0;
    for (double distance : joint) {
      near[found] = distance;
      found += (int) (Double.doubleToRawLongBits(distance - limit) >>> 63); // 1 if it is negative
    }
    return found;
  }

  private void insert(double joint) {
    int at = nearest.length - 1;
    while (at > 0 && nearest[at - 1] > joint) {
      nearest[at] = nearest[at - 1];
      at--;
    }
    nearest[at] = joint;
  }

  private void addOrder(double radius, double ofX, double ofY) {
    double width = Math.min(BLUR * radius, WIDEST);
    putKernel(distance[0], radius, width, kernel[0]);
    putKernel(distance[1], radius, width, kernel[1]);
    double self = SmoothRanks.kernel(radius / width);
    putSum(kernel[0], ofX, kernel[1], ofY, kernel[2]);
    double ofRadius = (sum(kernel[2]) - self * (ofX + ofY)) / width;
    putJoint(kernel[0], kernel[1], isInX, kernel[2]);
    double ofJoint = ofRadius / (sum(kernel[2]) - self);
    addKernel(ofDistance[0], kernel[0], isInX, -ofX / width, ofJoint);
    addKernel(ofDistance[1], kernel[1], isInX, ofJoint - ofY / width, -ofJoint);
  }

  private static void putKernel(double[] distance, double radius, double width, double[] kernel) {
    double scale = 1 / width;
    for (int r = 0; r < kernel.length; r++) {
      double t = (radius - distance[r]) * scale;
      kernel[r] = Math.max(0, 0.75 - 0.75 * t * t);
    }
  }

  private static void putSum(double[] x, double ofX, double[] y, double ofY, double[] sum) {
    for (int r = 0; r < sum.length; r++) {
      sum[r] = ofX * x[r] + ofY * y[r];
    }
  }

  private static void putJoint(double[] x, double[] y, double[] isInX, double[] joint) {
    for (int r = 0; r < joint.length; r++) {
      joint[r] = y[r] + isInX[r] * (x[r] - y[r]);
    }
  }

  private static void addKernel(
      double[] ofDistance, double[] kernel, double[] isInX, double always, double ifInX) {
    for (int r = 0; r < kernel.length; r++) {
      ofDistance[r] += kernel[r] * (always + ifInX * isInX[r]);
    }
  }

  /** Four sums, as one would wait for every addition. */
  private static double sum(double[] values) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int r = 0;
    for (; r + 4 <= values.length; r += 4) {
      a += values[r];
      b += values[r + 1];
      c += values[r + 2];
      d += values[r + 3];
    }
    for (; r < values.length; r++) {
      a += values[r];
    }
    return a + b + c + d;
  }

  /** The distance in a side is that of one of its columns. */
  private void addSide(int row, int from, int to, double[] distance, double[] ofDistance) {
    if (to - from == 1) {
      addColumn(z[from], z[from][row], ofDistance, slopes[from]);
      slopes[from][row] += sum(ofDistance);
      return;
    }
    int first = code(from);
    for (int r = 0; r < distance.length; r++) {
      double whole = distance[r] + COARSE - COARSE;
      int c = from - first + (int) ((whole - distance[r]) / COLUMN);
      double signed = ofDistance[r] * Math.copySign(1, z[c][row] - z[c][r]);
      slopes[c][row] += signed;
      slopes[c][r] -= signed;
    }
  }

  /** Takes the slopes off those of a column, and leaves them with their signs. */
  private static void addColumn(double[] z, double at, double[] ofDistance, double[] slopes) {
    for (int r = 0; r < z.length; r++) {
      ofDistance[r] *= Math.min(1, Math.max(-1, (at - z[r]) * STEEP));
    }
    for (int r = 0; r < z.length; r++) {
      slopes[r] -= ofDistance[r];
    }
  }
}
