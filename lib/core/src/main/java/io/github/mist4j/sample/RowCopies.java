package io.github.mist4j.sample;

import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows that stand again as a whole, where that is no chance. Any of three tells:
 *
 * <ul>
 *   <li>all rows stand twice, or all three times, or a multiple of that;
 *   <li>a column of a measure without steps, whose values repeat only where all of the row does;
 *   <li>of rounded values, that rows stand again more often than rows one step away are there: a
 *       law that is smooth over its steps gives equal rows as often as neighbouring ones.
 * </ul>
 *
 * <p>The last two do not tell where levels are crossed, as 40 prices with 8 quantities are in rows
 * of prices and revenues: there is about the same number of different rows at each level, more
 * evenly than independent rows fall.
 *
 * @param kept the rows that are not copies, rising
 * @param count how many are
 * @param perhaps how many of the rows that stay stand again without that it can be told why
 */
record RowCopies(int[] kept, int count, int perhaps) {
  private static final int FEWEST_GROUPS = 3; // one or two atoms, as shared zeros, are no copies
  private static final int FEWEST_ALIKE = 12; // all twice by chance: once in 4,096 times
  private static final int FEW_ROWS = 30; // that stand often are the levels of a table
  private static final int FEWEST_UNITS = 5;
  private static final int OFTEN = 3;
  private static final int NUMBERS_A_NAME = 2; // on average, of an article
  private static final double CLEAR = 0.2; // copies a row, beyond what neighbours explain
  private static final double HALF = 0.5;

  /**
   * None, where rows are different or may be equal by chance.
   *
   * @param names which columns are of names: their codes have no neighbours, and a name whose rows
   *     hold one number or two is an article with its prices
   * @param ofX how many columns, the first, are of one side
   */
  static RowCopies of(double[][] columns, boolean[] names, int ofX) {
    int n = columns[0].length;
    if (allDiffer(columns)) {
      return none(n);
    }
    int[] first = firsts(columns);
    int[] kept = IntStream.range(0, n).filter(r -> first[r] == r).toArray();
    int[] times = times(first, kept);
    List<ColumnSteps> steps =
        Arrays.stream(columns).map(column -> ColumnSteps.of(column, kept)).toList();
    if (kept.length < FEW_ROWS && n >= OFTEN * kept.length) {
      boolean units =
          kept.length >= FEWEST_UNITS
              && IntStream.range(0, columns.length).noneMatch(c -> names[c])
              && ownValues(steps.subList(0, ofX), kept.length)
              && ownValues(steps.subList(ofX, columns.length), kept.length);
      return none(n, units ? n - kept.length : 0);
    }
    boolean keyed = steps.stream().anyMatch(ColumnSteps::isKey);
    int alike = IntStream.of(times).reduce(0, RowCopies::greatestDivisor);
    if (alike > 1 && kept.length >= FEWEST_ALIKE && !keyed) {
      return everyOf(alike, first);
    }
    if (groups(times) < FEWEST_GROUPS || !told(steps, names, times, n)) {
      return none(n);
    }
    return areCrossed(steps, kept.length)
        ? none(n, n - kept.length)
        : new RowCopies(kept, n - kept.length, 0);
  }

  private static boolean told(List<ColumnSteps> steps, boolean[] names, int[] times, int n) {
    int kept = times.length;
    IntPredicate named = c -> names[c];
    boolean articles =
        IntStream.range(0, names.length)
            .filter(named)
            .anyMatch(c -> steps.get(c).values().length * NUMBERS_A_NAME >= kept);
    boolean ordered = IntStream.range(0, names.length).noneMatch(named);
    if (!articles && steps.stream().anyMatch(column -> column.isMeasure(n - kept))) {
      return true;
    }
    if (!ordered || steps.stream().anyMatch(ColumnSteps::isKey)) {
      return false;
    }
    return n - kept > CLEAR * kept
        ? NeighbouringRows.excess(steps, times) > CLEAR
        : NeighbouringRows.standAgain(steps, times);
  }

  /** Whether a column has about as many values as there are different rows. */
  private static boolean ownValues(List<ColumnSteps> columns, int kept) {
    return columns.stream().anyMatch(column -> column.values().length >= HALF * kept);
  }

  /** Whether a column has levels that are crossed with what another's values follow from. */
  private static boolean areCrossed(List<ColumnSteps> columns, int kept) {
    return IntStream.range(0, columns.size())
        .filter(c -> columns.get(c).isEven())
        .anyMatch(
            c ->
                ownValues(columns.subList(0, c), kept)
                    || ownValues(columns.subList(c + 1, columns.size()), kept));
  }

  private static int greatestDivisor(int a, int b) {
    return b == 0 ? a : greatestDivisor(b, a % b);
  }

  /** Of equal rows the first, and each that is so many further. */
  private static RowCopies everyOf(int alike, int[] first) {
    var seen = new int[first.length];
    int[] kept =
        IntStream.range(0, first.length).filter(r -> seen[first[r]]++ % alike == 0).toArray();
    return new RowCopies(kept, first.length - kept.length, 0);
  }

  /** All of n rows, which differ or may be equal by chance. */
  static RowCopies none(int n) {
    return none(n, 0);
  }

  private static RowCopies none(int n, int perhaps) {
    return new RowCopies(IntStream.range(0, n).toArray(), 0, perhaps);
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
  private static long groups(int[] times) {
    return IntStream.of(times).filter(t -> t > 1).count();
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
