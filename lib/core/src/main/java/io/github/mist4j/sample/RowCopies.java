package io.github.mist4j.sample;

import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows that stand again as a whole, where that is no chance: some column of a measure, whose values
 * repeat only where all of the row does, tells them.
 *
 * @param kept the first of each row, in order
 * @param count how many stand again
 */
record RowCopies(int[] kept, int count) {
  private static final int FEWEST_GROUPS = 3; // one or two atoms, as shared zeros, are no copies
  private static final double RANGE = 2; // whole numbers in less than so many times n are counts

  /** None, where rows are different or may be equal by chance. */
  static RowCopies of(double[][] columns) {
    int n = columns[0].length;
    if (allDiffer(columns)) {
      return new RowCopies(IntStream.range(0, n).toArray(), 0);
    }
    int[] first = firsts(columns);
    int[] kept = IntStream.range(0, n).filter(r -> first[r] == r).toArray();
    boolean told =
        groups(first) >= FEWEST_GROUPS
            && Arrays.stream(columns).anyMatch(column -> tells(column, kept));
    return told
        ? new RowCopies(kept, n - kept.length)
        : new RowCopies(IntStream.range(0, n).toArray(), 0);
  }

  /** Whether rows differ for sure: equal ones have equal hashes. */
  private static boolean allDiffer(double[][] columns) {
    var hashes = new long[columns[0].length];
    for (double[] column : columns) {
      for (int r = 0; r < hashes.length; r++) {
        long bits = Double.doubleToLongBits(column[r] + 0.0); // −0.0 becomes 0.0
        hashes[r] = RandomStreams.hash(hashes[r] ^ bits);
      }
    }
    Arrays.sort(hashes);
    return IntStream.range(1, hashes.length).allMatch(k -> hashes[k] != hashes[k - 1]);
  }

  /** The first row that equals each, (n). */
  private static int[] firsts(double[][] columns) {
    Map<Row, Integer> known = new HashMap<>();
    var first = new int[columns[0].length];
    for (int r = 0; r < first.length; r++) {
      Integer before = known.putIfAbsent(Row.of(columns, r), r);
      first[r] = before == null ? r : before;
    }
    return first;
  }

  /** The values of a row, which are the same where 0 and −0 differ. */
  private record Row(double[] values) {
    static Row of(double[][] columns, int r) {
      return new Row(Arrays.stream(columns).mapToDouble(column -> column[r] + 0.0).toArray());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Row row && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  /** How many rows have copies. */
  private static long groups(int[] first) {
    return IntStream.range(0, first.length)
        .filter(r -> first[r] != r)
        .map(r -> first[r])
        .distinct()
        .count();
  }

  /** Whether a column is a measure that repeats nowhere among the rows that are different. */
  private static boolean tells(double[] column, int[] kept) {
    double[] values = IntStream.of(kept).mapToDouble(r -> column[r] + 0.0).sorted().toArray();
    return IntStream.range(1, values.length).allMatch(k -> values[k] != values[k - 1])
        && !isOfCounts(column);
  }

  private static boolean isOfCounts(double[] column) {
    double low = Arrays.stream(column).min().orElseThrow();
    double high = Arrays.stream(column).max().orElseThrow();
    return high - low < RANGE * column.length
        && Arrays.stream(column).allMatch(v -> v == Math.rint(v));
  }
}
