package io.github.mist4j.network;

import java.util.Arrays;

/** The rows nearest to one row: {@value #MOST} of them, and all that are as far as the last. */
final class NearestRows {
  static final int MOST = 12;

  private static final int PLENTY = 3 * MOST; // few enough to sort
  private static final int TRIES = 12;

  private final int[] distances; // of the nearest, increasing
  private final int[] places;
  private final int[] far;
  private int found;
  private int guess = ScoreGrid.STEPS_PER_UNIT / 2;

  /** Among n rows. */
  NearestRows(int n) {
    distances = new int[Math.min(MOST, n - 1)];
    places = new int[n];
    far = new int[n];
  }

  /** How many rows were found. */
  int found() {
    return found;
  }

  /** Which row the p-th of those found is. */
  int place(int p) {
    return places[p];
  }

  /** How far it is. */
  int far(int p) {
    return far[p];
  }

  /** The distance of the k-th neighbour, or of the last there is. */
  int radius(int k) {
    return radius(distances, k);
  }

  /** The k-th of some distances that increase, or the last there is. */
  static int radius(int[] distances, int k) {
    return distances[Math.min(k, distances.length) - 1];
  }

  /**
   * Finds them by the distances of all rows, in the order of the rows.
   *
   * @param distance of each row, that of the row itself is 0
   * @param enough a distance within which there are as many as are wanted
   */
  void find(int[] distance, int self, int enough) {
    int limit = limit(distance, enough);
    int within = 0;
    for (int r = 0; r < places.length; r++) { // no branch: there is no telling which row is near
      places[within] = r;
      within += isWithin(distance[r], limit);
    }
    Arrays.fill(distances, Integer.MAX_VALUE);
    for (int p = 0; p < within; p++) {
      if (places[p] != self) {
        Neighbours.insert(distances, distance[places[p]]);
      }
    }
    int last = distances[distances.length - 1];
    found = 0;
    for (int p = 0; p < within; p++) {
      int row = places[p];
      if (distance[row] <= last && row != self) {
        far[found] = distance[row];
        places[found++] = row;
      }
    }
  }

  /** A distance within which there are enough rows, and not many more where that is soon found. */
  private int limit(int[] distance, int enough) {
    int wanted = distances.length + 1; // with the row itself
    int low = -1;
    int high = enough;
    int at = Math.min(guess, enough);
    for (int i = 0; i < TRIES && high - low > 1; i++) {
      int count = count(distance, at);
      if (count >= wanted) {
        high = at;
        if (count <= PLENTY) {
          break;
        }
      } else {
        low = at;
      }
      int middle = low + (high - low) / 2;
      at = count < wanted ? Math.min(2 * at + 1, middle) : middle;
    }
    guess = high;
    return high;
  }

  /** How many distances are at most a radius. */
  static int count(int[] distance, int radius) {
    int count = 0;
    for (int d : distance) {
      count += isWithin(d, radius);
    }
    return count;
  }

  /** 1 if it is, else 0. */
  static int isWithin(int distance, int radius) {
    return (distance - radius - 1) >>> 31;
  }

  /**
   * Finds them in the order of one column, the nearest first.
   *
   * @param rank of the row
   * @param rows by their rank
   * @param steps by rank
   */
  void findInOrder(int rank, int[] rows, int[] steps) {
    int low = rank - 1;
    int high = rank + 1;
    found = 0;
    while (low >= 0 || high < steps.length) {
      int below = low < 0 ? Integer.MAX_VALUE : steps[rank] - steps[low];
      int above = high == steps.length ? Integer.MAX_VALUE : steps[high] - steps[rank];
      int at = Math.min(below, above);
      if (found >= distances.length && at > distances[distances.length - 1]) {
        break;
      }
      if (found < distances.length) {
        distances[found] = at;
      }
      far[found] = at;
      places[found++] = rows[below <= above ? low-- : high++];
    }
  }
}
