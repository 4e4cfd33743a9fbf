package io.github.mist4j.network;

import io.github.mist4j.sample.Ranks;

/**
 * Normal scores that move with the values: the share of rows below a value, with every row blurred
 * by a kernel, in the place of its rank.
 *
 * <p>With t the score of each row, a fixed smooth function T of its value, u_r = Σ_j K((t_r −
 * t_j)/h)/n and dz_r = du_r/φ(t_r): a row that rises passes others, which fall. What moves a column
 * as a whole, such as another unit, moves no score.
 *
 * @param scores of the rows by rank
 * @param width h, the reach of the kernel ¾(1 − t²)
 */
record SmoothRanks(double[] scores, double width) {
  private static final double WIDTH = 2; // of a score at one row; n^(−1/5) of it at n
  private static final int FEWEST_APART = 2; // ranks on either side that tell a slope of T

  static SmoothRanks of(ScoreTable table) {
    int n = table.scores().length;
    return new SmoothRanks(table.scores(), WIDTH * Math.pow(n, -0.2));
  }

  /**
   * Slopes by the values of a column from those by its scores.
   *
   * @param values of the column, (n)
   * @param ranks of the values, (n)
   * @param slopes by the score of each row, (n)
   */
  double[] slopes(double[] values, int[] ranks, double[] slopes) {
    int n = values.length;
    int[] rows = Ranks.inverse(ranks);
    var byRank = new double[n];
    for (int k = 0; k < n; k++) {
      byRank[k] = slopes[rows[k]] / ScoreTable.density(scores[k]);
    }
    var ofScores = new double[n];
    double scale = 1 / width;
    int first = 0;
    for (int k = 0; k < n; k++) {
      while (scores[k] - scores[first] >= width) {
        first++;
      }
      double sum = 0;
      for (int j = first; j < k; j++) {
        double t = (scores[k] - scores[j]) * scale;
        double flow = (0.75 - 0.75 * t * t) * (byRank[k] - byRank[j]); // the kernel, within reach
        sum += flow;
        ofScores[j] -= flow;
      }
      ofScores[k] += sum;
    }
    var ofValues = new double[n];
    for (int k = 0; k < n; k++) {
      ofValues[rows[k]] = ofScores[k] / (n * width) * steepness(values, rows, k);
    }
    return ofValues;
  }

  static double kernel(double t) {
    return Math.abs(t) < 1 ? 0.75 * (1 - t * t) : 0;
  }

  /** The slope of T at the value of a rank: between values that stand some ranks apart. */
  double steepness(double[] values, int[] rows, int rank) {
    int n = rows.length;
    int apart = Math.max(FEWEST_APART, (int) Math.sqrt(n) / 2);
    int low = rank;
    int high = rank;
    double span = 0;
    while (span <= 0 && (low > 0 || high < n - 1)) {
      low = Math.max(0, low - apart);
      high = Math.min(n - 1, high + apart);
      span = values[rows[high]] - values[rows[low]];
    }
    return (scores[high] - scores[low]) / span;
  }
}
