package io.github.mist4j.network;

/**
 * The features of query rows, (19, queries): log(1 + q/d) of the Mahalanobis lengths and of the
 * squared norms of x, y and (x, y); then the neighbour term, log((1+n_x)/n) and log((1+n_y)/n) for
 * each k of {@link Neighbours#ORDERS}; then the term of {@link ValueCounts} where they say
 * something, else 0, and the logarithms of its counts.
 */
final class RowFeatures {
  private static final int LENGTHS = 6;
  private static final int[] SWAPPED = {
    1, 0, 2, 4, 3, 5, 6, 8, 7, 9, 11, 10, 12, 14, 13, 15, 17, 16, 18
  };

  private RowFeatures() {}

  static float[][] of(
      RankedSample copula,
      GaussianPart gaussian,
      Neighbours neighbours,
      ValueCounts outcomes,
      int[] queries) {
    var features = new float[CopulaFeatures.ROW][queries.length];
    lengths(copula, gaussian, queries, features);
    neighbours(copula, neighbours.counts(), features);
    outcomes(outcomes, queries, features);
    return features;
  }

  private static void outcomes(ValueCounts outcomes, int[] queries, float[][] features) {
    int at = LENGTHS + 3 * Neighbours.ORDERS.length;
    double[] terms = outcomes.repeated() ? outcomes.terms() : new double[outcomes.x().length];
    for (int q = 0; q < queries.length; q++) {
      int row = queries[q];
      features[at][q] = (float) terms[row];
      features[at + 1][q] = (float) Math.log(outcomes.x()[row]);
      features[at + 2][q] = (float) Math.log(outcomes.y()[row]);
      features[at + 3][q] = (float) Math.log(outcomes.both()[row]);
    }
  }

  /** The channels of the features with X and Y exchanged. */
  static float[][] swapped(float[][] features) {
    var swapped = new float[features.length][];
    for (int c = 0; c < swapped.length; c++) {
      swapped[c] = features[SWAPPED[c]];
    }
    return swapped;
  }

  /** The KSG estimate over the query rows for the k-th of the orders, nats. */
  static double meanNeighbourTerm(float[][] features, int k) {
    double sum = 0;
    for (float term : features[LENGTHS + 3 * k]) {
      sum += term;
    }
    return sum / features[0].length;
  }

  private static void lengths(
      RankedSample copula, GaussianPart gaussian, int[] queries, float[][] features) {
    int d = copula.d();
    int dx = copula.dx();
    int dy = d - dx;
    var z = new double[d][queries.length];
    for (int c = 0; c < d; c++) {
      int[] ranks = copula.ranks()[c];
      for (int q = 0; q < queries.length; q++) {
        z[c][q] = copula.table().scores()[ranks[queries[q]]];
      }
    }
    double[][] whiteY = new double[dy][];
    System.arraycopy(z, dx, whiteY, 0, dy);
    double[][] white = whiten(gaussian.whitening(), z); // its first dx columns whiten X alone
    double[] inX = squares(white, 0, dx);
    double[] rest = squares(white, dx, d);
    double[] inY = squares(whiten(gaussian.whiteningY(), whiteY), 0, dy);
    double[] normX = squares(z, 0, dx);
    double[] normY = squares(z, dx, d);
    for (int q = 0; q < queries.length; q++) {
      features[0][q] = (float) Math.log1p(inX[q] / dx);
      features[1][q] = (float) Math.log1p(inY[q] / dy);
      features[2][q] = (float) Math.log1p((inX[q] + rest[q]) / d);
      features[3][q] = (float) Math.log1p(normX[q] / dx);
      features[4][q] = (float) Math.log1p(normY[q] / dy);
      features[5][q] = (float) Math.log1p((normX[q] + normY[q]) / d);
    }
  }

  private static void neighbours(RankedSample copula, int[][] counts, float[][] features) {
    int n = copula.n();
    double[] psi = copula.table().psi();
    for (int k = 0; k < Neighbours.ORDERS.length; k++) {
      double base = psi[Math.min(Neighbours.ORDERS[k], n - 1)] + psi[n];
      for (int q = 0; q < features[0].length; q++) {
        int inX = counts[2 * k][q];
        int inY = counts[2 * k + 1][q];
        features[LENGTHS + 3 * k][q] = (float) (base - psi[inX] - psi[inY]);
        features[LENGTHS + 3 * k + 1][q] = (float) Math.log((1.0 + inX) / n);
        features[LENGTHS + 3 * k + 2][q] = (float) Math.log((1.0 + inY) / n);
      }
    }
  }

  /** W z for a lower triangular W, (d, queries). */
  private static double[][] whiten(double[] w, double[][] z) {
    int d = z.length;
    var white = new double[d][z[0].length];
    for (int i = 0; i < d; i++) {
      double[] target = white[i];
      for (int j = 0; j <= i; j++) {
        double weight = w[i * d + j];
        double[] source = z[j];
        for (int q = 0; q < target.length; q++) {
          target[q] += weight * source[q];
        }
      }
    }
    return white;
  }

  private static double[] squares(double[][] columns, int from, int to) {
    var sum = new double[columns[0].length];
    for (int c = from; c < to; c++) {
      double[] column = columns[c];
      for (int q = 0; q < sum.length; q++) {
        sum[q] += column[q] * column[q];
      }
    }
    return sum;
  }
}
