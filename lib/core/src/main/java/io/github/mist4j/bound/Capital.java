package io.github.mist4j.bound;

import java.util.ArrayList;
import java.util.List;

/**
 * What betting on numbers above m has made of a stake of 1, for every m.
 *
 * <p>After the numbers W_1, W_2, … it is Π (1 + λ_i (W_i − m)), with a stake λ_i that follows from
 * the numbers before: √(2 log(1/α)/(variance · count)), at most {@value #LARGEST_LOSS} of what
 * could be lost at once.
 */
final class Capital {
  private static final double LARGEST_LOSS = 0.9;
  private static final double FIRST_VARIANCE = 1;
  private static final double PRIOR = 10; // numbers' worth of belief in it
  private static final double TOLERANCE = 1e-5;

  private final double wanted; // log 1/α
  private final int count;
  private final List<double[]> bets = new ArrayList<>(); // λ, W
  private double range = 1;
  private double highest;
  private double mean;
  private double squares;

  /**
   * @param alpha the chance of a bound that is too high
   * @param count how many numbers will come, about
   */
  Capital(double alpha, int count) {
    wanted = -Math.log(alpha);
    this.count = count;
  }

  /** Between which the next logarithms of ratios lie. */
  void limits(double lowest, double highestLog) {
    highest = Math.max(highest, highestLog + 1);
    range = highest - (lowest + 1 - Math.exp(highestLog)); // the most that W can lie below any m
  }

  void add(double w) {
    int before = bets.size();
    double variance = (PRIOR * FIRST_VARIANCE + squares) / (PRIOR + before);
    double stake = Math.min(Math.sqrt(2 * wanted / (variance * count)), LARGEST_LOSS / range);
    bets.add(new double[] {stake, w});
    double off = w - mean;
    mean += off / (before + 1);
    squares += off * (w - mean);
  }

  /** The largest m against which the capital ever came to 1/α, 0 if none above. */
  double bound() {
    double low = 0;
    double high = highest;
    if (most(0) < wanted) {
      return 0;
    }
    while (high - low > TOLERANCE) {
      double middle = (low + high) / 2;
      if (most(middle) >= wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The logarithm of the most that the capital ever was. */
  private double most(double m) {
    double log = 0;
    double most = 0;
    for (double[] bet : bets) {
      log += Math.log1p(bet[0] * (bet[1] - m));
      most = Math.max(most, log);
    }
    return most;
  }
}
