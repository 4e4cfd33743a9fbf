package io.github.mist4j.network;

import java.util.Arrays;

/** The three matrix products of a linear layer over channel-major activations. */
final class ChannelProducts {
  private static final int BLOCK = 1024; // rows whose channels stay in the caches
  private static final int TILE = 64; // rows whose gradients are laid out row by row
  private static final int FEW = 32; // rows that make too short a loop

  private ChannelProducts() {}

  /**
   * y_o += Σ_i w[at + o·strideOut + i·strideIn] x_i over the rows: the product with a matrix or, by
   * the strides, with its transpose.
   */
  static void addProduct(
      float[][] y, float[][] x, float[] w, int at, int strideOut, int strideIn, int rows) {
    if (rows < FEW && strideOut == 1) {
      addRowByRow(y, x, w, at, strideIn, rows);
      return;
    }
    for (int from = 0; from < rows; from += BLOCK) {
      addBlock(y, x, w, at, strideOut, strideIn, from, Math.min(rows, from + BLOCK), 0);
    }
  }

  /** The same sums in the same order, with the outputs in the innermost loop. */
  private static void addRowByRow(
      float[][] y, float[][] x, float[] w, int at, int stride, int rows) {
    var sum = new float[y.length];
    for (int r = 0; r < rows; r++) {
      for (int o = 0; o < sum.length; o++) {
        sum[o] = y[o][r];
      }
      int i = 0;
      for (; i + 4 <= x.length; i += 4) {
        addFourRows(
            sum, w, at + i * stride, stride, x[i][r], x[i + 1][r], x[i + 2][r], x[i + 3][r]);
      }
      for (; i < x.length; i++) {
        addRow(sum, w, at + i * stride, x[i][r]);
      }
      for (int o = 0; o < sum.length; o++) {
        y[o][r] = sum[o];
      }
    }
  }

  private static void addFourRows(
      float[] sum, float[] w, int at, int stride, float x0, float x1, float x2, float x3) {
    int at1 = at + stride;
    int at2 = at1 + stride;
    int at3 = at2 + stride;
    for (int o = 0; o < sum.length; o++) {
      sum[o] += w[at + o] * x0 + w[at1 + o] * x1 + w[at2 + o] * x2 + w[at3 + o] * x3;
    }
  }

  private static void addRow(float[] sum, float[] w, int at, float x) {
    for (int o = 0; o < sum.length; o++) {
      sum[o] += w[at + o] * x;
    }
  }

  /** The upper triangle of y_o += Σ_i w[o·stride + i] x_i: the rows from o on. */
  static void addUpperProduct(float[][] y, float[][] x, float[] w, int stride) {
    addBlock(y, x, w, 0, stride, 1, 0, y.length, 1);
  }

  /**
   * Over the rows {@code from + o·rise} to {@code to}. The outputs change faster than the inputs:
   * adding to the same numbers again at once would wait for them to be stored.
   */
  private static void addBlock(
      float[][] y,
      float[][] x,
      float[] w,
      int at,
      int strideOut,
      int strideIn,
      int from,
      int to,
      int rise) {
    int i = 0;
    for (; i + 4 <= x.length; i += 4) {
      for (int o = 0; o < y.length; o++) {
        int weight = at + o * strideOut + i * strideIn;
        addFour(
            y[o],
            x[i],
            x[i + 1],
            x[i + 2],
            x[i + 3],
            w[weight],
            w[weight + strideIn],
            w[weight + 2 * strideIn],
            w[weight + 3 * strideIn],
            from + o * rise,
            to);
      }
    }
    for (; i < x.length; i++) {
      for (int o = 0; o < y.length; o++) {
        addOne(y[o], x[i], w[at + o * strideOut + i * strideIn], from + o * rise, to);
      }
    }
  }

  private static void addFour(
      float[] y,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float w0,
      float w1,
      float w2,
      float w3,
      int from,
      int to) {
    for (int r = from; r < to; r++) {
      y[r] += w0 * x0[r] + w1 * x1[r] + w2 * x2[r] + w3 * x3[r];
    }
  }

  private static void addOne(float[] y, float[] x, float w, int from, int to) {
    for (int r = from; r < to; r++) {
      y[r] += w * x[r];
    }
  }

  /** gradient[at + i·outputs + o] += Σ_r x_i[r] dy_o[r]. */
  static void addOuter(float[] gradient, int at, float[][] x, float[][] dy, int rows) {
    int outputs = dy.length;
    var tile = new float[Math.min(TILE, rows)][outputs]; // dy, row by row
    var sum = new float[outputs];
    for (int from = 0; from < rows; from += TILE) {
      int count = Math.min(TILE, rows - from);
      transpose(dy, from, count, tile);
      for (int i = 0; i < x.length; i++) {
        Arrays.fill(sum, 0);
        addRows(sum, tile, x[i], from, count);
        int target = at + i * outputs;
        for (int o = 0; o < outputs; o++) {
          gradient[target + o] += sum[o];
        }
      }
    }
  }

  private static void transpose(float[][] columns, int from, int count, float[][] tile) {
    for (int o = 0; o < columns.length; o++) {
      float[] column = columns[o];
      for (int r = 0; r < count; r++) {
        tile[r][o] = column[from + r];
      }
    }
  }

  private static void addRows(float[] sum, float[][] tile, float[] x, int from, int count) {
    int width = sum.length;
    int r = 0;
    for (; r + 4 <= count; r += 4) {
      int row = from + r;
      addFour(
          sum,
          tile[r],
          tile[r + 1],
          tile[r + 2],
          tile[r + 3],
          x[row],
          x[row + 1],
          x[row + 2],
          x[row + 3],
          0,
          width);
    }
    for (; r < count; r++) {
      addOne(sum, tile[r], x[from + r], 0, width);
    }
  }

  /** gradient[at + o] += Σ_r dy_o[r]. */
  static void addSums(float[] gradient, int at, float[][] dy, int rows) {
    for (int o = 0; o < dy.length; o++) {
      double sum = 0;
      float[] column = dy[o];
      for (int r = 0; r < rows; r++) {
        sum += column[r];
      }
      gradient[at + o] += (float) sum;
    }
  }
}
