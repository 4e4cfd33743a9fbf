package io.github.mist4j.network;

import static io.github.mist4j.network.ScoreTable.LIFTS;

import java.util.Arrays;

/**
 * Slopes by the normal scores from those by the features. Moments of lifts, informations of the
 * Gaussian copula, canonical correlations and neighbour counts ({@link NeighbourSlopes}) carry
 * them. What else there is stays as it is: partial correlations, lengths of rows, what neighbours
 * explain, counts of equal values, and which pairs are the strongest.
 */
final class ScoreSlopes {
  private static final int MOST_COUNTED = 5; // equal rows, above which a count takes a term's place

  private final RankedSample sample;
  private final int[] queries;
  private final CopulaFeatures features;
  private final CopulaFeatures slopes;
  private final int d;
  private final int dx;
  private final double[][] z;
  private final double[][] ofScores; // (d, n)

  private ScoreSlopes(
      RankedSample sample, int[] queries, CopulaFeatures features, CopulaFeatures slopes) {
    this.sample = sample;
    this.queries = queries;
    this.features = features;
    this.slopes = slopes;
    d = sample.d();
    dx = sample.dx();
    z = scores(sample);
    ofScores = new double[d][sample.n()];
  }

  /**
   * Slopes by the scores, (d, n).
   *
   * @param features of the sample with these queries
   * @param slopes by the features
   */
  static double[][] of(
      RankedSample sample, int[] queries, CopulaFeatures features, CopulaFeatures slopes) {
    var chain = new ScoreSlopes(sample, queries, features, slopes);
    chain.addMoments();
    chain.addGaussian();
    chain.addNeighbours();
    return chain.ofScores;
  }

  static double[][] scores(RankedSample sample) {
    var z = new double[sample.d()][sample.n()];
    for (int c = 0; c < z.length; c++) {
      for (int r = 0; r < z[c].length; r++) {
        z[c][r] = sample.table().scores()[sample.ranks()[c][r]];
      }
    }
    return z;
  }

  private void addMoments() {
    int n = sample.n();
    int width = LIFTS * d;
    var lifts = new float[width][n];
    var steep = new float[width][n];
    float[] table = sample.table().lifts();
    float[] steepness = sample.table().liftSlopes();
    for (int c = 0; c < d; c++) {
      int[] ranks = sample.ranks()[c];
      for (int r = 0; r < n; r++) {
        for (int a = 0; a < LIFTS; a++) {
          lifts[c * LIFTS + a][r] = table[ranks[r] * LIFTS + a];
          steep[c * LIFTS + a][r] = steepness[ranks[r] * LIFTS + a];
        }
      }
    }
    var ofLifts = new float[width][n];
    ChannelProducts.addProduct(ofLifts, lifts, ofMoments(lifts), 0, 1, width, n);
    for (int c = 0; c < d; c++) {
      for (int a = 0; a < LIFTS; a++) {
        float[] slope = ofLifts[c * LIFTS + a];
        float[] up = steep[c * LIFTS + a];
        for (int r = 0; r < n; r++) {
          ofScores[c][r] += (double) slope[r] * up[r] / n;
        }
      }
    }
  }

  /** Slopes by the moments of lifts, those of both orders of a pair added, (8d × 8d). */
  private float[] ofMoments(float[][] lifts) {
    int dy = d - dx;
    int width = LIFTS * d;
    var slope = new float[width * width];
    for (int i = 0; i < dx; i++) {
      for (int j = 0; j < dy; j++) {
        for (int a = 0; a < LIFTS; a++) {
          for (int b = 0; b < LIFTS; b++) {
            float s = slopes.pair()[a * LIFTS + b][i * dy + j];
            int first = i * LIFTS + a;
            int second = (dx + j) * LIFTS + b;
            slope[first * width + second] += s;
            slope[second * width + first] += s;
          }
        }
      }
    }
    addNodes(slope, lifts, 0, dx, slopes.nodesX());
    addNodes(slope, lifts, dx, d, slopes.nodesY());
    return slope;
  }

