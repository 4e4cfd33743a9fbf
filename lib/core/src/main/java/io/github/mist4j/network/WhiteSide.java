package io.github.mist4j.network;

import org.ejml.data.DMatrixRMaj;

/**
 * The scores of one side, made uncorrelated, in folds.
 *
 * @param folds the rows of each fold, (folds, d, rows of the fold)
 * @param whitening the inverse of the Cholesky factor of the shrunk correlation, (d, d) row by row
 */
record WhiteSide(float[][][] folds, double[] whitening) {

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
    var correlation = new DMatrixRMaj(d, d);
    for (int i = 0; i < d; i++) {
      correlation.set(i, i, 1);
      for (int j = 0; j < i; j++) {
        double value = (1 - shrinkage) * product(z[i], z[j]) / n;
        correlation.set(i, j, value);
        correlation.set(j, i, value);
      }
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
      java.util.Arrays.fill(column, 0);
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
    return new WhiteSide(white, whitening);
  }

  private static double product(double[] a, double[] b) {
    double sum0 = 0;
    double sum1 = 0;
    int r = 0;
    for (; r + 2 <= a.length; r += 2) {
      sum0 += a[r] * b[r];
      sum1 += a[r + 1] * b[r + 1];
    }
    return r < a.length ? sum0 + sum1 + a[r] * b[r] : sum0 + sum1;
  }

  private int d() {
    return folds[0].length;
  }

  /** Puts what the rows of a fold are in some directions into (directions, n). */
  void project(double[][] directions, int fold, int[] places, int count, double[][] into) {
    var inFold = new double[folds[fold][0].length];
    for (int k = 0; k < directions.length; k++) {
      java.util.Arrays.fill(inFold, 0);
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

  /** The weights of the scores themselves in some directions, (directions, d). */
  double[][] weights(double[][] directions) {
    int d = d();
    var weights = new double[directions.length][d];
    for (int k = 0; k < directions.length; k++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j <= i; j++) {
          weights[k][j] += directions[k][i] * whitening[i * d + j];
        }
      }
    }
    return weights;
  }
}
