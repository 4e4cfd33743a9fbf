package io.github.mist4j.deep;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Some columns by their regression on others, as if all were normal.
 *
 * @param slopes B of y = B c + errors, (columns, others)
 * @param covariance of the errors, (columns, columns)
 */
record NormalErrors(double[][] slopes, DMatrixRMaj covariance) {
  /**
   * From some rows.
   *
   * @param all the covariance of all columns there
   * @param n how many rows
   * @param columns of y, at least one
   * @param others of c, maybe none
   */
  static NormalErrors of(DMatrixRMaj all, int n, int[] columns, int[] others) {
    DMatrixRMaj errors = part(all, columns, columns);
    var slopes = new DMatrixRMaj(columns.length, others.length);
    if (others.length > 0) {
      var solved = new DMatrixRMaj(others.length, columns.length);
      CommonOps_DDRM.solve(part(all, others, others), part(all, others, columns), solved);
      CommonOps_DDRM.transpose(solved, slopes);
      CommonOps_DDRM.multAdd(-1, slopes, part(all, others, columns), errors);
      double free = Math.max(n / 2.0, n - others.length); // what is left of the rows
      CommonOps_DDRM.scale(n / free, errors);
    }
    for (int i = 0; i < columns.length; i++) { // rounding leaves the halves apart
      for (int j = 0; j < i; j++) {
        errors.set(i, j, errors.get(j, i));
      }
    }
    return new NormalErrors(rows(slopes), errors);
  }

  static DMatrixRMaj part(DMatrixRMaj matrix, int[] rows, int[] columns) {
    var part = new DMatrixRMaj(rows.length, columns.length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        part.set(i, j, matrix.get(rows[i], columns[j]));
      }
    }
    return part;
  }

  static double[][] rows(DMatrixRMaj matrix) {
    var rows = new double[matrix.numRows][matrix.numCols];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = matrix.get(i, j);
      }
    }
    return rows;
  }
}
