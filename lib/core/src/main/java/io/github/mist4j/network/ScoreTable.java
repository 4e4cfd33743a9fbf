package io.github.mist4j.network;

import io.github.mist4j.estimator.Psi;
import io.github.mist4j.sample.Scaling;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What every column becomes once it is ranked: the n normal scores and their lifts, by rank. All
 * columns of n rows share one table.
 *
 * @param scores Φ⁻¹((rank + ½)/n), (n)
 * @param grid the scores in whole steps
 * @param lifts eight centred functions of the score, of about unit variance, (n, {@value #LIFTS})
 * @param psi ψ(k) at index k, (n + 1); index 0 unused
 */
record ScoreTable(double[] scores, ScoreGrid grid, float[] lifts, double[] psi) {
  static final int LIFTS = 8;
  private static final double SPREAD_FLOOR = 0.05;

  private static volatile ScoreTable latest = made(1); // samples of one size come in rows

  static ScoreTable of(int n) {
    ScoreTable table = latest;
    if (table.scores.length != n) {
      table = made(n);
      latest = table;
    }
    return table;
  }

  private static ScoreTable made(int n) {
    var scores = new double[n];
    for (int k = 0; k < n; k++) {
      scores[k] = NormalDistribution.of(0, 1).inverseCumulativeProbability((k + 0.5) / n);
    }
    return new ScoreTable(scores, ScoreGrid.of(scores), lifts(scores), Psi.byRecurrence(n));
  }

  private static float[] lifts(double[] scores) {
    int n = scores.length;
    var lifts = new float[n * LIFTS];
    var lift = new double[n];
    for (int a = 0; a < LIFTS; a++) {
      double mean = 0;
      double square = 0;
      for (int k = 0; k < n; k++) {
        lift[k] = lift(a, scores[k], (k + 0.5) / n);
        mean += lift[k] / n;
        square += lift[k] * lift[k] / n;
      }
      double spread = Math.sqrt(Math.max(0, square - mean * mean)) + SPREAD_FLOOR;
      for (int k = 0; k < n; k++) {
        lifts[k * LIFTS + a] = (float) ((lift[k] - mean) / spread);
      }
    }
    return lifts;
  }

  /** The slopes of the lifts by the score, by rank, (n · {@value #LIFTS}). */
  float[] liftSlopes() {
    int n = scores.length;
    var slopes = new float[n * LIFTS];
    var lift = new double[n];
    for (int a = 0; a < LIFTS; a++) {
      for (int k = 0; k < n; k++) {
        lift[k] = lift(a, scores[k], (k + 0.5) / n);
      }
      double spread = Scaling.spread(lift) + SPREAD_FLOOR;
      for (int k = 0; k < n; k++) {
        slopes[k * LIFTS + a] = (float) (slope(a, scores[k], (k + 0.5) / n) / spread);
      }
    }
    return slopes;
  }

  private static double slope(int a, double z, double u) {
    return switch (a) {
      case 0 -> 1;
      case 1 -> Math.sqrt(2) * z;
      case 2 -> (3 * z * z - 3) / Math.sqrt(6);
      case 3 -> 3 * Math.sqrt(2) * Math.cos(3 * z);
      case 4 -> -3 * Math.sqrt(2) * Math.sin(3 * z);
      default -> -Math.sqrt(2) * (a - 1) * Math.PI * Math.sin((a - 1) * Math.PI * u) * density(z);
    };
  }

  /** The density of the normal distribution. */
  static double density(double z) {
    return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  }

  private static double lift(int a, double z, double u) {
    return switch (a) {
      case 0 -> z;
      case 1 -> (z * z - 1) / Math.sqrt(2);
      case 2 -> (z * z * z - 3 * z) / Math.sqrt(6);
      case 3 -> Math.sqrt(2) * Math.sin(3 * z);
      case 4 -> Math.sqrt(2) * Math.cos(3 * z);
      default -> Math.sqrt(2) * Math.cos((a - 1) * Math.PI * u); // 4, 5, 6 half turns
    };
  }
}
