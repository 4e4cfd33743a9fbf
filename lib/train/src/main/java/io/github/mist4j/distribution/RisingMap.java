package io.github.mist4j.distribution;

import java.util.Arrays;

/**
 * A strictly rising map of the line into (−6, 6) under which a sample becomes normal scores:
 * straight between its quantiles, bent towards the ends beyond them.
 */
final class RisingMap {
  private static final double END = 6;
  private static final int OUTER = 16; // quantiles that tell the slope at an end

  private final double[] from;
  private final double[] to;
  private final double slopeLow;
  private final double slopeHigh;

  private RisingMap(double[] from, double[] to) {
    this.from = from;
    this.to = to;
    int last = from.length - 1;
    int outer = Math.min(OUTER, last);
    slopeLow = (to[outer] - to[0]) / (from[outer] - from[0]);
    slopeHigh = (to[last] - to[last - outer]) / (from[last] - from[last - outer]);
  }

  /** The map of a sample of a law with a density. */
  static RisingMap ofSample(double[] sample) {
    double[] from = Arrays.stream(sample).sorted().distinct().toArray();
    var to = new double[from.length];
    Arrays.setAll(
        to, k -> NormalPoints.NORMAL.inverseCumulativeProbability((k + 0.5) / from.length));
    return new RisingMap(from, to);
  }

  double at(double value) {
    int last = from.length - 1;
    if (value < from[0]) {
      return -bent(-to[0], slopeLow * (from[0] - value));
    }
    if (value > from[last]) {
      return bent(to[last], slopeHigh * (value - from[last]));
    }
    int k = Math.max(1, Cells.place(from, value));
    return to[k - 1] + (to[k] - to[k - 1]) * (value - from[k - 1]) / (from[k] - from[k - 1]);
  }

  double inverse(double score) {
    int last = to.length - 1;
    if (score < to[0]) {
      return from[0] - straight(-to[0], -score) / slopeLow;
    }
    if (score > to[last]) {
      return from[last] + straight(to[last], score) / slopeHigh;
    }
    int k = Math.max(1, Cells.place(to, score));
    return from[k - 1] + (from[k] - from[k - 1]) * (score - to[k - 1]) / (to[k] - to[k - 1]);
  }

  /** From a score on by a distance, the end never reached. */
  private static double bent(double score, double distance) {
    double room = END - score;
    return score + room * distance / (room + distance);
  }

  private static double straight(double score, double bent) {
    double room = END - score;
    double part = (bent - score) / room;
    return room * part / (1 - part);
  }
}
