package io.github.mist4j.estimator;

import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The combinations of values of some columns, as levels of one: equal rows have the same code.
 *
 * @param codes the level of each row, in the order in which they first appear, (n)
 * @param counts the rows of each, (levels)
 */
record JointLevels(int[] codes, int[] counts) {

  /** Of columns, (d, n). */
  static JointLevels of(double[][] columns) {
    int n = columns[0].length;
    var codes = new int[n];
    for (double[] column : columns) {
      Map<Long, Integer> known = new HashMap<>();
      Map<Double, Integer> values = new HashMap<>();
      for (int r = 0; r < n; r++) {
        int value = values.computeIfAbsent(column[r] + 0.0, v -> values.size());
        long both = (long) codes[r] << Integer.SIZE | value;
        codes[r] = known.computeIfAbsent(both, b -> known.size());
      }
    }
    return of(codes);
  }

  private static JointLevels of(int[] codes) {
    var counts = new int[Arrays.stream(codes).max().orElseThrow() + 1];
    for (int code : codes) {
      counts[code]++;
    }
    return new JointLevels(codes, counts);
  }

  int n() {
    return codes.length;
  }

  int count() {
    return counts.length;
  }

  /** The most frequent levels, and all others as one, where there are more than so many. */
  JointLevels pooled(int most) {
    if (count() <= most) {
      return this;
    }
    int[] order =
        IntStream.range(0, count())
            .boxed()
            .sorted(Comparator.comparingInt(level -> -counts[level]))
            .mapToInt(Integer::intValue)
            .toArray();
    var code = new int[count()];
    for (int k = 0; k < order.length; k++) {
      code[order[k]] = Math.min(k, most - 1);
    }
    return of(Arrays.stream(codes).map(level -> code[level]).toArray());
  }

  /** The levels in the order of keys, so that no order of rows matters. */
  JointLevels sortedBy(long[] keys) {
    int[] order =
        IntStream.range(0, count())
            .boxed()
            .sorted(Comparator.comparingLong(level -> keys[level]))
            .mapToInt(Integer::intValue)
            .toArray();
    var place = new int[count()];
    for (int k = 0; k < order.length; k++) {
      place[order[k]] = k;
    }
    return of(Arrays.stream(codes).map(level -> place[level]).toArray());
  }

  /**
   * Numbers that tell levels apart by what stands beside them, whatever they are called, (levels).
   *
   * @param beside a number for each row
   */
  long[] keys(long[] beside) {
    var keys = new long[count()];
    for (int r = 0; r < codes.length; r++) {
      keys[codes[r]] += RandomStreams.hash(beside[r]);
    }
    for (int level = 0; level < keys.length; level++) {
      keys[level] = RandomStreams.hash(keys[level] + RandomStreams.hash(counts[level]));
    }
    return keys;
  }

  /** The numbers of levels, by row, (n). */
  long[] byRow(long[] ofLevels) {
    return Arrays.stream(codes).mapToLong(code -> ofLevels[code]).toArray();
  }

  /** With row order[r] in the place of row r. */
  JointLevels ordered(int[] order) {
    return new JointLevels(Arrays.stream(order).map(r -> codes[r]).toArray(), counts);
  }

  /** How many rows have each pair of levels, (levels, levels of the other). */
  double[][] table(JointLevels other) {
    var table = new double[count()][other.count()];
    for (int r = 0; r < codes.length; r++) {
      table[codes[r]][other.codes[r]]++;
    }
    return table;
  }
}
