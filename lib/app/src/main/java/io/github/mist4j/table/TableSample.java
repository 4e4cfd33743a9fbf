package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Samples from the columns of a Tablesaw table.
 *
 * <p>Columns of numbers are taken as they are, booleans as 0 and 1, dates and times as days since
 * 1970 and parts of a day, text as names without order.
 *
 * <p>Wherever columns are named, a name stands for itself, {@code "rooms, age"} for two columns,
 * {@code "rooms..age"} for all from the one to the other as the table has them, and {@code "*"} for
 * all that the other side does not name. Double quotes keep a name with commas together where
 * several stand in one text: {@code "\"size, m2\", age"}.
 *
 * <pre>{@code
 * TableSample.of(homes, List.of("rooms", "age"), List.of("price"), MissingCells.DROP_ROWS)
 * }</pre>
 */
public final class TableSample {
  private TableSample() {}

  /**
   * The same table in which some columns hold names: whole numbers that are codes, for instance.
   *
   * <pre>{@code
   * Table homes = TableSample.withNames(Mist.read("homes.csv"), "zip");
   * }</pre>
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public static Table withNames(Table table, String... columns) {
    require(table != null, "table must be given, was null");
    require(columns != null, "columns must be given, was null");
    Table named = Table.create(table.name(), table.columns());
    List<String> names = table.columnNames();
    if (columns.length == 0) {
      return named;
    }
    for (String name : new ColumnWords(names).columns(Arrays.asList(columns))) {
      if (names.contains(name)) { // parts of dates are names already
        named.replaceColumn(name, NameColumn.of(name, cells(table.column(name))));
      }
    }
    return named;
  }

  /**
   * The same table with some of its columns only.
   *
   * <pre>{@code
   * Mist.pairwise(TableSample.withColumns(homes, "rooms..age", "price"));
   * }</pre>
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public static Table withColumns(Table table, String... columns) {
    require(table != null, "table must be given, was null");
    require(columns != null, "columns must be given, was null");
    List<String> names = new ColumnWords(table.columnNames()).columns(Arrays.asList(columns));
    Table some = Table.create(table.name());
    names.stream().distinct().forEach(name -> some.addColumns(column(table, name)));
    return some;
  }

  private static Column<?> column(Table table, String name) {
    String base = DatePart.base(name, table.columnNames());
    Column<?> column = table.column(base);
    if (base.equals(name)) {
      return column;
    }
    TableColumn part = DatePart.of(TableColumn.of(column), name);
    String[] cells =
        IntStream.range(0, column.size())
            .mapToObj(row -> Double.isNaN(part.values()[row]) ? "" : part.cells(row)[0])
            .toArray(String[]::new);
    return NameColumn.of(name, cells);
  }

  private static String[] cells(Column<?> column) {
    return IntStream.range(0, column.size())
        .mapToObj(row -> column.isMissing(row) ? "" : cell(column, row))
        .toArray(String[]::new);
  }

  /** Whole numbers are spelled without a decimal point. */
  private static String cell(Column<?> column, int row) {
    if (column instanceof LongColumn longs) {
      return Long.toString(longs.getLong(row));
    }
    if (column instanceof NumericColumn<?> numbers) {
      double value = numbers.getDouble(row);
      return value == Math.rint(value) && Math.abs(value) < 1L << 53
          ? Long.toString((long) value)
          : Double.toString(value);
    }
    return column.getUnformattedString(row);
  }

  /**
   * The sample of two lists of columns; every cell must hold a value.
   *
   * @throws IllegalArgumentException as {@link #of(Table, List, List, MissingCells)}
   */
  public static Sample of(Table table, List<String> x, List<String> y) {
    return of(table, x, y, MissingCells.REFUSE);
  }

  /**
   * The sample of two lists of columns.
   *
   * @param table the table
   * @param x the names of X's columns
   * @param y the names of Y's columns
   * @param missing what becomes of rows in which one of these columns misses a value
   * @throws IllegalArgumentException with one sentence if a column is missing, named twice or on
   *     both sides, holds numbers and words, has an infinite cell or a missing one where these are
   *     refused, or is refused by {@link Sample#ofColumns}; or if fewer than {@value
   *     Sample#MIN_ROWS} rows are left
   */
  public static Sample of(Table table, List<String> x, List<String> y, MissingCells missing) {
    require(table != null, "table must be given, was null");
    List<String> names = table.columns().stream().map(Column::name).toList();
    return new ColumnChoice(names, place -> TableColumn.of(table.column(place)))
        .sample(x, y, missing);
  }
}
