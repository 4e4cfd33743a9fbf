package io.github.mist4j.deep;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * The velocity where all is normal: from points of covariance S = W Wᵀ to points B c + errors of
 * covariance W Λ Wᵀ. There Q = (1 − t)² + t² Λ is the spread on the way, and v = B c + W (t Λ − (1
 * − t)) Q⁻¹ W⁻¹ (z − t B c), whose divergence adds up to ½ Σ log Λ from t = 0 to 1.
 */
final class LinearVelocity {
  private static final double LEAST = 1e-6; // share of a variance: 7 nats a column

  private final double[][] slopes; // B, (d, others)
  private final double[][] directions; // W, (d, d)
  private final double[][] inverse; // W⁻¹
  private final double[] shares; // Λ

  private LinearVelocity(
      double[][] slopes, double[][] directions, double[][] inverse, double[] shares) {
    this.slopes = slopes;
    this.directions = directions;
    this.inverse = inverse;
    this.shares = shares;
  }

  /**
   * From covariances.
   *
   * @param from S
   * @param to what is carried to, and what is known beside
   */
  static LinearVelocity of(DMatrixRMaj from, NormalErrors to) {
    int d = from.numRows;
    var cholesky = DecompositionFactory_DDRM.chol(d, true);
    if (!cholesky.decompose(from.copy())) {
      throw new IllegalArgumentException("columns of a side that repeat others have no density");
    }
    DMatrixRMaj lower = cholesky.getT(null);
    var inverseOfLower = new DMatrixRMaj(d, d);
    CommonOps_DDRM.invert(lower, inverseOfLower);
    var half = new DMatrixRMaj(d, d);
    var whitened = new DMatrixRMaj(d, d);
    CommonOps_DDRM.mult(inverseOfLower, to.covariance(), half);
    CommonOps_DDRM.multTransB(half, inverseOfLower, whitened);
    for (int i = 0; i < d; i++) { // rounding leaves the halves apart
      for (int j = 0; j < i; j++) {
        whitened.set(i, j, whitened.get(j, i));
      }
    }
    var eigen = DecompositionFactory_DDRM.eig(d, true, true);
    if (!eigen.decompose(whitened)) {
      throw new ArithmeticException("the covariance of the columns has no eigenvalues");
    }
    var vectors = new DMatrixRMaj(d, d);
    var shares = new double[d];
    for (int k = 0; k < d; k++) {
      shares[k] = Math.max(LEAST, eigen.getEigenvalue(k).getReal());
      CommonOps_DDRM.insert(eigen.getEigenVector(k), vectors, 0, k);
    }
    var directions = new DMatrixRMaj(d, d);
    var inverse = new DMatrixRMaj(d, d);
    CommonOps_DDRM.mult(lower, vectors, directions);
    CommonOps_DDRM.multTransA(vectors, inverseOfLower, inverse);
    return new LinearVelocity(
        to.slopes(), NormalErrors.rows(directions), NormalErrors.rows(inverse), shares);
  }

  /** What the divergence adds up to, with the other sign: the information of normal columns. */
  double information() {
    return -0.5 * Arrays.stream(shares).map(Math::log).sum();
  }

  /**
   * Takes the velocity off.
   *
   * @param from what it is taken off, (d, rows), which is changed
   * @param z the points, (d, rows)
   * @param others c, (others, rows); not looked at where none is known
   */
  void subtract(float[] from, float[] z, float[] others, float[] times) {
    int rows = times.length;
    int d = shares.length;
    int known = slopes[0].length;
    var told = new double[d]; // B c
    var along = new double[d];
    for (int r = 0; r < rows; r++) {
      double t = times[r];
      for (int i = 0; i < d; i++) {
        double sum = 0;
        for (int j = 0; j < known; j++) {
          sum += slopes[i][j] * others[j * rows + r];
        }
        told[i] = sum;
      }
      for (int k = 0; k < d; k++) {
        double sum = 0;
        for (int i = 0; i < d; i++) {
          sum += inverse[k][i] * (z[i * rows + r] - t * told[i]);
        }
        double spread = (1 - t) * (1 - t) + t * t * shares[k];
        along[k] = sum * (t * shares[k] - (1 - t)) / spread;
      }
      for (int i = 0; i < d; i++) {
        double sum = told[i];
        for (int k = 0; k < d; k++) {
          sum += directions[i][k] * along[k];
        }
        from[i * rows + r] -= (float) sum;
      }
    }
  }
}
