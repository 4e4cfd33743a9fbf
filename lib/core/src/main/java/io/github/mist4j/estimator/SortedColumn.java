package io.github.mist4j.estimator;

import java.util.Arrays;

/** One column in order: counts the rows near a row by two searches from its place outwards. */
final class SortedColumn {
  private final double[] sorted;
  private final int[] places; // by row

  SortedColumn(double[] column) {
    int n = column.length;
    sorted = column.clone();
    Arrays.parallelSort(sorted);
    places = new int[n];
    Arrays.parallelSetAll(places, r -> Arrays.binarySearch(sorted, column[r])); // any of equals
  }

  /** How many other rows are nearer than the limit. */
  int count(int row, double limit) {
    if (!(limit > 0)) {
      return 0;
    }
    int place = places[row];
    double at = sorted[place];
    return above(place, at, limit) - below(place, at, limit) - 2;
  }

  /** The first place above that is not nearer than the limit. */
  private int above(int place, double at, double limit) {
    int near = place;
    int step = 1;
    while (near + step < sorted.length && sorted[near + step] - at < limit) {
      near += step;
      step <<= 1;
    }
    int far = Math.min(near + step, sorted.length);
    while (far - near > 1) {
      int middle = (near + far) >>> 1;
      if (sorted[middle] - at < limit) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return far;
  }

  /** The last place below that is not nearer than the limit. */
  private int below(int place, double at, double limit) {
    int near = place;
    int step = 1;
    while (near - step >= 0 && at - sorted[near - step] < limit) {
      near -= step;
      step <<= 1;
    }
    int far = Math.max(near - step, -1);
    while (near - far > 1) {
      int middle = (near + far) >>> 1;
      if (at - sorted[middle] < limit) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return far;
  }
}
