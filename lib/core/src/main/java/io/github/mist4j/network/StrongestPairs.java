package io.github.mist4j.network;

import static io.github.mist4j.network.ScoreTable.LIFTS;

import java.util.Arrays;

/**
 * Up to {@value #MOST} pairs of a column of X and a column of Y whose moments are largest, no
 * column twice, and what the neighbours of rows in each pair alone say of its information.
 *
 * <p>Dependence of few columns drowns in distances over many; in its own pair it shows.
 *
 * @param pairs i·dy + j, the strongest first
 * @param terms for each k of {@link #ORDERS} and each pair the mean neighbour term, nats, (2,
 *     pairs)
 */
record StrongestPairs(int[] pairs, double[][] terms) {
  static final int MOST = 4;

  /** The neighbours that set the radius. */
  static final int[] ORDERS = {4, 12};

  /** The only pair there is, with its neighbour terms for the two orders. */
  static StrongestPairs only(double first, double second) {
    return new StrongestPairs(new int[] {0}, new double[][] {{first}, {second}});
  }

  static StrongestPairs of(float[][] moments, RankedSample copula, int[] queries) {
    int[] pairs = strongest(moments, copula.dx(), copula.dy());
    var terms = new double[ORDERS.length][pairs.length];
    for (int p = 0; p < pairs.length; p++) {
      int[] x = copula.ranks()[pairs[p] / copula.dy()];
      int[] y = copula.ranks()[copula.dx() + pairs[p] % copula.dy()];
      double[] means = terms(x, y, copula.table(), queries);
      for (int k = 0; k < ORDERS.length; k++) {
        terms[k][p] = means[k];
      }
    }
    return new StrongestPairs(pairs, terms);
  }

  /** The terms of all pairs together: the information if nothing else depends. */
  double sum(int k) {
    return Arrays.stream(terms[k]).sum();
  }

  /** The largest sum of fourth powers of moments among the columns left, again and again. */
  private static int[] strongest(float[][] moments, int dx, int dy) {
    var strengths = new double[dx * dy];
    for (int pair = 0; pair < strengths.length; pair++) {
      strengths[pair] = strength(moments, pair / dy, dx + pair % dy);
    }
    var pairs = new int[Math.min(MOST, Math.min(dx, dy))];
    for (int p = 0; p < pairs.length; p++) {
      int best = 0;
      for (int pair = 1; pair < strengths.length; pair++) {
        best = strengths[pair] > strengths[best] ? pair : best;
      }
      pairs[p] = best;
      for (int pair = 0; pair < strengths.length; pair++) {
        if (pair / dy == best / dy || pair % dy == best % dy) {
          strengths[pair] = -1;
        }
      }
    }
    return pairs;
  }

  /** Summed so that it is the same to the last bit when X and Y are exchanged. */
  private static double strength(float[][] moments, int i, int j) {
    double sum = 0;
    for (int a = 0; a < LIFTS; a++) {
      sum += fourth(moments[i * LIFTS + a][j * LIFTS + a]);
      for (int b = 0; b < a; b++) {
        sum +=
            fourth(moments[i * LIFTS + a][j * LIFTS + b])
                + fourth(moments[i * LIFTS + b][j * LIFTS + a]);
      }
    }
    return sum;
  }

  private static double fourth(double moment) {
    return moment * moment * moment * moment;
  }

  /** ψ(k) + ψ(n) − mean over the queries of ψ(n_x) + ψ(n_y), for each k. */
  private static double[] terms(int[] x, int[] y, ScoreTable table, int[] queries) {
    int n = x.length;
    double[] psi = table.psi();
    var pair = new RankedPair(x, y, table.grid());
    var sums = new double[ORDERS.length];
    var nearest = new int[Math.min(ORDERS[ORDERS.length - 1], n - 1)];
    for (int row : queries) {
      pair.nearest(row, nearest);
      for (int k = 0; k < sums.length; k++) {
        int radius = NearestRows.radius(nearest, ORDERS[k]);
        sums[k] += psi[pair.withinX(row, radius)] + psi[pair.withinY(row, radius)];
      }
    }
    for (int k = 0; k < sums.length; k++) {
      sums[k] = psi[Math.min(ORDERS[k], n - 1)] + psi[n] - sums[k] / queries.length;
    }
    return sums;
  }
}
