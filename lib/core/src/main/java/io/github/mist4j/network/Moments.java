package io.github.mist4j.network;

import static io.github.mist4j.network.ScoreTable.LIFTS;

/** Means over the rows of products of two columns. */
final class Moments {
  private Moments() {}

  /** The moments of the lifts, M[(i, a), (j, b)] = mean ℓ_a(z_i) ℓ_b(z_j), (5d × 5d) row by row. */
  static float[] ofLifts(Copula copula) {
    int n = copula.n();
    int width = LIFTS * copula.d();
    var rows = new float[n * width];
    float[] lifts = copula.table().lifts();
    for (int c = 0; c < copula.d(); c++) {
      int[] ranks = copula.ranks()[c];
      for (int r = 0; r < n; r++) {
        System.arraycopy(lifts, ranks[r] * LIFTS, rows, r * width + c * LIFTS, LIFTS);
      }
    }
    var moments = new float[width * width];
    int r = 0;
    for (; r + 4 <= n; r += 4) {
      addFourProducts(moments, rows, r * width, width);
    }
    for (; r < n; r++) {
      addProduct(moments, rows, r * width, width);
    }
    for (int i = 0; i < width; i++) {
      for (int j = i; j < width; j++) {
        moments[i * width + j] /= n;
        moments[j * width + i] = moments[i * width + j];
      }
    }
    return moments;
  }

  private static void addFourProducts(float[] moments, float[] rows, int at, int width) {
    int at1 = at + width;
    int at2 = at1 + width;
    int at3 = at2 + width;
    for (int i = 0; i < width; i++) {
      float w0 = rows[at + i];
      float w1 = rows[at1 + i];
      float w2 = rows[at2 + i];
      float w3 = rows[at3 + i];
      int target = i * width;
      for (int j = i; j < width; j++) {
        moments[target + j] +=
            w0 * rows[at + j] + w1 * rows[at1 + j] + w2 * rows[at2 + j] + w3 * rows[at3 + j];
      }
    }
  }

  private static void addProduct(float[] moments, float[] rows, int at, int width) {
    for (int i = 0; i < width; i++) {
      float w = rows[at + i];
      int target = i * width;
      for (int j = i; j < width; j++) {
        moments[target + j] += w * rows[at + j];
      }
    }
  }

  /** The correlation of the normal scores, with an exact unit diagonal, (d × d) row by row. */
  static double[] correlation(Copula copula) {
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
