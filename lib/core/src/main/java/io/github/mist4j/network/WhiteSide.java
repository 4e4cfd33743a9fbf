package io.github.mist4j.network;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The scores of one side, made uncorrelated, in folds.
 *
 * @param whitening the matrix that makes them so, lower triangular, (d × d) row by row
 * @param folds the rows of each fold, (folds, d, rows of the fold)
 */
record WhiteSide(double[] whitening, float[][][] folds) {

  /**
   * A side.
   *
   * @param z standardized columns, (d, n)
   * @param places of the rows: row r stands in fold places[r] mod folds
   * @param shrinkage of the correlation, in (0, 1]
   */
  static WhiteSide of(double[][] z, int[] places, int folds, double shrinkage) {
    int d = z.length;
    int n = places.length;
    var columns = new DMatrixRMaj(z);
    var correlation = new DMatrixRMaj(d, d);
    CommonOps_DDRM.mult( // twice as fast as multTransB, which adds along the rows
        (1 - shrinkage) / n, columns, CommonOps_DDRM.transpose(columns, null), correlation);
    for (int i = 0; i < d; i++) {
      correlation.set(i, i, 1);
    }
    double[] whitening = GaussianPart.inverseFactor(correlation).data;
    var white = new float[folds][d][];
    for (int f = 0; f < folds; f++) {
      for (int i = 0; i < d; i++) {
        white[f][i] = new float[(n - f + folds - 1) / folds];
      }
    }
    var column = new double[n];
    for (int i = 0; i < d; i++) {
      Arrays.fill(column, 0);
      for (int j = 0; j <= i; j++) {
        double weight = whitening[i * d + j];
        double[] source = z[j];
        for (int r = 0; r < n; r++) {
          column[r] += weight * source[r];
        }
      }
      for (int r = 0; r < n; r++) {
        white[places[r] % folds][i][places[r] / folds] = (float) column[r];
      }
    }
    return new WhiteSide(whitening, white);
  }

  private int d() {
    return folds[0].length;
  }

  /** A direction as a linear form of the standardized scores, (d). */
  double[] form(double[] direction) {
    int d = d();
    var form = new double[d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        form[j] += direction[i] * whitening[i * d + j];
      }
    }
    return form;
  }

  /** Puts what the rows of a fold are in some directions into (directions, n). */
  void project(double[][] directions, int fold, int[] places, int count, double[][] into) {
    var inFold = new double[folds[fold][0].length];
    for (int k = 0; k < directions.length; k++) {
      Arrays.fill(inFold, 0);
      for (int i = 0; i < d(); i++) {
        float[] source = folds[fold][i];
        double weight = directions[k][i];
        for (int r = 0; r < inFold.length; r++) {
          inFold[r] += weight * source[r];
        }
      }
      for (int r = 0; r < places.length; r++) {
        if (places[r] % count == fold) {
          into[k][r] = inFold[places[r] / count];
        }
      }
    }
  }
}
