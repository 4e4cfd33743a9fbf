package io.github.mist4j.sample;

import static io.github.mist4j.sample.Checks.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The levels of a column of names, numbered in the order in which they first appear: what they are
 * called changes no number.
 *
 * @param names what they are called, (levels)
 * @param codes the number of each row's level, (n)
 */
record Levels(List<String> names, double[] codes) {
  /**
   * The most indicators of single levels. A level that is rarer than 256 others is in less than
   * 0.4% of the rows; twice as many would take twice the memory for levels of half of that.
   */
  static final int MOST_INDICATORS = 256;

  private static final int ROWS_A_LEVEL = 5; // on average: with fewer most levels are hardly seen

  /** The names of the cells of a column. */
  static Levels of(String column, String[] cells) {
    return of(
        cells.length,
        row -> {
          require(cells[row] != null, "column '%s', row %d is null", column, row + 1);
          return cells[row];
        });
  }

  /** Numbers as names; whole ones without a decimal point. */
  static Levels ofNumbers(double[] values) {
    return of(
        values.length,
        row ->
            values[row] == Math.rint(values[row]) && Math.abs(values[row]) < 1L << 53
                ? Long.toString((long) values[row])
                : Double.toString(values[row]));
  }

  private static Levels of(int rows, IntFunction<String> cell) {
    Map<String, Integer> numbers = new HashMap<>();
    var names = new ArrayList<String>();
    var codes = new double[rows];
    for (int row = 0; row < rows; row++) {
      String name = cell.apply(row);
      Integer known = numbers.putIfAbsent(name, names.size());
      if (known == null) {
        names.add(name);
      }
      codes[row] = numbers.get(name);
    }
    return new Levels(List.copyOf(names), codes);
  }

  /** Those of some rows. */
  Levels rows(int[] rows) {
    return of(rows.length, row -> names.get((int) codes[rows[row]]));
  }

  int count() {
    return names.size();
  }

  /** How many rows each has, (levels). */
  int[] counts() {
    var counts = new int[count()];
    for (double code : codes) {
      counts[(int) code]++;
    }
    return counts;
  }

  /**
   * Those with an indicator of their own, from the most frequent on, of equal ones the first to
   * appear: all but the most frequent, which follows from the others, and at most {@value
   * #MOST_INDICATORS}.
   */
  int[] withIndicator() {
    int[] counts = counts();
    return IntStream.range(0, count())
        .boxed()
        .sorted(Comparator.comparingInt(level -> -counts[level]))
        .skip(1)
        .limit(MOST_INDICATORS)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** 1 in the rows of a level, else 0, (n). */
  double[] indicator(int level) {
    return Arrays.stream(codes).map(code -> code == level ? 1 : 0).toArray();
  }

  /** 1 in the rows of those that have no indicator of their own, though rare; empty if all have. */
  Optional<double[]> indicatorOfRest() {
    if (pooledCount() < 1) {
      return Optional.empty();
    }
    var own = new boolean[count()];
    IntStream.of(withIndicator()).forEach(level -> own[level] = true);
    int[] counts = counts();
    int first =
        IntStream.range(0, count())
            .reduce((a, b) -> counts[b] > counts[a] ? b : a)
            .orElseThrow(); // the most frequent
    return Optional.of(
        Arrays.stream(codes).map(code -> own[(int) code] || code == first ? 0 : 1).toArray());
  }

  private int pooledCount() {
    return count() - 1 - MOST_INDICATORS;
  }

  /** What can be concluded from so many levels in so few rows, if that is little. */
  Optional<Warning> warning(String column) {
    int n = codes.length;
    if (count() <= n / (double) ROWS_A_LEVEL) {
      return Optional.empty();
    }
    long once = Arrays.stream(counts()).filter(count -> count == 1).count();
    return Optional.of(
        new Warning(
            Warning.Kind.MANY_LEVELS,
            once == n
                ? ("column '%s' has another name in each of %s rows, as a key has: nothing can be"
                        + " concluded from it")
                    .formatted(column, n)
                : ("column '%s' has %s levels in %s rows, %s of them in one row each: only what its"
                        + " frequent levels say can be told from chance")
                    .formatted(column, count(), n, once)));
  }

  /** That rare levels were taken as one, if they were. */
  Optional<Warning> pooled(String column) {
    return pooledCount() < 2
        ? Optional.empty()
        : Optional.of(
            new Warning(
                Warning.Kind.LEVELS_POOLED,
                ("the %s rarest of %s levels of column '%s' were taken as one: what sets them apart"
                        + " does not show")
                    .formatted(pooledCount(), count(), column)));
  }
}
