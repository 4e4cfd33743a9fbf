package io.github.mist4j.sample;

import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows that stand again as a whole, where that is no chance. Either of two tells:
 *
 * <ul>
 *   <li>a column of a measure without steps, whose values repeat only where all of the row does;
 *   <li>of rounded values, that rows stand again more often than rows one step away are there: a
 *       law that is smooth over its steps gives equal rows as often as neighbouring ones.
 * </ul>
 *
 * @param kept the first of each row, in order
 * @param count how many stand again
 */
record RowCopies(int[] kept, int count) {
  private static final int FEWEST_GROUPS = 3; // one or two atoms, as shared zeros, are no copies
  private static final int FEW_ROWS = 30; // that stand often are the levels of a table
  private static final int OFTEN = 3;
  private static final int NUMBERS_A_NAME = 2; // on average, of an article
  private static final double CLEAR = 0.2; // copies a row, beyond what neighbours explain

  /**
   * None, where rows are different or may be equal by chance.
   *
   * @param names which columns are of names: their codes have no neighbours, and a name whose rows
   *     hold one number or two is an article with its prices
   */
  static RowCopies of(double[][] columns, boolean[] names) {
    int n = columns[0].length;
    if (allDiffer(columns)) {
      return none(n);
    }
    int[] first = firsts(columns);
    int[] kept = IntStream.range(0, n).filter(r -> first[r] == r).toArray();
    boolean isTable = kept.length < FEW_ROWS && n >= OFTEN * kept.length;
    if (isTable || groups(first) < FEWEST_GROUPS) {
      return none(n);
    }
    List<ColumnSteps> steps =
        Arrays.stream(columns).map(column -> ColumnSteps.of(column, kept)).toList();
    IntPredicate named = c -> names[c];
    boolean articles =
        IntStream.range(0, columns.length)
            .filter(named)
            .anyMatch(c -> steps.get(c).values().length * NUMBERS_A_NAME >= kept.length);
    boolean ordered = IntStream.range(0, columns.length).noneMatch(named);
    boolean told =
        (!articles && steps.stream().anyMatch(column -> column.isMeasure(n)))
            || (ordered
                && n - kept.length > CLEAR * kept.length // else no neighbours need be counted
                && steps.stream().noneMatch(ColumnSteps::isKey)
                && NeighbouringRows.excess(steps, times(first, kept)) > CLEAR);
    return told ? new RowCopies(kept, n - kept.length) : none(n);
  }

  /** All of n rows, each once. */
  static RowCopies none(int n) {
    return new RowCopies(IntStream.range(0, n).toArray(), 0);
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

  /** How often each row that is kept stands. */
  private static int[] times(int[] first, int[] kept) {
    var times = new int[first.length];
    for (int r : first) {
      times[r]++;
    }
    return IntStream.of(kept).map(r -> times[r]).toArray();
  }
}
