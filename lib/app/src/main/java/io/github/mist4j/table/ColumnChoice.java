package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Chooses columns by name and makes a sample of them.
 *
 * @param names the names of all columns
 * @param numbers the values of the column at a place; NaN where a cell is missing; refuses columns
 *     that hold no numbers
 */
record ColumnChoice(List<String> names, IntFunction<double[]> numbers) {

  Sample sample(List<String> x, List<String> y, IncompleteRows incomplete) {
    checkSide("X", x);
    checkSide("Y", y);
    double[][] xs = columns(x);
    double[][] ys = columns(y);
    int rows = xs[0].length;
    int[] complete = complete(xs, ys);
    if (incomplete == IncompleteRows.REFUSED) {
      refuseMissing(x, xs);
      refuseMissing(y, ys);
    }
    int dropped = rows - complete.length;
    require(
        dropped == 0 || complete.length >= Sample.MIN_ROWS,
        "a sample needs at least %d rows, only %d of %d have a value in every column of x and y",
        Sample.MIN_ROWS,
        complete.length,
        rows);
    Sample sample = Sample.ofColumns(x, chosen(xs, complete), y, chosen(ys, complete));
    return dropped == 0
        ? sample
        : sample.withWarning(
            new Warning(
                Warning.Kind.ROWS_DROPPED,
                "%d of %d rows dropped: a cell of x or y was missing".formatted(dropped, rows)));
  }

  private void checkSide(String side, List<String> chosen) {
    require(chosen != null, "%s must be a list of column names, was null", side);
    require(!chosen.isEmpty(), "%s needs at least one column name, had none", side);
    for (String name : chosen) {
      require(name != null, "%s must hold column names, one was null", side);
      require(names.contains(name), "%s", new MissingColumn(name, names));
    }
  }

  private double[][] columns(List<String> chosen) {
    return chosen.stream().map(this::column).toArray(double[][]::new);
  }

  private double[] column(String name) {
    double[] column = numbers.apply(names.indexOf(name));
    for (int row = 0; row < column.length; row++) {
      require(
          !Double.isInfinite(column[row]),
          "column '%s', row %d is %s, every cell must be a finite number",
          name,
          row + 1,
          column[row]);
    }
    return column;
  }

  private static void refuseMissing(List<String> chosen, double[][] columns) {
    for (int c = 0; c < columns.length; c++) {
      for (int row = 0; row < columns[c].length; row++) {
        require(
            !Double.isNaN(columns[c][row]),
            "column '%s', row %d is missing, every cell must hold a value;"
                + " droppingIncompleteRows (--drop-missing) leaves such rows out",
            chosen.get(c),
            row + 1);
      }
    }
  }

  /** The rows that have a value in every column of both sides. */
  static int[] complete(double[][] xs, double[][] ys) {
    return IntStream.range(0, xs[0].length)
        .filter(row -> isComplete(xs, row) && isComplete(ys, row))
        .toArray();
  }

  private static boolean isComplete(double[][] columns, int row) {
    return Arrays.stream(columns).noneMatch(column -> Double.isNaN(column[row]));
  }

  /** The columns in some of their rows. */
  static double[][] chosen(double[][] columns, int[] rows) {
    return Arrays.stream(columns)
        .map(column -> Arrays.stream(rows).mapToDouble(row -> column[row]).toArray())
        .toArray(double[][]::new);
  }
}
