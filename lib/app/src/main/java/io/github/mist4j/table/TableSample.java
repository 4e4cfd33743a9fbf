package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Samples from the columns of a Tablesaw table.
 *
 * <p>Columns of numbers are taken as they are, booleans as 0 and 1. Text, dates and times are
 * refused. Names are matched exactly.
 *
 * <pre>{@code
 * TableSample.of(homes, List.of("rooms", "age"), List.of("price"), MissingCells.DROP_ROWS)
 * }</pre>
 */
public final class TableSample {
  private TableSample() {}

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
   *     both sides, holds text or dates, has an infinite cell or a missing one where these are
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
