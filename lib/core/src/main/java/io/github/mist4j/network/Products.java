package io.github.mist4j.network;

/** The three matrix products of a linear layer over channel-major activations. */
final class Products {
  private static final int BLOCK = 1024; // rows whose channels stay in the caches
  private static final int TILE = 64; // rows whose gradients are laid out row by row

  private Products() {}

  /**
   * y_o += Σ_i w[at + o·strideOut + i·strideIn] x_i over the rows: the product with a matrix or, by
   * the strides, with its transpose.
   */
  static void addProduct(
      float[][] y, float[][] x, float[] w, int at, int strideOut, int strideIn, int rows) {
    for (int from = 0; from < rows; from += BLOCK) {
      int to = Math.min(rows, from + BLOCK);
      for (int o = 0; o < y.length; o++) {
        int weight = at + o * strideOut;
        int i = 0;
        for (; i + 4 <= x.length; i += 4) {
          addFour(
              y[o],
              x[i],
              x[i + 1],
              x[i + 2],
              x[i + 3],
              w[weight + i * strideIn],
              w[weight + (i + 1) * strideIn],
              w[weight + (i + 2) * strideIn],
              w[weight + (i + 3) * strideIn],
              from,
              to);
        }
        for (; i < x.length; i++) {
          addOne(y[o], x[i], w[weight + i * strideIn], from, to);
        }
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
    var tile = new float[TILE * outputs]; // dy transposed, (rows of the tile, outputs)
    var sum = new float[outputs];
    for (int from = 0; from < rows; from += TILE) {
      int count = Math.min(TILE, rows - from);
      transpose(dy, from, count, tile);
      for (int i = 0; i < x.length; i++) {
        java.util.Arrays.fill(sum, 0);
        addRows(sum, tile, x[i], from, count);
        int target = at + i * outputs;
        for (int o = 0; o < outputs; o++) {
          gradient[target + o] += sum[o];
        }
      }
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

  private static void transpose(float[][] columns, int from, int count, float[] tile) {
    int width = columns.length;
    for (int o = 0; o < width; o++) {
      float[] column = columns[o];
      for (int r = 0; r < count; r++) {
        tile[r * width + o] = column[from + r];
      }
    }
  }

  private static void addRows(float[] sum, float[] tile, float[] x, int from, int count) {
    int width = sum.length;
    int r = 0;
    for (; r + 8 <= count; r += 8) {
      addEight(sum, tile, r * width, x, from + r);
    }
    for (; r < count; r++) {
      float w = x[from + r];
      int at = r * width;
      for (int o = 0; o < width; o++) {
        sum[o] += w * tile[at + o];
      }
    }
  }

  private static void addEight(float[] sum, float[] tile, int at0, float[] x, int row) {
    int width = sum.length;
    int at1 = at0 + width;
    int at2 = at1 + width;
    int at3 = at2 + width;
    int at4 = at3 + width;
    int at5 = at4 + width;
    int at6 = at5 + width;
    int at7 = at6 + width;
    float w0 = x[row];
    float w1 = x[row + 1];
    float w2 = x[row + 2];
    float w3 = x[row + 3];
    float w4 = x[row + 4];
    float w5 = x[row + 5];
    float w6 = x[row + 6];
    float w7 = x[row + 7];
    for (int o = 0; o < width; o++) {
      sum[o] +=
          w0 * tile[at0 + o]
              + w1 * tile[at1 + o]
              + w2 * tile[at2 + o]
              + w3 * tile[at3 + o]
              + w4 * tile[at4 + o]
              + w5 * tile[at5 + o]
              + w6 * tile[at6 + o]
              + w7 * tile[at7 + o];
    }
  }
}
