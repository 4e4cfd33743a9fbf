package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * The information of a normal vector with the correlation of some standardized columns: ½(log|C_x|
 * + log|C_y| − log|C|), less its mean excess where there are more rows than dx + dy + 1. Else,
 * where allowed, the correlation is shrunk to (1 − s) C + s I with the s of Ledoit and Wolf (2004),
 * <i>A well-conditioned estimator for large-dimensional covariance matrices</i>.
 */
final class NormalStatistic implements Statistic {
  private static final double STAYS = 1e-9; // of s, so that the matrix has an inverse

  private final String method;
  private final double[][] z; // (d, n)
  private final int n;
  private final int d;
  private final int dx;
  private final DMatrixRMaj within; // the correlation but for the block between the sides
  private final double[] squareX; // the squared length of the rows of X
  private final double[] squareY;

  /**
   * For columns of mean 0 and variance 1, X first.
   *
   * @param method who asks, for messages
   * @param z the columns, (d, n)
   * @param dx how many of them are X
   */
  NormalStatistic(String method, double[][] z, int dx) {
    this.method = method;
    this.z = z;
    this.dx = dx;
    d = z.length;
    n = z[0].length;
    within = new DMatrixRMaj(d, d);
    for (int i = 0; i < d; i++) {
      within.set(i, i, 1);
      for (int j = i < dx ? 0 : dx; j < i; j++) {
        put(within, i, j, product(z[i], z[j]) / n);
      }
    }
    squareX = squares(0, dx);
    squareY = squares(dx, d);
  }

  private static void put(DMatrixRMaj matrix, int i, int j, double value) {
    matrix.set(i, j, value);
    matrix.set(j, i, value);
  }

  /** Four sums beside each other, which do not wait for one another. */
  static double product(double[] a, double[] b) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int r = 0;
    for (; r + 4 <= a.length; r += 4) {
      sum0 += a[r] * b[r];
      sum1 += a[r + 1] * b[r + 1];
      sum2 += a[r + 2] * b[r + 2];
      sum3 += a[r + 3] * b[r + 3];
    }
    for (; r < a.length; r++) {
      sum0 += a[r] * b[r];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  private double[] squares(int from, int to) {
    var squares = new double[n];
    for (int c = from; c < to; c++) {
      for (int r = 0; r < n; r++) {
        squares[r] += z[c][r] * z[c][r];
      }
    }
    return squares;
  }

  /** Whether there are rows enough to do without shrinking. */
  boolean enoughRows() {
    return n > d + 1;
  }

  @Override
  public double of(int[] order) {
    DMatrixRMaj correlation = correlation(order);
    if (!enoughRows()) {
      double share = Math.max(STAYS, share(correlation, order));
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          correlation.data[i * d + j] *= i == j ? 1 : 1 - share;
        }
      }
    }
    Optional<Double> information = GaussianInformation.of(correlation, dx);
    require(
        information.isPresent(),
        "method %s needs columns of which none is determined by the others",
        method);
    return enoughRows()
        ? information.get() - GaussianInformation.bias(n, dx, d - dx)
        : information.get();
  }

  private DMatrixRMaj correlation(int[] order) {
    DMatrixRMaj correlation = within.copy();
    var ordered = new double[n];
    for (int j = dx; j < d; j++) {
      for (int r = 0; r < n; r++) {
        ordered[r] = z[j][order[r]];
      }
      for (int i = 0; i < dx; i++) {
        put(correlation, j, i, product(z[i], ordered) / n);
      }
    }
    return correlation;
  }

  /** s: the mean squared error of C over its squared distance to I, at most 1. */
  double share(DMatrixRMaj correlation, int[] order) {
    double squares = 0; // ‖C‖²
    for (double c : correlation.data) {
      squares += c * c;
    }
    double rows = 0; // Σ ‖z zᵀ‖²
    for (int r = 0; r < n; r++) {
      double length = squareX[r] + squareY[order[r]];
      rows += length * length;
    }
    double error = (rows / n - squares) / n;
    double distance = squares - d;
    return distance <= error ? 1 : error / distance;
  }
}
