package io.github.mist4j.network;

import static io.github.mist4j.network.GaussianPart.SHRINKAGES;
import static io.github.mist4j.network.GaussianPart.TOKEN_SHRINKAGES;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Slopes by the correlation of the normal scores: of the informations, dI = ½ tr((C_xx⁻¹ ⊕ C_yy⁻¹ −
 * C⁻¹) dC), and of the canonical correlations, dρ = aᵀ dC_xy b − ½ ρ (aᵀ dC_xx a + bᵀ dC_yy b).
 */
final class GaussianSlopes {
  private static final double TINY = 1e-12;

  private final double[] correlation; // (d × d)
  private final int d;
  private final int dx;
  private final double[] slopes; // of the same shape

  GaussianSlopes(double[] correlation, int dx) {
    this.correlation = correlation;
    this.dx = dx;
    d = (int) Math.round(Math.sqrt(correlation.length));
    slopes = new double[d * d];
  }

  /** What has been added, by each entry of the correlation as if it moved alone, (d × d). */
  double[] slopes() {
    return slopes;
  }

  /** Adds the slope of a part of {@link GaussianPart#information()}. */
  void addInformation(boolean unbiased, double slope) {
    if (unbiased) {
      addShrunk(0, slope);
    } else {
      addShrunk(SHRINKAGES[0], GaussianPart.FALLBACK * slope);
    }
  }

  /** Adds the slope of a part of the information at a shrinkage. */
  void addShrunk(double s, double slope) {
    DMatrixRMaj c = GaussianPart.shrink(correlation, d, s);
    add(inverse(c, 0, d), 0, -0.5 * slope * (1 - s));
    add(inverse(c, 0, dx), 0, 0.5 * slope * (1 - s));
    add(inverse(c, dx, d), dx, 0.5 * slope * (1 - s));
  }

  private static DMatrixRMaj inverse(DMatrixRMaj c, int from, int to) {
    DMatrixRMaj whitening =
        GaussianPart.inverseFactor(CommonOps_DDRM.extract(c, from, to, from, to));
    var inverse = new DMatrixRMaj(to - from, to - from);
    CommonOps_DDRM.multTransA(whitening, whitening, inverse);
    return inverse;
  }

  private void add(DMatrixRMaj block, int at, double factor) {
    for (int i = 0; i < block.numRows; i++) {
      for (int j = 0; j < block.numCols; j++) {
        slopes[(at + i) * d + at + j] += factor * block.get(i, j);
      }
    }
  }

  /**
   * Adds those of the canonical correlations at one of the shrinkages of tokens.
   *
   * @param ofCorrelations the slopes by them, decreasing, (m)
   */
  void addCanonical(int which, double[] ofCorrelations) {
    double s = TOKEN_SHRINKAGES[which];
    DMatrixRMaj c = GaussianPart.shrink(correlation, d, s);
    DMatrixRMaj whitenX = GaussianPart.inverseFactor(CommonOps_DDRM.extract(c, 0, dx, 0, dx));
    DMatrixRMaj whitenY = GaussianPart.inverseFactor(CommonOps_DDRM.extract(c, dx, d, dx, d));
    var half = new DMatrixRMaj(dx, d - dx);
    CommonOps_DDRM.mult(whitenX, CommonOps_DDRM.extract(c, 0, dx, dx, d), half);
    var cross = new DMatrixRMaj(dx, d - dx);
    CommonOps_DDRM.multTransB(half, whitenY, cross);
    var svd = DecompositionFactory_DDRM.svd(dx, d - dx, true, true, true);
    if (!svd.decompose(cross.copy())) {
      throw new ArithmeticException("the canonical correlations were not found");
    }
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj v = svd.getV(null, false);
    double[] rho = svd.getSingularValues();
    int[] order = decreasing(rho, ofCorrelations.length);
    for (int t = 0; t < ofCorrelations.length; t++) {
      int column = order[t];
      if (rho[column] > TINY) {
        double[] a = column(whitenX, u, column);
        double[] b = column(whitenY, v, column);
        addPair(a, b, rho[column], (1 - s) * ofCorrelations[t]);
      }
    }
  }

  private static int[] decreasing(double[] values, int count) {
    return java.util.stream.IntStream.range(0, values.length)
        .boxed()
        .sorted((i, j) -> Double.compare(values[j], values[i]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Wᵀ times a column. */
  private static double[] column(DMatrixRMaj w, DMatrixRMaj vectors, int column) {
    var image = new double[w.numRows];
    for (int i = 0; i < w.numRows; i++) {
      for (int j = 0; j <= i; j++) {
        image[j] += w.get(i, j) * vectors.get(i, column);
      }
    }
    return image;
  }

  private void addPair(double[] a, double[] b, double rho, double slope) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        slopes[i * d + dx + j] += slope * a[i] * b[j];
      }
      for (int j = 0; j < a.length; j++) {
        slopes[i * d + j] -= 0.5 * slope * rho * a[i] * a[j];
      }
    }
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < b.length; j++) {
        slopes[(dx + i) * d + dx + j] -= 0.5 * slope * rho * b[i] * b[j];
      }
    }
  }
}
