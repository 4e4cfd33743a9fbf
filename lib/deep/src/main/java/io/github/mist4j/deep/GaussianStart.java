package io.github.mist4j.deep;

import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Y given X by a linear regression with normal errors, and Y alone as a normal vector: where a
 * network for log q(y|x)/r(y) starts.
 *
 * @param whitened the errors of all rows, by the inverse Cholesky factor of their covariance, (dy,
 *     n)
 * @param logRatio log q(y|x) − log r(y) of each row but for −½|whitened|², (n)
 */
record GaussianStart(float[][] whitened, double[] logRatio) {
  private static final double LEAST_VARIANCE = 1e-6; // of errors: 7 nats a column

  /** Rows that independent columns add to covariances, so that few rows make no zero. */
  private static final double PRIOR_ROWS = 2;

  /** From the rows that are trained on, for all rows. */
  static GaussianStart of(SampleMatrix columns, int[] training) {
    DMatrixRMaj x = withOnes(columns.x()); // (dx + 1, n)
    DMatrixRMaj y = matrix(columns.y()); // (dy, n)
    DMatrixRMaj x0 = columnsOf(x, training);
    DMatrixRMaj y0 = columnsOf(y, training);
    var gram = new DMatrixRMaj(x.numRows, x.numRows);
    CommonOps_DDRM.multTransB(x0, x0, gram);
    for (int c = 0; c < gram.numRows; c++) {
      gram.add(c, c, c == 0 ? 0 : PRIOR_ROWS); // ridge, but for the intercept
    }
    var cross = new DMatrixRMaj(x.numRows, y.numRows);
    CommonOps_DDRM.multTransB(x0, y0, cross);
    var slopes = new DMatrixRMaj(x.numRows, y.numRows);
    CommonOps_DDRM.solve(gram, cross, slopes);
    var errors = y.copy(); // y − slopesᵀ x
    CommonOps_DDRM.multAddTransA(-1, slopes, x, errors);
    double free = Math.max(training.length / 2.0, training.length - x.numRows);
    DMatrixRMaj factorOfErrors = factor(columnsOf(errors, training), free);
    DMatrixRMaj factorOfY = factor(y0, training.length);
    double[][] w = whitened(factorOfErrors, errors);
    double[][] v = whitened(factorOfY, y);
    var logRatio = new double[y.numCols];
    Arrays.fill(logRatio, logDiagonal(factorOfY) - logDiagonal(factorOfErrors));
    for (double[] column : v) {
      for (int r = 0; r < logRatio.length; r++) {
        logRatio[r] += 0.5 * column[r] * column[r];
      }
    }
    return new GaussianStart(floats(w), logRatio);
  }

  private static DMatrixRMaj withOnes(float[][] columns) {
    var rows = new float[columns.length + 1][];
    rows[0] = new float[columns[0].length];
    Arrays.fill(rows[0], 1);
    System.arraycopy(columns, 0, rows, 1, columns.length);
    return matrix(rows);
  }

  static DMatrixRMaj matrix(float[][] columns) {
    var matrix = new DMatrixRMaj(columns.length, columns[0].length);
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < columns[c].length; r++) {
        matrix.set(c, r, columns[c][r]);
      }
    }
    return matrix;
  }

  /** The covariance of all columns, X first, in some rows, as {@link #factor} has it. */
  static DMatrixRMaj covariance(SampleMatrix columns, int[] rows) {
    float[][] both =
        Stream.of(columns.x(), columns.y()).flatMap(Stream::of).toArray(float[][]::new);
    DMatrixRMaj factor = factor(columnsOf(matrix(both), rows), rows.length);
    var covariance = new DMatrixRMaj(both.length, both.length);
    CommonOps_DDRM.multTransB(factor, factor, covariance);
    return covariance;
  }

  static DMatrixRMaj columnsOf(DMatrixRMaj matrix, int[] rows) {
    var some = new DMatrixRMaj(matrix.numRows, rows.length);
    for (int c = 0; c < matrix.numRows; c++) {
      for (int r = 0; r < rows.length; r++) {
        some.set(c, r, matrix.get(c, rows[r]));
      }
    }
    return some;
  }

  /**
   * The lower Cholesky factor of the second moments, with some rows of independent columns more.
   */
  static DMatrixRMaj factor(DMatrixRMaj vectors, double free) {
    var covariance = new DMatrixRMaj(vectors.numRows, vectors.numRows);
    CommonOps_DDRM.multTransB(vectors, vectors, covariance);
    for (int c = 0; c < covariance.numRows; c++) {
      // Of their own variance, so that a strong dependence keeps its small errors; and a little,
      // so that columns without any have a factor.
      covariance.add(c, c, PRIOR_ROWS * covariance.get(c, c) / free + LEAST_VARIANCE * free);
    }
    CommonOps_DDRM.divide(covariance, free + PRIOR_ROWS);
    var cholesky = DecompositionFactory_DDRM.chol(covariance.numRows, true);
    if (!cholesky.decompose(covariance)) {
      throw new IllegalArgumentException("columns of a side that repeat others have no density");
    }
    return cholesky.getT(null);
  }

  static double[][] whitened(DMatrixRMaj lower, DMatrixRMaj vectors) {
    var whitened = new double[vectors.numRows][vectors.numCols];
    for (int c = 0; c < vectors.numRows; c++) {
      for (int r = 0; r < vectors.numCols; r++) {
        double left = vectors.get(c, r);
        for (int k = 0; k < c; k++) {
          left -= lower.get(c, k) * whitened[k][r];
        }
        whitened[c][r] = left / lower.get(c, c);
      }
    }
    return whitened;
  }

  private static double logDiagonal(DMatrixRMaj lower) {
    double sum = 0;
    for (int c = 0; c < lower.numRows; c++) {
      sum += Math.log(lower.get(c, c));
    }
    return sum;
  }

  private static float[][] floats(double[][] columns) {
    var floats = new float[columns.length][columns[0].length];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < columns[c].length; r++) {
        floats[c][r] = (float) columns[c][r];
      }
    }
    return floats;
  }
}
