package io.github.mist4j.bound;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** A logistic regression with a ridge, by Newton's steps. */
final class LogisticFit {
  private static final int STEPS = 12;
  private static final double RIDGE = 1; // rows' worth

  private LogisticFit() {}

  /**
   * The constant and the weights that tell the first rows from the others, both kinds counted as
   * often, (1 + features).
   *
   * @param features (rows, features)
   * @param firsts how many rows are of the first kind
   */
  static double[] of(double[][] features, int firsts) {
    int d = features[0].length + 1;
    double weightOfOthers = (double) firsts / (features.length - firsts);
    var weights = new double[d];
    for (int step = 0; step < STEPS; step++) {
      var gradient = new DMatrixRMaj(d, 1);
      var curvature = new DMatrixRMaj(d, d);
      for (int i = 0; i < d; i++) {
        gradient.data[i] = i == 0 ? 0 : -RIDGE * weights[i];
        curvature.data[i * d + i] = i == 0 ? 1e-9 : RIDGE;
      }
      var row = new double[d];
      for (int r = 0; r < features.length; r++) {
        row[0] = 1;
        System.arraycopy(features[r], 0, row, 1, d - 1);
        double sum = 0;
        for (int i = 0; i < d; i++) {
          sum += weights[i] * row[i];
        }
        double chance = 1 / (1 + Math.exp(-sum));
        double weight = r < firsts ? 1 : weightOfOthers;
        double slope = weight * ((r < firsts ? 1 : 0) - chance);
        double bend = weight * chance * (1 - chance);
        for (int i = 0; i < d; i++) {
          gradient.data[i] += slope * row[i];
          double times = bend * row[i];
          for (int j = 0; j <= i; j++) {
            curvature.data[i * d + j] += times * row[j];
          }
        }
      }
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < i; j++) {
          curvature.data[j * d + i] = curvature.data[i * d + j];
        }
      }
      var change = new DMatrixRMaj(d, 1);
      if (!CommonOps_DDRM.solve(curvature, gradient, change)) {
        return weights;
      }
      double largest = 0;
      for (int i = 0; i < d; i++) {
        weights[i] += change.data[i];
        largest = Math.max(largest, Math.abs(change.data[i]));
      }
      if (largest < 1e-4) {
        break;
      }
    }
    return weights;
  }
}