  private void addNodes(float[] slope, float[][] lifts, int from, int to, float[][] ofNodes) {
    int count = to - from;
    if (count < 2) {
      return;
    }
    int n = sample.n();
    int width = LIFTS * d;
    var moments = new float[LIFTS * count * LIFTS * count];
    float[][] side = Arrays.copyOfRange(lifts, from * LIFTS, to * LIFTS);
    ChannelProducts.addOuter(moments, 0, side, side, n);
    int means = NodeFeature.MEAN_SQUARES.channel(0);
    int largest = NodeFeature.LARGEST_SQUARES.channel(0);
    for (int i = 0; i < count; i++) {
      for (int a = 0; a < LIFTS; a++) {
        for (int b = 0; b < LIFTS; b++) {
          int channel = a * LIFTS + b;
          int most = -1;
          for (int j = 0; j < count; j++) {
            if (j != i) {
              int at = (i * LIFTS + a) * LIFTS * count + j * LIFTS + b;
              float moment = moments[at] / n;
              add(
                  slope,
                  width,
                  from + i,
                  a,
                  from + j,
                  b,
                  2 * moment * ofNodes[means + channel][i] / (count - 1));
              int best = most < 0 ? at : (i * LIFTS + a) * LIFTS * count + most * LIFTS + b;
              most = most < 0 || Math.abs(moments[at]) > Math.abs(moments[best]) ? j : most;
            }
          }
          float moment = moments[(i * LIFTS + a) * LIFTS * count + most * LIFTS + b] / n;
          add(
              slope,
              width,
              from + i,
              a,
              from + most,
              b,
              2 * moment * ofNodes[largest + channel][i]);
        }
      }
    }
  }

  private static void add(float[] slope, int width, int i, int a, int j, int b, float by) {
    slope[(i * LIFTS + a) * width + j * LIFTS + b] += by;
    slope[(j * LIFTS + b) * width + i * LIFTS + a] += by;
  }

  private void addGaussian() {
    double[] correlation = Moments.correlation(sample);
    GaussianPart part = GaussianPart.of(correlation, sample.n(), dx);
    var gaussian = new GaussianSlopes(correlation, dx);
    GlobalFeature[] shrunk = {
      GlobalFeature.SHRUNK_02_LOG,
      GlobalFeature.SHRUNK_05_LOG,
      GlobalFeature.SHRUNK_20_LOG,
      GlobalFeature.SHRUNK_50_LOG
    };
    for (int s = 0; s < shrunk.length; s++) {
      gaussian.addShrunk(GaussianPart.SHRINKAGES[s], ofInformation(shrunk[s], part.shrunk()[s]));
    }
    gaussian.addInformation(
        part.unbiased(),
        ofInformation(GlobalFeature.GAUSSIAN_LOG, part.information())
            + ClassicalEstimate.GAUSSIAN.in(slopes.classical()));
    for (int which = 0; which < part.canonical().length; which++) {
      double[] rho = part.canonical()[which];
      var ofRho = new double[rho.length];
      for (int t = 0; t < rho.length; t++) {
        ofRho[t] =
            slopes.tokens()[2 * which][t]
                + slopes.tokens()[2 * which + 1][t] * rho[t] / (1 - rho[t] * rho[t]);
      }
      ofRho[0] += which == 1 ? slopes.global()[GlobalFeature.LARGEST_CORRELATION.channel()] : 0;
      gaussian.addCanonical(which, ofRho);
    }
    addCorrelation(gaussian.slopes());
  }

  /** The slope by an information of which the logarithm is a feature, and next the scaled one. */
  private double ofInformation(GlobalFeature log, double information) {
    float[] global = slopes.global();
    return global[log.channel()] / (1 + Math.abs(information))
        + global[log.channel() + 1] / Math.sqrt((double) dx * (d - dx));
  }

