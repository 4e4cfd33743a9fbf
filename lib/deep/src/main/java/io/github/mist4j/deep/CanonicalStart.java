package io.github.mist4j.deep;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Both sides in the canonical directions of some rows: columns without correlation but for those of
 * the pairs. Where flows of normal scores start, the Gaussian copula.
 *
 * @param columns in these directions, those of the largest correlation first
 * @param correlations of the pairs, falling, (min(dx, dy))
 */
record CanonicalStart(SampleMatrix columns, double[] correlations) {
  private static final double MOST = 1 - 1e-6;

  /** From the rows that are trained on, for all rows. */
  static CanonicalStart of(SampleMatrix columns, int[] training) {
    DMatrixRMaj x = GaussianStart.matrix(columns.x());
    DMatrixRMaj y = GaussianStart.matrix(columns.y());
    DMatrixRMaj whiteX = white(x, training);
    DMatrixRMaj whiteY = white(y, training);
    DMatrixRMaj x0 = GaussianStart.columnsOf(whiteX, training);
    DMatrixRMaj y0 = GaussianStart.columnsOf(whiteY, training);
    var cross = new DMatrixRMaj(x.numRows, y.numRows);
    CommonOps_DDRM.multTransB(1.0 / training.length, x0, y0, cross);
    var svd = DecompositionFactory_DDRM.svd(x.numRows, y.numRows, true, true, false);
    if (!svd.decompose(cross)) {
      throw new ArithmeticException("the correlations of X and Y have no singular values");
    }
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj v = svd.getV(null, false);
    var w = svd.getW(null);
    SingularOps_DDRM.descendingOrder(u, false, w, v, false);
    var correlations = new double[Math.min(x.numRows, y.numRows)];
    for (int j = 0; j < correlations.length; j++) {
      correlations[j] = Math.min(MOST, w.get(j, j));
    }
    return new CanonicalStart(new SampleMatrix(turned(u, whiteX), turned(v, whiteY)), correlations);
  }

  private static DMatrixRMaj white(DMatrixRMaj columns, int[] training) {
    DMatrixRMaj factor =
        GaussianStart.factor(GaussianStart.columnsOf(columns, training), training.length);
    return new DMatrixRMaj(GaussianStart.whitened(factor, columns));
  }

  private static float[][] turned(DMatrixRMaj directions, DMatrixRMaj white) {
    var turned = new DMatrixRMaj(directions.numCols, white.numCols);
    CommonOps_DDRM.multTransA(directions, white, turned);
    var floats = new float[turned.numRows][turned.numCols];
    for (int c = 0; c < turned.numRows; c++) {
      for (int r = 0; r < turned.numCols; r++) {
        floats[c][r] = (float) turned.get(c, r);
      }
    }
    return floats;
  }
}
