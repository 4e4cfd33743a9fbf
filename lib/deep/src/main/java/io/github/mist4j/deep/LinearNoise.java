package io.github.mist4j.deep;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * The mean noise in noisy columns z = α y + σ ε where all columns are normal, knowing clean ones c:
 * σ (α² C + σ²)⁻¹ (z − α B c), with y = B c + errors of covariance C = V Λ Vᵀ.
 */
final class LinearNoise {
  private final int[] noisy;
  private final int[] clean;
  private final double[][] slopes; // B, (noisy, clean)
  private final double[][] directions; // V, (noisy, noisy)
  private final double[] variances; // Λ

  private LinearNoise(
      int[] noisy, int[] clean, double[][] slopes, double[][] directions, double[] variances) {
    this.noisy = noisy;
    this.clean = clean;
    this.slopes = slopes;
    this.directions = directions;
    this.variances = variances;
  }

  /**
   * From some rows.
   *
   * @param covariance of all columns there
   * @param n how many rows
   * @param noisy columns, at least one
   * @param clean columns, maybe none
   */
  static LinearNoise of(DMatrixRMaj covariance, int n, int[] noisy, int[] clean) {
    NormalErrors errors = NormalErrors.of(covariance, n, noisy, clean);
    var eigen = DecompositionFactory_DDRM.eig(noisy.length, true, true);
    if (!eigen.decompose(errors.covariance())) {
      throw new ArithmeticException("the covariance of the columns has no eigenvalues");
    }
    var directions = new double[noisy.length][noisy.length];
    var variances = new double[noisy.length];
    for (int j = 0; j < noisy.length; j++) {
      variances[j] = Math.max(0, eigen.getEigenvalue(j).getReal());
      for (int i = 0; i < noisy.length; i++) {
        directions[i][j] = eigen.getEigenVector(j).get(i, 0);
      }
    }
    return new LinearNoise(noisy, clean, errors.slopes(), directions, variances);
  }

  /**
   * Sets the noise of one row less σ z, as far as its columns are noisy.
   *
   * @param told set, (columns, n)
   * @param z the noisy values, in the same shape
   * @param c the clean values, in the same shape
   * @param b −log α²
   */
  void tell(float[] told, float[] z, float[] c, int r, int n, double b) {
    double alpha = Math.exp(-b / 2);
    double square = -Math.expm1(-b); // σ²
    double sigma = Math.sqrt(square);
    var along = new double[noisy.length];
    for (int i = 0; i < noisy.length; i++) {
      double left = z[noisy[i] * n + r];
      for (int j = 0; j < clean.length; j++) {
        left -= alpha * slopes[i][j] * c[clean[j] * n + r];
      }
      for (int k = 0; k < along.length; k++) {
        along[k] += directions[i][k] * left;
      }
    }
    for (int k = 0; k < along.length; k++) {
      along[k] *= sigma / (alpha * alpha * variances[k] + square);
    }
    for (int i = 0; i < noisy.length; i++) {
      double noise = 0;
      for (int k = 0; k < along.length; k++) {
        noise += directions[i][k] * along[k];
      }
      int at = noisy[i] * n + r;
      told[at] = (float) (noise - sigma * z[at]);
    }
  }
}
