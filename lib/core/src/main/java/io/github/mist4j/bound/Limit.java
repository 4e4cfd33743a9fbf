package io.github.mist4j.bound;

import java.util.Arrays;

/**
 * How high a logarithm of a ratio may go: rare high ones say much, but exp L of them makes what
 * could be lost at once large, and bets small.
 *
 * @param shift what is added so that exp L has the mean 1 over rows of other pairs
 * @param highest the most after that
 */
record Limit(double shift, double highest) {
  /** The least. */
  static final double LOWEST = -3;

  private static final double LOG_CHANCE = 3; // −log 5%
  private static final double LEAST = 0.2;
  private static final double STEP = 0.25;

  /**
   * The limit that promises the highest bound.
   *
   * @param ofRows of rows of the sample
   * @param ofOthers of pairs of different rows
   */
  static Limit of(double[] ofRows, double[] ofOthers) {
    double most = Math.max(LEAST, Math.log(ofRows.length / 2.0));
    var best = new Limit(0, LEAST);
    double promised = Double.NEGATIVE_INFINITY;
    for (double highest = LEAST; highest <= most; highest += STEP) {
      Limit limit = new Limit(shift(ofOthers, highest), highest);
      double promise = limit.promise(ofRows, ofOthers);
      if (promise > promised) {
        promised = promise;
        best = limit;
      }
    }
    return best;
  }

  private static double shift(double[] ofOthers, double highest) {
    double shift = 0;
    for (int step = 0; step < 3; step++) { // the limits hold after the shift
      var limit = new Limit(shift, highest);
      shift -=
          Math.log(Arrays.stream(ofOthers).map(l -> Math.exp(limit.of(l))).average().orElse(1));
    }
    return shift;
  }

  /** The logarithm within the limits. */
  double of(double log) {
    return Math.max(LOWEST, Math.min(highest, log + shift));
  }

  /** The mean of L + 1 − exp L less what betting on as many rows takes off. */
  private double promise(double[] ofRows, double[] ofOthers) {
    double mean = 0;
    double square = 0;
    for (double log : ofRows) {
      mean += of(log) / ofRows.length;
      square += of(log) * of(log) / ofRows.length;
    }
    double apart = 0;
    double squareApart = 0;
    for (double log : ofOthers) {
      double ratio = Math.exp(of(log));
      apart += ratio / ofOthers.length;
      squareApart += ratio * ratio / ofOthers.length;
    }
    double variance = (square - mean * mean + squareApart - apart * apart) / 2; // of two rows
    double bets = ofRows.length / 2.0 * 4; // so many parts are as long
    double range = Math.exp(highest) - LOWEST + highest;
    return mean
        + 1
        - apart
        - Math.max(Math.sqrt(2 * LOG_CHANCE * variance / bets), LOG_CHANCE * range / bets);
  }
}
