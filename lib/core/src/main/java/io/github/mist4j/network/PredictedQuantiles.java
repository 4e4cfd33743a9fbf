package io.github.mist4j.network;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a network predicts of a dataset: an estimate, and quantiles of where the truth lies.
 *
 * <pre>{@code
 * double most = prediction.quantile(0.95); // nats: the truth lies below with 95%
 * }</pre>
 *
 * @param value the estimate v̂, nats; may be a little below 0
 * @param quantiles of log(1 + MI) at {@link #levels()}, increasing
 */
public record PredictedQuantiles(double value, double[] quantiles) {
  /** The levels of the quantiles. */
  static final double[] LEVELS = {
    0.005, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.995
  };

  static final int MEDIAN = 7;
  static final int LOWER = 2; // 0.05
  static final int UPPER = 12; // 0.95

  /** The normal quantiles of the levels. */
  static final double[] Z = Arrays.stream(LEVELS).map(PredictedQuantiles::probit).toArray();

  /** The levels of the quantiles, from 0.005 to 0.995, (15). */
  public static double[] levels() {
    return LEVELS.clone();
  }

  /** The quantile at a level, in nats; at least 0, since no mutual information is less. */
  public double quantile(double level) {
    return Math.max(0, freeQuantile(level));
  }

  /**
   * The quantile at a level, interpolated on the scale of normal quantiles, in nats; below 0 where
   * the network takes independence for likely.
   */
  public double freeQuantile(double level) {
    return Math.expm1(at(probit(level)));
  }

  /** The quantile of log(1 + MI) at a normal quantile z of its level. */
  private double at(double z) {
    return interpolated(Z, quantiles, z);
  }

  /** The normal quantile of the level whose quantile a truth is, among those there are. */
  public double place(double truth) {
    double w = Math.max(quantiles[0], Math.log1p(truth));
    return interpolated(quantiles, Z, w);
  }

  /** Linear between the points and below them, constant above them. */
  private static double interpolated(double[] from, double[] to, double v) {
    int k = 1;
    while (k < from.length - 1 && from[k] < v) {
      k++;
    }
    double share = (v - from[k - 1]) / (from[k] - from[k - 1]);
    return share >= 1 ? to[k] : to[k - 1] + share * (to[k] - to[k - 1]);
  }

  /**
   * The same with other quantiles inside the 90% interval: the median becomes the quantile at z =
   * shift, and those towards the ends move less and less.
   */
  PredictedQuantiles recalibrated(double shift) {
    double[] moved = quantiles.clone();
    for (int k = LOWER + 1; k < UPPER; k++) {
      double out = Z[k] / Z[UPPER];
      moved[k] = at(Z[k] + shift * (1 - out * out));
    }
    return new PredictedQuantiles(value, moved);
  }

  /** The width of the 90% interval in log(1 + MI). */
  public double width() {
    return quantiles[UPPER] - quantiles[LOWER];
  }

  /** How many times as far from the median the 90% interval must reach to hold a truth. */
  public double spreadNeeded(double truth) {
    double off = Math.log1p(truth) - quantiles[MEDIAN];
    double reach =
        off > 0 ? quantiles[UPPER] - quantiles[MEDIAN] : quantiles[MEDIAN] - quantiles[LOWER];
    return Math.abs(off) / reach;
  }

  /** The same where nothing is above a bound, in nats, and the value is not below 0. */
  PredictedQuantiles bounded(double bound) {
    double most = Math.log1p(bound);
    double[] cut = Arrays.stream(quantiles).map(q -> Math.min(q, most)).toArray();
    return new PredictedQuantiles(Math.max(0, Math.min(value, bound)), cut);
  }

  /** The mean of some predictions. */
  static PredictedQuantiles mean(List<PredictedQuantiles> predictions) {
    double value = 0;
    var quantiles = new double[LEVELS.length];
    for (PredictedQuantiles prediction : predictions) {
      value += prediction.value / predictions.size();
      for (int k = 0; k < quantiles.length; k++) {
        quantiles[k] += prediction.quantiles[k] / predictions.size();
      }
    }
    return new PredictedQuantiles(value, quantiles);
  }

  /** The mean with the prediction for the other order of the sides. */
  PredictedQuantiles meanWith(PredictedQuantiles other) {
    var mean = new double[quantiles.length];
    for (int k = 0; k < mean.length; k++) {
      mean[k] = (quantiles[k] + other.quantiles[k]) / 2;
    }
    return new PredictedQuantiles((value + other.value) / 2, mean);
  }

  /** The normal quantile of a level. */
  private static double probit(double level) {
    return NormalDistribution.of(0, 1).inverseCumulativeProbability(level);
  }
}
