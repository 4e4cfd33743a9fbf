package io.github.mist4j.table;

import java.util.List;
import java.util.Objects;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Results as a table; apart from them, so that a command that makes none does not load Tablesaw.
 */
final class ResultTable {
  private ResultTable() {}

  static Table of(List<ResultRow> rows) {
    Table table = Table.create("results");
    if (!rows.isEmpty()) {
      rows.get(0).names().forEach(name -> table.addColumns(column(name, rows)));
    }
    return table;
  }

  /** Of numbers if all that is known is. */
  private static Column<?> column(String name, List<ResultRow> rows) {
    Column<?> column = empty(name, rows);
    for (ResultRow row : rows) {
      Object value = row.cell(name);
      if (value == null) {
        column.appendMissing();
      } else if (column instanceof StringColumn texts) {
        texts.append(ResultRow.text(value));
      } else {
        column.appendObj(value);
      }
    }
    return column;
  }

  private static Column<?> empty(String name, List<ResultRow> rows) {
    List<Object> known = rows.stream().map(row -> row.cell(name)).filter(Objects::nonNull).toList();
    if (known.isEmpty() || !known.stream().allMatch(Number.class::isInstance)) {
      return StringColumn.create(name);
    }
    return known.stream().allMatch(Integer.class::isInstance)
        ? IntColumn.create(name)
        : DoubleColumn.create(name);
  }
}
