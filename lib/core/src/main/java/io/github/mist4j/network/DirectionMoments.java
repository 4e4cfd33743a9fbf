package io.github.mist4j.network;

import java.util.Arrays;

/**
 * Sums over some rows of products of the whitened columns a of X and b of Y.
 *
 * @param n the number of rows
 * @param cross Σ a_i b_j, and Σ a_i for j = dy, (dx, dy + 1)
 * @param sumY Σ b_j, (dy)
 * @param squaresX for every i ≤ k of X: Σ a_i a_k b_j, then Σ a_i a_k |b|², then Σ a_i a_k, (dx(dx
 *     + 1)/2, dy + 2)
 * @param squaresY the same with X and Y exchanged
 * @param normX Σ |a|²
 * @param normY Σ |b|²
 */
record DirectionMoments(
    int n,
    int dx,
    int dy,
    float[] cross,
    double[] sumY,
    float[] squaresX,
    float[] squaresY,
    double normX,
    double normY) {
  private static final int ROWS_AT_ONCE = 256;

  static DirectionMoments of(float[][] a, float[][] b) {
    int dx = a.length;
    int dy = b.length;
    int n = a[0].length;
    var cross = new float[dx * (dy + 1)];
    var squaresX = new float[dx * (dx + 1) / 2 * (dy + 2)];
    var squaresY = new float[dy * (dy + 1) / 2 * (dx + 2)];
    var sumY = new double[dy];
    double normX = 0;
    double normY = 0;
    for (int from = 0; from < n; from += ROWS_AT_ONCE) {
      int rows = Math.min(ROWS_AT_ONCE, n - from);
      float[][] x = part(a, from, rows);
      float[][] y = part(b, from, rows);
      ChannelProducts.addOuter(cross, 0, Arrays.copyOf(x, dx), withoutNorm(y), rows);
      ChannelProducts.addOuter(squaresX, 0, products(x, dx), y, rows);
      ChannelProducts.addOuter(squaresY, 0, products(y, dy), x, rows);
      for (int r = 0; r < rows; r++) {
        normX += x[dx][r];
        normY += y[dy][r];
      }
      for (int j = 0; j < dy; j++) {
        for (int r = 0; r < rows; r++) {
          sumY[j] += y[j][r];
        }
      }
    }
    return new DirectionMoments(n, dx, dy, cross, sumY, squaresX, squaresY, normX, normY);
  }

  /** Some rows of the columns, then their squared lengths, then ones, (d + 2, rows). */
  private static float[][] part(float[][] columns, int from, int rows) {
    int d = columns.length;
    var part = new float[d + 2][];
    part[d] = new float[rows];
    part[d + 1] = new float[rows];
    Arrays.fill(part[d + 1], 1);
    for (int i = 0; i < d; i++) {
      part[i] = Arrays.copyOfRange(columns[i], from, from + rows);
      for (int r = 0; r < rows; r++) {
        part[d][r] += part[i][r] * part[i][r];
      }
    }
    return part;
  }

  private static float[][] withoutNorm(float[][] part) {
    float[][] rest = Arrays.copyOf(part, part.length - 1);
    rest[rest.length - 1] = part[part.length - 1];
    return rest;
  }

  private static float[][] products(float[][] part, int d) {
    int rows = part[0].length;
    var products = new float[d * (d + 1) / 2][rows];
    int p = 0;
    for (int i = 0; i < d; i++) {
      for (int k = 0; k <= i; k++) {
        float[] first = part[i];
        float[] second = part[k];
        float[] target = products[p++];
        for (int r = 0; r < rows; r++) {
          target[r] = first[r] * second[r];
        }
      }
    }
    return products;
  }

  static DirectionMoments sum(DirectionMoments[] parts) {
    DirectionMoments sum = parts[0];
    for (int k = 1; k < parts.length; k++) {
      sum = sum.plus(parts[k], 1);
    }
    return sum;
  }

  /** Without the rows of a part. */
  DirectionMoments less(DirectionMoments part) {
    return plus(part, -1);
  }

  private DirectionMoments plus(DirectionMoments other, int sign) {
    return new DirectionMoments(
        n + sign * other.n,
        dx,
        dy,
        plus(cross, other.cross, sign),
        plus(sumY, other.sumY, sign),
        plus(squaresX, other.squaresX, sign),
        plus(squaresY, other.squaresY, sign),
        normX + sign * other.normX,
        normY + sign * other.normY);
  }

  static float[] plus(float[] a, float[] b, int sign) {
    var sum = new float[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = a[i] + sign * b[i];
    }
    return sum;
  }

  static double[] plus(double[] a, double[] b, int sign) {
    var sum = new double[a.length];
    Arrays.setAll(sum, i -> a[i] + sign * b[i]);
    return sum;
  }

  /** The covariance of the sides, (dx, dy) row by row. */
  double[] covariance() {
    var covariance = new double[dx * dy];
    for (int i = 0; i < dx; i++) {
      double meanX = cross[i * (dy + 1) + dy] / (double) n;
      for (int j = 0; j < dy; j++) {
        covariance[i * dy + j] = cross[i * (dy + 1) + j] / (double) n - meanX * sumY[j] / n;
      }
    }
    return covariance;
  }

  /** For each column of Y the covariance of it with the products of X's, (dy, dx · dx). */
  double[][] squaresOfX() {
    var means = new double[dy];
    Arrays.setAll(means, j -> sumY[j] / n);
    return matrices(squaresX, dx, dy, means);
  }

  /** The same with X and Y exchanged, (dx, dy · dy). */
  double[][] squaresOfY() {
    var means = new double[dx];
    Arrays.setAll(means, i -> cross[i * (dy + 1) + dy] / (double) n);
    return matrices(squaresY, dy, dx, means);
  }

  /** The covariance of the products of X's columns with |b|², (dx · dx). */
  double[] squaresWithNormX() {
    return matrix(squaresX, dx, dy, dy, normY / n);
  }

  /** The covariance of the products of Y's columns with |a|², (dy · dy). */
  double[] squaresWithNormY() {
    return matrix(squaresY, dy, dx, dx, normX / n);
  }

  private double[][] matrices(float[] squares, int d, int others, double[] means) {
    var matrices = new double[others][];
    Arrays.setAll(matrices, j -> matrix(squares, d, others, j, means[j]));
    return matrices;
  }

  private double[] matrix(float[] squares, int d, int others, int which, double mean) {
    var matrix = new double[d * d];
    int width = others + 2;
    int p = 0;
    for (int i = 0; i < d; i++) {
      for (int k = 0; k <= i; k++) {
        double value = (squares[p * width + which] - mean * squares[p * width + others + 1]) / n;
        matrix[i * d + k] = value;
        matrix[k * d + i] = value;
        p++;
      }
    }
    return matrix;
  }
}
