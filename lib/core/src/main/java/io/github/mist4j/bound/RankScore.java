package io.github.mist4j.bound;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The normal score of a number among those of some rows, its place among equal ones the middle. */
final class RankScore {
  private final double[] sorted;
  private final double[] scores; // of half ranks 0, ½, 1, … n

  RankScore(double[] column, int rows) {
    sorted = Arrays.copyOf(column, rows);
    Arrays.sort(sorted);
    scores = new double[2 * rows + 1];
    Arrays.setAll(
        scores,
        k ->
            NormalDistribution.of(0, 1).inverseCumulativeProbability((0.5 * k + 0.5) / (rows + 1)));
  }

  double of(double value) {
    return scores[place(value, false) + place(value, true)];
  }

  /** How many of the numbers are less, or at most as large. */
  private int place(double value, boolean orEqual) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
