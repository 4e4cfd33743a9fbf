package io.github.mist4j.estimator;

import java.util.Optional;
import org.apache.commons.numbers.gamma.Digamma;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * The mutual information of two blocks of a normal vector, from its correlation matrix.
 *
 * <pre>{@code
 * var correlation = new DMatrixRMaj(new double[][] {{1, 0.6}, {0.6, 1}});
 * GaussianInformation.of(correlation, 1) // -log(1 - 0.36) / 2 = 0.223 nats
 * }</pre>
 */
public final class GaussianInformation {
  private static final double SMALLEST_PIVOT = 1e-6; // below it the determinant is rounding error

  private GaussianInformation() {}

  /**
   * ½(log|C_x| + log|C_y| − log|C|), nats; empty if C is not positive definite.
   *
   * @param c a correlation matrix, (d × d)
   * @param dx the number of leading columns that are X
   */
  public static Optional<Double> of(DMatrixRMaj c, int dx) {
    int d = c.numRows;
    return factor(c)
        .flatMap(
            whole ->
                factor(CommonOps_DDRM.extract(c, dx, d, dx, d))
                    .map(y -> logDiagonal(y, 0) - logDiagonal(whole, dx)));
  }

  /**
   * What {@link #of} exceeds the truth by on average for the sample correlation of n normal rows:
   * ½[b(dx) + b(dy) − b(dx+dy)], b(k) = Σ_{i&lt;k} ψ((n−1−i)/2), nats. Needs n &gt; dx + dy + 1.
   */
  public static double bias(int n, int dx, int dy) {
    return 0.5 * (meanLogDeterminant(n, dx) + meanLogDeterminant(n, dy))
        - 0.5 * meanLogDeterminant(n, dx + dy);
  }

  /** b(k), the mean log-determinant of a k × k Wishart matrix but for constants. */
  private static double meanLogDeterminant(int n, int k) {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += Digamma.value((n - 1 - i) / 2.0);
    }
    return sum;
  }

  /** Σ log L_ii from {@code first} on: that of the leading block cancels against X's own. */
  private static double logDiagonal(DMatrixRMaj lower, int first) {
    double sum = 0;
    for (int i = first; i < lower.numRows; i++) {
      sum += Math.log(lower.get(i, i));
    }
    return sum;
  }

  /** The lower Cholesky factor; empty if the matrix is not positive definite. */
  public static Optional<DMatrixRMaj> factor(DMatrixRMaj matrix) {
    var cholesky = DecompositionFactory_DDRM.chol(matrix.numRows, true);
    if (!cholesky.decompose(matrix.copy())) {
      return Optional.empty();
    }
    DMatrixRMaj lower = cholesky.getT(null);
    for (int i = 0; i < lower.numRows; i++) {
      if (lower.get(i, i) < SMALLEST_PIVOT) {
        return Optional.empty();
      }
    }
    return Optional.of(lower);
  }
}
