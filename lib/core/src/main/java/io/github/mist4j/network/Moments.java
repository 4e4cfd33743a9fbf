package io.github.mist4j.network;

import static io.github.mist4j.network.ScoreTable.LIFTS;

/** Means over the rows of products of two columns. */
final class Moments {
  private static final int ROWS_AT_ONCE = 64; // stay in the fastest cache

  private Moments() {}

  /** The moments of the lifts, M[(i, a)][(j, b)] = mean ℓ_a(z_i) ℓ_b(z_j), (8d, 8d). */
  static float[][] ofLifts(RankedSample copula) {
    int n = copula.n();
    int width = LIFTS * copula.d();
    var moments = new float[width][width];
    var columns = new float[width * ROWS_AT_ONCE]; // (8d, rows at once)
    for (int from = 0; from < n; from += ROWS_AT_ONCE) {
      var rows = new float[Math.min(ROWS_AT_ONCE, n - from)][width];
      fill(copula, from, rows, columns);
      ChannelProducts.addUpperProduct(moments, rows, columns, ROWS_AT_ONCE);
    }
    for (int i = 0; i < width; i++) {
      for (int j = i; j < width; j++) {
        moments[i][j] /= n;
        moments[j][i] = moments[i][j];
      }
    }
    return moments;
  }

  /** Lays the lifts of some rows out row by row and column by column. */
  private static void fill(RankedSample copula, int from, float[][] rows, float[] columns) {
    float[] lifts = copula.table().lifts();
    for (int c = 0; c < copula.d(); c++) {
      int[] ranks = copula.ranks()[c];
      for (int r = 0; r < rows.length; r++) {
        int at = ranks[from + r] * LIFTS;
        for (int a = 0; a < LIFTS; a++) {
          float lift = lifts[at + a];
          rows[r][c * LIFTS + a] = lift;
          columns[(c * LIFTS + a) * ROWS_AT_ONCE + r] = lift;
        }
      }
    }
  }

  /** The correlation of the normal scores, with an exact unit diagonal, (d × d) row by row. */
  static double[] correlation(RankedSample copula) {
    int n = copula.n();
    int d = copula.d();
    double[] scores = copula.table().scores();
    double square = 0;
    for (double z : scores) {
      square += z * z;
    }
    var row = new double[d];
    var sums = new double[d * d];
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < d; c++) {
        row[c] = scores[copula.ranks()[c][r]];
      }
      for (int i = 0; i < d; i++) {
        double w = row[i];
        int target = i * d;
        for (int j = i + 1; j < d; j++) {
          sums[target + j] += w * row[j];
        }
      }
    }
    for (int i = 0; i < d; i++) {
      sums[i * d + i] = 1;
      for (int j = i + 1; j < d; j++) {
        sums[i * d + j] /= square;
        sums[j * d + i] = sums[i * d + j];
      }
    }
    return sums;
  }
}
