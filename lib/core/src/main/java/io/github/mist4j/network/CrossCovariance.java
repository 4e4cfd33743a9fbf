package io.github.mist4j.network;

/**
 * Sums over some rows of products of the columns of two sides, of which only a few leading pairs of
 * directions are asked: for sides of hundreds of columns.
 *
 * @param n the number of rows
 * @param products Σ a_i b_j, (dx, dy) row by row
 * @param sumX Σ a_i, (dx)
 * @param sumY Σ b_j, (dy)
 */
record CrossCovariance(int n, float[] products, double[] sumX, double[] sumY) {

  /**
   * @param a the columns of X, (dx, n)
   * @param b those of Y, (dy, n)
   */
  static CrossCovariance of(float[][] a, float[][] b) {
    int n = a[0].length;
    var products = new float[a.length * b.length];
    ChannelProducts.addOuter(products, 0, a, b, n);
    return new CrossCovariance(n, products, sums(a), sums(b));
  }

  private static double[] sums(float[][] columns) {
    var sums = new double[columns.length];
    for (int i = 0; i < sums.length; i++) {
      for (float v : columns[i]) {
        sums[i] += v;
      }
    }
    return sums;
  }

  static CrossCovariance sum(CrossCovariance[] parts) {
    CrossCovariance sum = parts[0];
    for (int k = 1; k < parts.length; k++) {
      sum = sum.plus(parts[k], 1);
    }
    return sum;
  }

  /** Without the rows of a part. */
  CrossCovariance less(CrossCovariance part) {
    return plus(part, -1);
  }

  private CrossCovariance plus(CrossCovariance other, int sign) {
    return new CrossCovariance(
        n + sign * other.n,
        DirectionMoments.plus(products, other.products, sign),
        DirectionMoments.plus(sumX, other.sumX, sign),
        DirectionMoments.plus(sumY, other.sumY, sign));
  }

  int dx() {
    return sumX.length;
  }

  int dy() {
    return sumY.length;
  }

  /** The covariance times a vector of Y, (dx). */
  double[] times(double[] v) {
    double meanY = 0;
    for (int j = 0; j < v.length; j++) {
      meanY += sumY[j] / n * v[j];
    }
    var product = new double[dx()];
    for (int i = 0; i < product.length; i++) {
      double sum = 0;
      int at = i * v.length;
      for (int j = 0; j < v.length; j++) {
        sum += products[at + j] * v[j];
      }
      product[i] = (sum - sumX[i] * meanY) / n;
    }
    return product;
  }

  /** A vector of X times the covariance, (dy). */
  double[] leftTimes(double[] u) {
    double meanX = 0;
    for (int i = 0; i < u.length; i++) {
      meanX += sumX[i] / n * u[i];
    }
    var product = new double[dy()];
    for (int i = 0; i < u.length; i++) {
      double weight = u[i];
      int at = i * product.length;
      for (int j = 0; j < product.length; j++) {
        product[j] += weight * products[at + j];
      }
    }
    for (int j = 0; j < product.length; j++) {
      product[j] = (product[j] - sumY[j] * meanX) / n;
    }
    return product;
  }
}
