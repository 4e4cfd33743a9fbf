package io.github.mist4j.notebook;

import io.github.mist4j.plot.Figures;
import io.github.mist4j.plot.Xml;
import io.github.mist4j.table.TableFile;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as a notebook shows it: its first rows, whose lines do not break in a narrow window, and
 * how it was read.
 */
final class TableView {
  static final int ROWS = 10;

  private TableView() {}

  static String html(Table table) {
    int shown = Math.min(ROWS, table.rowCount());
    var html = new StringBuilder("<div style=\"overflow-x: auto\">\n<table>\n<thead><tr>");
    for (Column<?> column : table.columns()) {
      cell(html, "th", column, column.name());
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < shown; row++) {
      html.append("<tr>");
      for (Column<?> column : table.columns()) {
        cell(html, "td", column, column.getString(row));
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n<p style=\"opacity: 0.7\">");
    html.append(shown < table.rowCount() ? "the first " + shown + " of " : "");
    html.append(Figures.count(table.rowCount(), "row")).append(", ");
    html.append(Figures.count(table.columnCount(), "column"));
    html.append("</p>\n");
    for (String line : TableFile.readingOf(table)) {
      html.append("<p style=\"opacity: 0.7\">").append(Xml.escape(line)).append("</p>\n");
    }
    return html.append("</div>\n").toString();
  }

  private static void cell(StringBuilder html, String tag, Column<?> column, String text) {
    String side = column instanceof NumericColumn ? "right" : "left";
    html.append(Html.cell(tag, text, side));
  }
}
