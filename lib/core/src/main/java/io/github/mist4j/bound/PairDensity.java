package io.github.mist4j.bound;

import java.util.Arrays;

/**
 * The ratio of the joint density of two numbers to the product of their own, from a kernel estimate
 * on a grid: all three with the same normal kernel, so that it is near 1 where there are few rows.
 */
final class PairDensity {
  private static final double EDGE = 4; // of the grid, in standard deviations
  private static final double REACH = 3; // of the kernel
  private static final double FLOOR = 0.5; // rows' worth of independence

  private final int cells;
  private final double[] joint; // (cells, cells), rows' worth
  private final double[] first; // (cells)
  private final double[] second;
  private final double own; // what a row adds at its own place
  private final int n;

  /**
   * @param x standardized numbers, (n)
   * @param y the same
   * @param bandwidth of the kernel, in standard deviations
   */
  PairDensity(double[] x, double[] y, int cells, double bandwidth) {
    this.cells = cells;
    n = x.length;
    var counts = new double[cells * cells];
    for (int r = 0; r < n; r++) {
      counts[cell(x[r]) * cells + cell(y[r])]++;
    }
    double[] kernel = kernel(bandwidth * cells / (2 * EDGE));
    joint = transposed(smoothed(transposed(smoothed(counts, kernel)), kernel));
    first = new double[cells];
    second = new double[cells];
    for (int i = 0; i < cells; i++) {
      for (int j = 0; j < cells; j++) {
        first[i] += joint[i * cells + j];
        second[j] += joint[i * cells + j];
      }
    }
    double peak = kernel[kernel.length / 2];
    own = peak * peak;
  }

  private int cell(double value) {
    return (int) Math.max(0, Math.min(cells - 1, (value + EDGE) * cells / (2 * EDGE)));
  }

  /**
   * The logarithm of the ratio at a place.
   *
   * @param itself whether the place is that of a row the estimate is made of, which is left out
   *     then
   */
  double logRatio(double x, double y, boolean itself) {
    int i = cell(x);
    int j = cell(y);
    double left = itself ? own : 0;
    double alone = itself ? Math.sqrt(own) : 0;
    double rows = itself ? n - 1 : n;
    double expected = Math.max(0, first[i] - alone) * Math.max(0, second[j] - alone) / rows;
    double floor = FLOOR * own;
    return Math.log((Math.max(0, joint[i * cells + j] - left) + floor) / (expected + floor));
  }

  private static double[] kernel(double width) {
    int reach = (int) Math.ceil(REACH * width);
    var kernel = new double[2 * reach + 1];
    Arrays.setAll(kernel, k -> Math.exp(-0.5 * (k - reach) * (k - reach) / (width * width)));
    double sum = Arrays.stream(kernel).sum();
    Arrays.setAll(kernel, k -> kernel[k] / sum);
    return kernel;
  }

  /** Along the rows of the grid; what would fall over the edge stays at it. */
  private double[] smoothed(double[] grid, double[] kernel) {
    int reach = kernel.length / 2;
    var smooth = new double[grid.length];
    for (int i = 0; i < cells; i++) {
      for (int j = 0; j < cells; j++) {
        double weight = grid[i * cells + j];
        if (weight == 0) {
          continue;
        }
        for (int k = 0; k < kernel.length; k++) {
          int to = Math.max(0, Math.min(cells - 1, j + k - reach));
          smooth[i * cells + to] += weight * kernel[k];
        }
      }
    }
    return smooth;
  }

  private double[] transposed(double[] grid) {
    var turned = new double[grid.length];
    for (int i = 0; i < cells; i++) {
      for (int j = 0; j < cells; j++) {
        turned[j * cells + i] = grid[i * cells + j];
      }
    }
    return turned;
  }
}
