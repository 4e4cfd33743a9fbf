package io.github.mist4j.network;

import static io.github.mist4j.network.ScoreTable.LIFTS;

import java.util.Arrays;

/**
 * Products of two columns of one side as predictors of a column of the other: T_ijk, the mean over
 * the rows of the scores of i, j and k, squared an estimate of the share of k that the product
 * explains where i and j are independent.
 *
 * @param pairs of i in X and k in Y: the sum of T² over the other columns j of X and the largest
 *     |T| among them, then both over the other columns of Y, with i, (4, dx·dy)
 * @param explained of every column, X first: log(1 + the sum of T² over all pairs of the other
 *     side), (d)
 */
record Interactions(float[][] pairs, float[] explained) {
  static final int OF_PAIR = 4;
  private static final int ROWS_AT_ONCE = 64; // stay in the fastest cache

  /** What the products of one side say, (side, other) twice and (other). */
  private record Side(float[][] sums, float[][] largest, float[] explained) {}

  static Interactions of(Copula copula) {
    int dx = copula.dx();
    int dy = copula.dy();
    float[][] scores = scores(copula);
    float[][] x = Arrays.copyOfRange(scores, 0, dx);
    float[][] y = Arrays.copyOfRange(scores, dx, dx + dy);
    Side byX = of(x, y);
    Side byY = of(y, x);
    var pairs = new float[OF_PAIR][dx * dy];
    for (int i = 0; i < dx; i++) {
      for (int k = 0; k < dy; k++) {
        pairs[0][i * dy + k] = byX.sums[i][k];
        pairs[1][i * dy + k] = byX.largest[i][k];
        pairs[2][i * dy + k] = byY.sums[k][i];
        pairs[3][i * dy + k] = byY.largest[k][i];
      }
    }
    var explained = new float[dx + dy];
    System.arraycopy(byY.explained, 0, explained, 0, dx);
    System.arraycopy(byX.explained, 0, explained, dx, dy);
    return new Interactions(pairs, explained);
  }

  /** The first lift of every column, (d, n). */
  private static float[][] scores(Copula copula) {
    float[] lifts = copula.table().lifts();
    var scores = new float[copula.d()][copula.n()];
    for (int c = 0; c < scores.length; c++) {
      int[] ranks = copula.ranks()[c];
      for (int r = 0; r < ranks.length; r++) {
        scores[c][r] = lifts[ranks[r] * LIFTS];
      }
    }
    return scores;
  }

  /** With two columns of {@code side} as predictors of each column of {@code other}. */
  private static Side of(float[][] side, float[][] other) {
    float[][][] means = means(side, other);
    int width = side.length;
    var sums = new float[width][other.length];
    var largest = new float[width][other.length];
    var explained = new float[other.length];
    for (int k = 0; k < other.length; k++) {
      double all = 0;
      for (int i = 0; i < width; i++) {
        for (int j = i + 1; j < width; j++) {
          float mean = means[k][i][j];
          all += mean * mean;
          for (int column : new int[] {i, j}) {
            sums[column][k] += mean * mean;
            largest[column][k] = Math.max(largest[column][k], Math.abs(mean));
          }
        }
      }
      explained[k] = (float) Math.log1p(all);
    }
    return new Side(sums, largest, explained);
  }

  /** T_ijk at [k][i][j] for i &lt; j, (other, side, side). */
  private static float[][][] means(float[][] side, float[][] other) {
    int n = side[0].length;
    int width = side.length;
    var means = new float[other.length][width][width];
    var products = new float[width * ROWS_AT_ONCE];
    for (int from = 0; from < n; from += ROWS_AT_ONCE) {
      var rows = new float[Math.min(ROWS_AT_ONCE, n - from)][width];
      for (int r = 0; r < rows.length; r++) {
        for (int j = 0; j < width; j++) {
          rows[r][j] = side[j][from + r] / n;
        }
      }
      for (int k = 0; k < other.length; k++) {
        for (int i = 0; i < width; i++) {
          for (int r = 0; r < rows.length; r++) {
            products[i * ROWS_AT_ONCE + r] = side[i][from + r] * other[k][from + r];
          }
        }
        Products.addUpperProduct(means[k], rows, products, ROWS_AT_ONCE);
      }
    }
    return means;
  }
}
