package io.github.mist4j.table;

import io.github.mist4j.file.CsvFile;
import io.github.mist4j.sample.ColumnKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * A file as a Tablesaw table. A class of its own, so that reading alone, on the command line, does
 * not load Tablesaw.
 */
final class TablesawTable {
  private static final double MOST_WHOLE = 1L << 53; // doubles above skip whole numbers

  private TablesawTable() {}

  static Table of(CsvFile file, IntFunction<TableColumn> columns) {
    Table table = Table.create(String.valueOf(file.file().getFileName()));
    for (int place = 0; place < file.header().size(); place++) {
      table.addColumns(column(file, place, columns.apply(place)));
    }
    return table;
  }

  private static Column<?> column(CsvFile file, int place, TableColumn column) {
    return switch (column.kind().orElse(ColumnKind.NOMINAL)) {
      case NOMINAL ->
          StringColumn.create(
              column.name(),
              IntStream.range(0, file.rows()).mapToObj(row -> text(file.cell(row, place))));
      case NUMERIC -> ofDates(file, place).orElseGet(() -> numbers(column));
      case BOOLEAN ->
          BooleanColumn.create(
              column.name(), Arrays.stream(column.values()).mapToObj(TablesawTable::truth));
    };
  }

  /** Dates, with times where a cell has one; empty for a column of numbers. */
  private static Optional<Column<?>> ofDates(CsvFile file, int place) {
    List<String> cells =
        IntStream.range(0, file.rows()).mapToObj(row -> text(file.cell(row, place))).toList();
    Optional<String> first = cells.stream().filter(cell -> !cell.isEmpty()).findFirst();
    return first
        .filter(DateCells::isDate)
        .map(date -> DateCells.column(file.header().get(place), cells));
  }

  /** Whole numbers are shown without a decimal point. */
  private static DoubleColumn numbers(TableColumn column) {
    DoubleColumn numbers = DoubleColumn.create(column.name(), column.values());
    if (Arrays.stream(column.values()).allMatch(v -> Double.isNaN(v) || isWhole(v))) {
      numbers.setPrintFormatter(NumberColumnFormatter.ints());
    }
    return numbers;
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE;
  }

  private static Boolean truth(double value) {
    return Double.isNaN(value) ? null : value == 1; // null is missing
  }

  private static String text(String cell) {
    return TableColumn.isMissing(cell) ? "" : cell;
  }
}
