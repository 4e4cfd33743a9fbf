package io.github.mist4j.table;

import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.StringColumnFormatter;

/**
 * Columns of text that somebody has called names, so that they are names even where most of them
 * look like numbers. Their formatter tells them apart: it is all that Tablesaw keeps with a column.
 */
final class NameColumn {
  private static final StringColumnFormatter NAMES = new StringColumnFormatter();

  private NameColumn() {}

  static StringColumn of(String name, String... names) {
    StringColumn column = StringColumn.create(name, names);
    column.setPrintFormatter(NAMES);
    return column;
  }

  static boolean isNamed(StringColumn column) {
    return column.getPrintFormatter() == NAMES;
  }
}
