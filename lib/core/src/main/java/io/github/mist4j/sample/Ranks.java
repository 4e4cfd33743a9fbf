package io.github.mist4j.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Ranks of a column.
 *
 * <pre>{@code
 * Ranks.of(new double[] {0.3, -1, 2.5}, rng) // 1, 0, 2
 * }</pre>
 */
public final class Ranks {
  private Ranks() {}

  /**
   * The rank of every value, 0 for the smallest, n − 1 for the largest; equal values are ranked in
   * an order drawn at random.
   *
   * <p>A random order spreads an atom by noise that depends on nothing else (the distributional
   * transform), which leaves every mutual information as it is.
   *
   * @param column finite values, (n)
   * @param ties the source of the order of equal values; not touched where there are none
   * @return a permutation of 0…n−1, (n)
   */
  public static int[] of(double[] column, RandomGenerator ties) {
    int n = column.length;
    var keys = new long[n];
    for (int r = 0; r < n; r++) {
      keys[r] = sortable(column[r]);
    }
    int[] order = sorted(keys, Comparator.comparingDouble(row -> column[row]));
    forEachRun(
        n,
        (a, b) -> column[order[a]] == column[order[b]],
        run -> {
          shuffle(order, run.from, run.to, ties);
        });
    return inverse(order);
  }

  /** The rank of every key, 0 for the smallest; of equal ones the earlier comes first, (n). */
  public static int[] of(long[] keys) {
    return inverse(sorted(keys, Comparator.comparingLong(row -> keys[row])));
  }

  /**
   * The rows by their keys, of equal ones the earlier first, (n).
   *
   * @param by decides where only the last bits of keys differ
   */
  private static int[] sorted(long[] keys, Comparator<Integer> by) {
    int n = keys.length;
    long indexMask =
        n < 2 ? 1 : (Long.highestOneBit(n - 1L) << 1) - 1; // as many bits as a row needs
    var sorted = new long[n]; // the leading bits of the key, then the row
    for (int r = 0; r < n; r++) {
      sorted[r] = (keys[r] & ~indexMask) | r;
    }
    Arrays.sort(sorted);
    var order = new int[n];
    for (int k = 0; k < n; k++) {
      order[k] = (int) (sorted[k] & indexMask);
    }
    forEachRun(
        n,
        (a, b) -> (sorted[a] & ~indexMask) == (sorted[b] & ~indexMask),
        run -> {
          sort(order, run.from, run.to, by);
        });
    return order;
  }

  /** The place of each number 0…n−1 in an order of them, (n): of ranks, the rows by rank. */
  public static int[] inverse(int[] order) {
    var places = new int[order.length];
    for (int k = 0; k < order.length; k++) {
      places[order[k]] = k;
    }
    return places;
  }

  /** How many equal keys stand before each, (n). */
  public static int[] occurrences(long[] keys) {
    long[] sorted = keys.clone();
    Arrays.sort(sorted);
    var next = new int[keys.length];
    return Arrays.stream(keys).mapToInt(key -> next[first(sorted, key)]++).toArray();
  }

  /** The first place of a key among sorted ones. */
  private static int first(long[] sorted, long key) {
    int low = 0;
    int high = sorted.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The rank of every value as a float, 0 for the smallest; equal ones stand in a given order.
   *
   * @param column finite values, (n)
   * @param places of the rows in that order, 0…n−1, (n)
   */
  public static int[] of(double[] column, int[] places) {
    int n = column.length;
    var keys = new long[n]; // the value, then the place
    int[] row = inverse(places);
    for (int r = 0; r < n; r++) {
      keys[r] = (long) sortable((float) column[r]) << Integer.SIZE | places[r];
    }
    Arrays.sort(keys);
    var ranks = new int[n];
    for (int k = 0; k < n; k++) {
      ranks[row[(int) keys[k]]] = k;
    }
    return ranks;
  }

  /**
   * The smallest rank among those with the same value, for every row; the ranks themselves where no
   * value stands twice.
   *
   * @param ranks those of the column
   */
  public static int[] levels(double[] column, int[] ranks) {
    int n = column.length;
    int[] row = inverse(ranks);
    var levels = new int[n];
    int level = 0;
    boolean distinct = true;
    for (int k = 0; k < n; k++) {
      boolean again = k > 0 && column[row[k]] == column[row[k - 1]];
      level = again ? level : k;
      distinct &= !again;
      levels[row[k]] = level;
    }
    return distinct ? ranks : levels;
  }

  /** The numbers 0…n−1 in a random order. */
  public static int[] shuffled(int n, RandomGenerator rng) {
    var order = new int[n];
    for (int r = 0; r < n; r++) {
      int other = rng.nextInt(r + 1);
      order[r] = order[other];
      order[other] = r;
    }
    return order;
  }

  /** The share of rows whose value stands in the column more than once, in [0, 1]. */
  public static double tiedShare(double[] column) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int[] tied = {0};
    forEachRun(n, (a, b) -> sorted[a] == sorted[b], run -> tied[0] += run.to - run.from);
    return (double) tied[0] / n;
  }

  /**
   * The number of equally frequent levels that would tie as many pairs of rows, n²/Σ count²; n
   * where no value stands twice.
   */
  public static double effectiveLevels(double[] column) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    double n = sorted.length;
    double[] squares = {n};
    forEachRun(
        sorted.length,
        (a, b) -> sorted[a] == sorted[b],
        run -> {
          double count = run.to - run.from;
          squares[0] += count * count - count;
        });
    return n * n / squares[0];
  }

  private record Run(int from, int to) {}

  private interface Same {
    boolean test(int a, int b);
  }

  /** Calls for every maximal run of two or more neighbours that are the same. */
  private static void forEachRun(int n, Same same, Consumer<Run> action) {
    for (int from = 0; from < n; ) {
      int to = from + 1;
      while (to < n && same.test(from, to)) {
        to++;
      }
      if (to - from > 1) {
        action.accept(new Run(from, to));
      }
      from = to;
    }
  }

  private static void sort(int[] order, int from, int to, Comparator<Integer> by) {
    int sortedTo = from + 1;
    while (sortedTo < to && by.compare(order[sortedTo - 1], order[sortedTo]) <= 0) {
      sortedTo++;
    }
    if (sortedTo == to) {
      return; // equal values, as a rule
    }
    int[] sorted =
        Arrays.stream(order, from, to).boxed().sorted(by).mapToInt(Integer::intValue).toArray();
    System.arraycopy(sorted, 0, order, from, to - from);
  }

  private static void shuffle(int[] order, int from, int to, RandomGenerator rng) {
    for (int k = to - 1; k > from; k--) {
      int other = from + rng.nextInt(k - from + 1);
      int row = order[k];
      order[k] = order[other];
      order[other] = row;
    }
  }

  private static int sortable(float value) {
    int bits = Float.floatToIntBits(value + 0f); // −0 becomes 0
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  private static long sortable(double value) {
    long bits = Double.doubleToLongBits(value + 0.0); // −0.0 becomes 0.0
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }
}
