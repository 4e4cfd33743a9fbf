package io.github.mist4j.network;

import static io.github.mist4j.network.ScoreTable.LIFTS;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What the network sees of a copula (docs/network.md), channel by channel.
 *
 * @param n the number of rows
 * @param dx the number of columns of X
 * @param dy the number of columns of Y
 * @param classical what classical estimators say, on which the head may lean: G, the
 *     Gaussian-copula information, the means of the neighbour terms for k = 4 and 12, the sum of
 *     those of the strongest pairs for k = 4, and what the counts of {@link ValueCounts} say, where
 *     they say something, else the first of the neighbours', nats
 * @param pair (68, dx·dy)
 * @param nodesX (134, dx)
 * @param nodesY (134, dy)
 * @param rows (19, queries)
 * @param tokens (4, min(dx, dy))
 * @param global (37)
 */
record CopulaFeatures(
    int n,
    int dx,
    int dy,
    double[] classical,
    float[][] pair,
    float[][] nodesX,
    float[][] nodesY,
    float[][] rows,
    float[][] tokens,
    float[] global) {
  private static final int PRODUCTS = LIFTS * LIFTS;
  static final int PAIR = PRODUCTS + 2 + StrongestPairs.ORDERS.length;
  static final int NODE = 2 * PRODUCTS + Neighbours.EXPLAINED;
  static final int ROW = 6 + 3 * Neighbours.ORDERS.length + 4;
  static final int TOKEN = 4;
  private static final int OUTCOMES = 23 + 2 * StrongestPairs.ORDERS.length;
  static final int GLOBAL = OUTCOMES + 10;
  private static final int[] OF_X = {20, OUTCOMES + 6, OUTCOMES + 8}; // those of Y lie behind them

  /** What says most about the information: the first of the global channels but for one. */
  static final int INFORMATIONS = 17;

  /** How many classical estimates the head may lean on. */
  static final int CLASSICAL = 5;

  private static final int UNBIASED = 16; // whether G is free of bias, which follows from the shape

  /** The features with the given rows as queries. */
  static CopulaFeatures of(RankedSample copula, int[] queries) {
    int n = copula.n();
    int dx = copula.dx();
    int dy = copula.dy();
    float[][] moments = Moments.ofLifts(copula);
    GaussianPart gaussian = GaussianPart.of(Moments.correlation(copula), n, dx);
    Neighbours neighbours = Neighbours.of(copula, queries);
    ValueCounts outcomes = ValueCounts.of(copula);
    float[][] rows = RowFeatures.of(copula, gaussian, neighbours, outcomes, queries);
    float[][] explained = neighbours.explained();
    StrongestPairs strongest =
        copula.d() == 2
            ? StrongestPairs.only(
                RowFeatures.meanNeighbourTerm(rows, 1), RowFeatures.meanNeighbourTerm(rows, 2))
            : StrongestPairs.of(moments, copula, queries);
    return new CopulaFeatures(
        n,
        dx,
        dy,
        classical(gaussian, rows, strongest, outcomes),
        pairs(moments, gaussian.partial(), strongest, dx, dy),
        nodes(moments, explained, 0, dx),
        nodes(moments, explained, dx, dx + dy),
        rows,
        tokens(gaussian.canonical()),
        global(gaussian, rows, strongest, outcomes, n, dx, dy));
  }

  /** The features with all rows as queries. */
  static CopulaFeatures of(RankedSample copula) {
    return of(copula, IntStream.range(0, copula.n()).toArray());
  }

  /** {@code limit} rows drawn without return, all rows in order where there are no more. */
  static int[] queries(int n, int limit, RandomGenerator rng) {
    int[] rows = IntStream.range(0, n).toArray();
    if (n <= limit) {
      return rows;
    }
    for (int r = 0; r < limit; r++) {
      int other = r + rng.nextInt(n - r);
      int row = rows[r];
      rows[r] = rows[other];
      rows[other] = row;
    }
    return java.util.Arrays.copyOf(rows, limit);
  }

  /** Whether {@code gaussian} is the estimate of the Gaussian copula, free of bias. */
  boolean unbiased() {
    return global[UNBIASED] > 0;
  }

  /** The estimate of the Gaussian copula, nats. */
  double gaussian() {
    return classical[0];
  }

  /** The estimate of Kraskov et al. (2004) from the fourth neighbours of the queries, nats. */
  double neighbours() {
    return classical[1];
  }

  /**
   * Estimates of the information and the largest canonical correlation, ({@value #INFORMATIONS}).
   */
  double[] informations() {
    var values = new double[INFORMATIONS];
    for (int i = 0; i < INFORMATIONS; i++) {
      values[i] = global[i < UNBIASED ? i : i + 1];
    }
    return values;
  }

  /** The same copula with X and Y exchanged. */
  CopulaFeatures swapped() {
    float[] exchanged = global.clone();
    for (int c : OF_X) {
      exchanged[c] = global[c + 1];
      exchanged[c + 1] = global[c];
    }
    return new CopulaFeatures(
        n,
        dy,
        dx,
        classical,
        transposed(),
        nodesY,
        nodesX,
        RowFeatures.swapped(rows),
        tokens,
        exchanged);
  }

  private float[][] transposed() {
    var transposed = new float[PAIR][dx * dy];
    for (int channel = 0; channel < PAIR; channel++) {
      int source =
          channel >= PRODUCTS ? channel : (channel % LIFTS) * LIFTS + channel / LIFTS; // (b, a)
      for (int i = 0; i < dx; i++) {
        for (int j = 0; j < dy; j++) {
          transposed[channel][j * dx + i] = pair[source][i * dy + j];
        }
      }
    }
    return transposed;
  }

  private static float[][] pairs(
      float[][] moments, double[] partial, StrongestPairs strongest, int dx, int dy) {
    int d = dx + dy;
    var pairs = new float[PAIR][dx * dy];
    for (int i = 0; i < dx; i++) {
      for (int j = 0; j < dy; j++) {
        int pair = i * dy + j;
        for (int a = 0; a < LIFTS; a++) {
          for (int b = 0; b < LIFTS; b++) {
            pairs[a * LIFTS + b][pair] = moments[i * LIFTS + a][(dx + j) * LIFTS + b];
          }
        }
        pairs[PRODUCTS][pair] = (float) partial[i * d + dx + j];
      }
    }
    for (int p = 0; p < strongest.pairs().length; p++) {
      int pair = strongest.pairs()[p];
      pairs[PRODUCTS + 1][pair] = 1;
      for (int k = 0; k < StrongestPairs.ORDERS.length; k++) {
        pairs[PRODUCTS + 2 + k][pair] = (float) strongest.terms()[k][p];
      }
    }
    return pairs;
  }

  private static float[][] nodes(float[][] moments, float[][] explained, int from, int to) {
    var nodes = new float[NODE][to - from];
    for (int channel = 0; channel < explained.length; channel++) {
      System.arraycopy(explained[channel], from, nodes[2 * PRODUCTS + channel], 0, to - from);
    }
    for (int i = from; i < to; i++) {
      for (int j = from; j < to; j++) {
        if (i == j) {
          continue;
        }
        for (int a = 0; a < LIFTS; a++) {
          for (int b = 0; b < LIFTS; b++) {
            float moment = moments[i * LIFTS + a][j * LIFTS + b];
            float square = moment * moment;
            int channel = a * LIFTS + b;
            nodes[channel][i - from] += square / (to - from - 1);
            nodes[PRODUCTS + channel][i - from] =
                Math.max(nodes[PRODUCTS + channel][i - from], square);
          }
        }
      }
    }
    return nodes;
  }

  private static float[][] tokens(double[][] canonical) {
    var tokens = new float[TOKEN][canonical[0].length];
    for (int s = 0; s < canonical.length; s++) {
      for (int t = 0; t < canonical[s].length; t++) {
        double rho = canonical[s][t];
        tokens[2 * s][t] = (float) rho;
        tokens[2 * s + 1][t] = (float) (-0.5 * Math.log(1 - rho * rho));
      }
    }
    return tokens;
  }

  private static double[] classical(
      GaussianPart gaussian, float[][] rows, StrongestPairs strongest, ValueCounts outcomes) {
    double neighbours = RowFeatures.meanNeighbourTerm(rows, 1);
    return new double[] {
      gaussian.information(),
      neighbours,
      RowFeatures.meanNeighbourTerm(rows, 2),
      strongest.sum(0),
      outcomes.repeated() ? outcomes.information() : neighbours
    };
  }

  private static float[] global(
      GaussianPart gaussian,
      float[][] rows,
      StrongestPairs strongest,
      ValueCounts outcomes,
      int n,
      int dx,
      int dy) {
    var global = new float[GLOBAL];
    int at = 0;
    double scale = Math.sqrt((double) dx * dy);
    for (double value : informations(gaussian, rows)) {
      global[at++] = (float) signedLog(value);
      global[at++] = (float) (value / scale);
    }
    global[at++] = gaussian.unbiased() ? 1 : 0;
    global[at++] = (float) gaussian.canonical()[1][0];
    global[at++] = (float) (Math.log(n) - 5);
    global[at++] = (float) (1 / Math.sqrt(n));
    global[at++] = (float) Math.log(dx);
    global[at++] = (float) Math.log(dy);
    global[at++] = (float) ((dx + dy) / (double) (n + dx + dy));
    for (int k = 0; k < StrongestPairs.ORDERS.length; k++) {
      double sum = strongest.sum(k);
      global[at++] = (float) signedLog(sum);
      global[at++] = (float) (sum / scale);
    }
    boolean repeated = outcomes.repeated();
    double[] counted =
        repeated ? new double[] {outcomes.information(), outcomes.plugIn()} : new double[2];
    for (double value : counted) {
      global[at++] = (float) signedLog(value);
      global[at++] = (float) (value / scale);
    }
    global[at++] = repeated ? 1 : 0;
    global[at++] = (float) ValueCounts.repeatedShare(outcomes.both());
    global[at++] = (float) ValueCounts.repeatedShare(outcomes.x());
    global[at++] = (float) ValueCounts.repeatedShare(outcomes.y());
    global[at++] = (float) ValueCounts.meanLog(outcomes.x());
    global[at++] = (float) ValueCounts.meanLog(outcomes.y());
    return global;
  }

  private static double[] informations(GaussianPart gaussian, float[][] rows) {
    double[] shrunk = gaussian.shrunk();
    double[] values = java.util.Arrays.copyOf(shrunk, shrunk.length + 1 + Neighbours.ORDERS.length);
    values[shrunk.length] = gaussian.information();
    for (int k = 0; k < Neighbours.ORDERS.length; k++) {
      values[shrunk.length + 1 + k] = RowFeatures.meanNeighbourTerm(rows, k);
    }
    return values;
  }

  static double signedLog(double value) {
    return Math.signum(value) * Math.log1p(Math.abs(value));
  }
}
