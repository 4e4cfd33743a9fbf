package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Samples from the columns of a Tablesaw table.
 *
 * <p>Columns of numbers are taken as they are, booleans as 0 and 1. Text, dates and times are
 * refused. Names are matched exactly.
 */
public final class TableSample {
  private TableSample() {}

  /**
   * The sample of two lists of columns; every cell must hold a value.
   *
   * @param table the table
   * @param x the names of X's columns
   * @param y the names of Y's columns
   * @throws IllegalArgumentException with one sentence if a column is missing, named twice or on
   *     both sides, holds text or dates, has a missing cell or is refused by {@link
   *     Sample#ofColumns}
   */
  public static Sample of(Table table, List<String> x, List<String> y) {
    return sample(table, x, y, IncompleteRows.REFUSED);
  }

  /**
   * The sample of two lists of columns, without the rows in which one of these columns misses a
   * value. How many were dropped is said in the sample's warnings.
   *
   * @throws IllegalArgumentException as {@link #of}, or if fewer than {@value Sample#MIN_ROWS} rows
   *     are left
   */
  public static Sample droppingIncompleteRows(Table table, List<String> x, List<String> y) {
    return sample(table, x, y, IncompleteRows.DROPPED);
  }

  private static Sample sample(
      Table table, List<String> x, List<String> y, IncompleteRows incomplete) {
    require(table != null, "table must be given, was null");
    List<String> names = table.columns().stream().map(Column::name).toList();
    return new ColumnChoice(names, place -> numbers(table.column(place))).sample(x, y, incomplete);
  }

  static boolean isNumeric(Column<?> column) {
    return column instanceof NumericColumn || column instanceof BooleanColumn;
  }

  /** The values of a column, NaN where a cell is missing. */
  static double[] numbers(Column<?> column) {
    require(
        isNumeric(column),
        "column '%s' is of type %s, X and Y take columns of numbers or booleans",
        column.name(),
        column.type().name());
    return IntStream.range(0, column.size())
        .mapToDouble(row -> column.isMissing(row) ? Double.NaN : number(column, row))
        .toArray();
  }

  private static double number(Column<?> column, int row) {
    return column instanceof NumericColumn<?> numbers
        ? numbers.getDouble(row)
        : ((BooleanColumn) column).getDouble(row);
  }
}
