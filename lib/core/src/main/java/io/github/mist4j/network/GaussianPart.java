package io.github.mist4j.network;

import io.github.mist4j.estimator.GaussianInformation;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * What the correlation matrix of the normal scores says, C(s) = (1−s) C + s I.
 *
 * @param shrunk ½(log|C(s)_xx| + log|C(s)_yy| − log|C(s)|) at each of {@link #SHRINKAGES}, nats
 * @param information the same without shrinkage and with its bias removed, nats
 * @param unbiased whether {@code information} is that; else it is 0.6 × the least shrunk
 * @param canonical the canonical correlations at {@link #TOKEN_SHRINKAGES}, decreasing, (2, m)
 * @param whitening the inverse of the Cholesky factor of C(0.2), (d × d) row by row
 * @param whiteningY the same of its Y block, (dy × dy)
 * @param partial K_ij/√(K_ii K_jj) for K = C(0.2)⁻¹, (d × d)
 */
record GaussianPart(
    double[] shrunk,
    double information,
    boolean unbiased,
    double[][] canonical,
    double[] whitening,
    double[] whiteningY,
    double[] partial) {
  static final double[] SHRINKAGES = {0.02, 0.05, 0.2, 0.5};
  static final double[] TOKEN_SHRINKAGES = {0.05, 0.2};
  private static final double LARGEST_CORRELATION = 0.9999;
  static final double FALLBACK = 0.6;

  static GaussianPart of(double[] correlation, int n, int dx) {
    int d = (int) Math.round(Math.sqrt(correlation.length));
    var shrunk = new double[SHRINKAGES.length];
    for (int s = 0; s < shrunk.length; s++) {
      shrunk[s] = GaussianInformation.of(shrink(correlation, d, SHRINKAGES[s]), dx).orElseThrow();
    }
    var canonical = new double[TOKEN_SHRINKAGES.length][];
    for (int s = 0; s < canonical.length; s++) {
      canonical[s] = canonicalCorrelations(shrink(correlation, d, TOKEN_SHRINKAGES[s]), dx);
    }
    DMatrixRMaj middle = shrink(correlation, d, 0.2);
    DMatrixRMaj whitening = inverseFactor(middle);
    DMatrixRMaj whiteningY = inverseFactor(CommonOps_DDRM.extract(middle, dx, d, dx, d));
    Optional<Double> plain =
        n > d + 1 ? GaussianInformation.of(shrink(correlation, d, 0), dx) : Optional.empty();
    double unbiased =
        plain.map(i -> i - GaussianInformation.bias(n, dx, d - dx)).orElse(FALLBACK * shrunk[0]);
    return new GaussianPart(
        shrunk,
        unbiased,
        plain.isPresent(),
        canonical,
        whitening.data,
        whiteningY.data,
        partial(whitening));
  }

  static DMatrixRMaj shrink(double[] correlation, int d, double s) {
    var shrunk = new DMatrixRMaj(d, d);
    for (int i = 0; i < d * d; i++) {
      shrunk.data[i] = (1 - s) * correlation[i];
    }
    for (int i = 0; i < d; i++) {
      shrunk.data[i * d + i] += s;
    }
    return shrunk;
  }

  /** The inverse of the lower Cholesky factor. */
  static DMatrixRMaj inverseFactor(DMatrixRMaj matrix) {
    DMatrixRMaj lower = GaussianInformation.factor(matrix).orElseThrow();
    int d = lower.numRows;
    var inverse = new DMatrixRMaj(d, d);
    for (int i = 0; i < d; i++) {
      double pivot = lower.get(i, i);
      for (int k = 0; k < i; k++) {
        double weight = lower.get(i, k);
        for (int j = 0; j <= k; j++) {
          inverse.data[i * d + j] -= weight * inverse.data[k * d + j];
        }
      }
      inverse.data[i * d + i] += 1;
      for (int j = 0; j <= i; j++) {
        inverse.data[i * d + j] /= pivot;
      }
    }
    return inverse;
  }

  private static double[] canonicalCorrelations(DMatrixRMaj c, int dx) {
    int d = c.numRows;
    DMatrixRMaj whitenX = inverseFactor(CommonOps_DDRM.extract(c, 0, dx, 0, dx));
    DMatrixRMaj whitenY = inverseFactor(CommonOps_DDRM.extract(c, dx, d, dx, d));
    var half = new DMatrixRMaj(dx, d - dx);
    CommonOps_DDRM.mult(whitenX, CommonOps_DDRM.extract(c, 0, dx, dx, d), half);
    var cross = new DMatrixRMaj(dx, d - dx);
    CommonOps_DDRM.multTransB(half, whitenY, cross);
    int m = Math.min(dx, d - dx);
    var gram = new DMatrixRMaj(m, m);
    if (dx <= d - dx) {
      CommonOps_DDRM.multTransB(cross, cross, gram);
    } else {
      CommonOps_DDRM.multTransA(cross, cross, gram);
    }
    var eigen = DecompositionFactory_DDRM.eig(m, false, true);
    if (!eigen.decompose(gram)) {
      throw new ArithmeticException(
          "the eigenvalues of a " + m + " x " + m + " matrix were not found");
    }
    var correlations = new double[m];
    for (int i = 0; i < m; i++) {
      double root = Math.sqrt(Math.max(0, eigen.getEigenvalue(i).getReal()));
      correlations[i] = -Math.min(root, LARGEST_CORRELATION);
    }
    java.util.Arrays.sort(correlations);
    for (int i = 0; i < m; i++) {
      correlations[i] = -correlations[i];
    }
    return correlations;
  }

  private static double[] partial(DMatrixRMaj whitening) {
    int d = whitening.numRows;
    var precision = new DMatrixRMaj(d, d);
    CommonOps_DDRM.multTransA(whitening, whitening, precision);
    var partial = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        partial[i * d + j] =
            precision.get(i, j) / Math.sqrt(precision.get(i, i) * precision.get(j, j));
      }
    }
    return partial;
  }
}
