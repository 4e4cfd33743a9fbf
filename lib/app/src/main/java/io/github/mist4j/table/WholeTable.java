package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table of which all columns are asked at once, or those that are chosen. Columns are named as
 * {@link TableSample} says, a part of a date behind its name, {@code sold:weekday}.
 */
final class WholeTable {
  private final List<String> names;
  private final Function<List<String>, List<TableColumn>> columns; // by names that are resolved
  private final List<String> chosen;

  private WholeTable(
      List<String> names, Function<List<String>, List<TableColumn>> columns, List<String> chosen) {
    this.names = names;
    this.columns = columns;
    this.chosen = chosen;
  }

  /** All columns of a table. */
  static WholeTable of(Table table) {
    require(table != null, "table must be given, was null");
    List<String> names = table.columns().stream().map(Column::name).toList();
    return new WholeTable(
        names,
        asked ->
            asked.stream()
                .map(
                    name -> {
                      int place = names.indexOf(DatePart.base(name, names));
                      return DatePart.of(TableColumn.of(table.column(place)), name);
                    })
                .toList(),
        names);
  }

  /** All columns of a file, which is walked through when they are asked. */
  static WholeTable of(TableFile file) {
    require(file != null, "file must be given, was null");
    List<String> names = file.columnNames();
    return new WholeTable(
        names,
        asked -> {
          Map<Integer, TableColumn> read = file.columns(asked.stream());
          return asked.stream()
              .map(name -> DatePart.of(read.get(names.indexOf(DatePart.base(name, names))), name))
              .toList();
        },
        names);
  }

  /**
   * Some of the columns only, all where none is chosen; a target takes part in any case.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  WholeTable withColumns(List<String> words) {
    require(words != null, "columns must be given, was null");
    return new WholeTable(
        names, columns, words.isEmpty() ? names : new ColumnWords(names).columns(words));
  }

  /** The columns that take part. */
  TableColumns columns() {
    return TableColumns.of(columns.apply(chosen.stream().distinct().toList()));
  }

  /** The columns that take part, and a target. */
  TableColumns columns(String target) {
    return TableColumns.of(
        columns.apply(Stream.concat(chosen.stream(), Stream.of(target)).distinct().toList()));
  }

  /**
   * The column that a word for a target means.
   *
   * @throws IllegalArgumentException if there is none
   */
  String target(String word) {
    require(word != null, "target must be the name of a column, was null");
    return new ColumnWords(names).column(word);
  }
}
