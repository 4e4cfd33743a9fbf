package io.github.mist4j.deep;

/**
 * A critic of two ranks in [0, 1]: values at the nodes of a grid, bilinear between them.
 *
 * @param values the nodes by u and then v, (side · side) from a place on
 * @param at that place
 * @param side nodes along each rank, at 0, 1/(side − 1), …, 1
 */
record CriticTable(float[] values, int at, int side) {
  /**
   * Places in a cell along each side, by Gauss and Legendre, and their weights: exp T is integrated
   * to 0.02% where T rises by 3 nats within a cell, two places would lose 1.4%.
   */
  private static final double[] PLACES = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};

  private static final double[] WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};

  /** Hears the share of a node in the value at a point. */
  @FunctionalInterface
  private interface Nodes {
    void node(int place, double share);
  }

  private void around(int i, int j, double f, double g, Nodes nodes) {
    int corner = at + i * side + j;
    nodes.node(corner, (1 - f) * (1 - g));
    nodes.node(corner + 1, (1 - f) * g);
    nodes.node(corner + side, f * (1 - g));
    nodes.node(corner + side + 1, f * g);
  }

  private int cell(double u) {
    return Math.min((int) (u * (side - 1)), side - 2);
  }

  private double value(int i, int j, double f, double g) {
    int corner = at + i * side + j;
    double low = (1 - g) * values[corner] + g * values[corner + 1];
    double high = (1 - g) * values[corner + side] + g * values[corner + side + 1];
    return (1 - f) * low + f * high;
  }

  /** T(u, v). */
  double score(double u, double v) {
    int i = cell(u);
    int j = cell(v);
    return value(i, j, u * (side - 1) - i, v * (side - 1) - j);
  }

  /** Adds a factor times the slopes of T(u, v) by the nodes, which lie as the values do. */
  void addScoreSlopes(double u, double v, double factor, float[] slopes) {
    int i = cell(u);
    int j = cell(v);
    around(
        i,
        j,
        u * (side - 1) - i,
        v * (side - 1) - j,
        (place, share) -> slopes[place] += (float) (factor * share));
  }

  /**
   * log ∫∫ exp T(u, v) du dv: the ranks of independent columns are uniform in the square.
   *
   * @param factor times which the slopes by the nodes are added; 0 for none
   */
  double logMeanExp(double factor, float[] slopes) {
    double most = Double.NEGATIVE_INFINITY;
    for (int k = at; k < at + side * side; k++) {
      most = Math.max(most, values[k]);
    }
    double sum = sum(most, 0, slopes);
    if (factor != 0) {
      sum(most, factor / sum, slopes);
    }
    return most + Math.log(sum / ((side - 1.0) * (side - 1)));
  }

  private double sum(double most, double factor, float[] slopes) {
    double sum = 0;
    for (int i = 0; i < side - 1; i++) {
      for (int j = 0; j < side - 1; j++) {
        sum += cell(i, j, most, factor, slopes);
      }
    }
    return sum;
  }

  private double cell(int i, int j, double most, double factor, float[] slopes) {
    double sum = 0;
    for (int a = 0; a < PLACES.length; a++) {
      for (int b = 0; b < PLACES.length; b++) {
        double f = PLACES[a];
        double g = PLACES[b];
        double part = WEIGHTS[a] * WEIGHTS[b] * Math.exp(value(i, j, f, g) - most);
        sum += part;
        if (factor != 0) {
          around(i, j, f, g, (k, share) -> slopes[k] += (float) (factor * part * share));
        }
      }
    }
    return sum;
  }
}