  private void addCorrelation(double[] ofCorrelation) {
    double square = 0;
    for (double score : sample.table().scores()) {
      square += score * score;
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double weight = i == j ? 0 : (ofCorrelation[i * d + j] + ofCorrelation[j * d + i]) / square;
        for (int r = 0; weight != 0 && r < z[i].length; r++) {
          ofScores[i][r] += weight * z[j][r];
        }
      }
    }
  }

  private void addNeighbours() {
    ValueCounts counts = ValueCounts.of(sample);
    double[] ofMean = ofMeanTerms(counts.repeated());
    double ofMixed =
        ClassicalEstimate.MIXED.in(slopes.classical())
            + ofInformation(GlobalFeature.MIXED_LOG, features.classical(ClassicalEstimate.MIXED));
    int[] orders = Neighbours.ORDERS;
    var chain = new NeighbourSlopes(z, dx, NearestRows.MOST, ofScores);
    var ofCounts = new double[orders.length][2];
    for (int q = 0; q < queries.length; q++) {
      boolean counted = counts.plain()[2][queries[q]] > MOST_COUNTED;
      for (int k = 0; k < orders.length; k++) {
        int channel = RowFeature.TERM_1.channel() + 3 * k;
        double mixed = k == 1 && !counted ? ofMixed : 0;
        double ofTerm = slopes.rows()[channel][q] + (ofMean[k] + mixed) / queries.length;
        for (int side = 0; side < 2; side++) {
          int share = channel + 1 + side; // log((1 + within) / n)
          double within = Math.rint(sample.n() * Math.exp(features.rows()[share][q])) - 1;
          ofCounts[k][side] =
              -ofTerm * slopeOfPsi((int) within) + slopes.rows()[share][q] / (1 + within);
        }
      }
      chain.add(queries[q], orders, ofCounts);
    }
    if (d > 2) {
      addStrongest();
    }
  }

  /** Slopes by the mean terms of each order. */
  private double[] ofMeanTerms(boolean counted) {
    double[] classical = slopes.classical();
    double four =
        ClassicalEstimate.NEIGHBOURS_4.in(classical)
            + (counted ? 0 : ClassicalEstimate.COUNTED.in(classical));
    double twelve = ClassicalEstimate.NEIGHBOURS_12.in(classical);
    if (d == 2) { // the only pair is the strongest
      four += ofStrongest(0, 0);
      twelve += ofStrongest(1, 0);
    }
    float[][] rows = features.rows();
    return new double[] {
      ofInformation(GlobalFeature.NEIGHBOURS_1_LOG, RowFeature.TERM_1.mean(rows)),
      four + ofInformation(GlobalFeature.NEIGHBOURS_4_LOG, RowFeature.TERM_4.mean(rows)),
      twelve + ofInformation(GlobalFeature.NEIGHBOURS_12_LOG, RowFeature.TERM_12.mean(rows))
    };
  }

  /** The slope by the mean term, of order 4 or 12, of a strongest pair. */
  private double ofStrongest(int order, int pair) {
    PairFeature term = order == 0 ? PairFeature.STRONGEST_TERM_4 : PairFeature.STRONGEST_TERM_12;
    GlobalFeature sum = order == 0 ? GlobalFeature.STRONGEST_4_LOG : GlobalFeature.STRONGEST_12_LOG;
    double total = 0;
    for (float t : features.pair()[term.channel()]) {
      total += t;
    }
    return slopes.pair()[term.channel()][pair]
        + ofInformation(sum, total)
        + (order == 0 ? ClassicalEstimate.STRONGEST_4.in(slopes.classical()) : 0);
  }

  private void addStrongest() {
    int dy = d - dx;
    float[] strongest = features.pair()[PairFeature.STRONGEST.channel()];
    int[] orders = StrongestPairs.ORDERS;
    var ofCounts = new double[orders.length][2];
    for (int pair = 0; pair < strongest.length; pair++) {
      if (strongest[pair] == 0) {
        continue;
      }
      int x = pair / dy;
      int y = dx + pair % dy;
      double[][] columns = {z[x], z[y]};
      double[][] into = {ofScores[x], ofScores[y]};
      var chain = new NeighbourSlopes(columns, 1, NearestRows.MOST, into);
      var ranked = new RankedPair(sample.ranks()[x], sample.ranks()[y], sample.table().grid());
      var nearest = new int[Math.min(NearestRows.MOST, sample.n() - 1)];
      var ofTerms = new double[orders.length];
      for (int k = 0; k < orders.length; k++) {
        ofTerms[k] = ofStrongest(k, pair) / queries.length;
      }
      for (int row : queries) {
        ranked.nearest(row, nearest);
        for (int k = 0; k < orders.length; k++) {
          int radius = NearestRows.radius(nearest, orders[k]);
          ofCounts[k][0] = -ofTerms[k] * slopeOfPsi(ranked.withinX(row, radius));
          ofCounts[k][1] = -ofTerms[k] * slopeOfPsi(ranked.withinY(row, radius));
        }
        chain.add(row, orders, ofCounts);
      }
    }
  }

  /** ψ′(k) to four digits from k = 2 on. */
  static double slopeOfPsi(int k) {
    double i = 1.0 / Math.max(1, k);
    return i + i * i / 2 + i * i * i / 6 - i * i * i * i * i / 30;
  }
}
