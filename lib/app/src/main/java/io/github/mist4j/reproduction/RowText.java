package io.github.mist4j.reproduction;

import io.github.mist4j.plot.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows as aligned text. */
final class RowText {
  private RowText() {}

  static String of(List<Map<String, Object>> rows) {
    var lines = new ArrayList<List<String>>();
    lines.add(List.copyOf(rows.get(0).keySet()));
    rows.forEach(row -> lines.add(row.values().stream().map(RowText::cell).toList()));
    var text = new StringBuilder();
    for (List<String> line : lines) {
      for (int c = 0; c < line.size(); c++) {
        int column = c;
        int width = lines.stream().mapToInt(l -> l.get(column).length()).max().orElse(0);
        boolean isNumber = rows.stream().anyMatch(r -> value(r, column) instanceof Number);
        String cell = line.get(c);
        String blank = " ".repeat(width - cell.length());
        text.append(isNumber ? blank + cell : cell + blank).append("  ");
      }
      text.setLength(text.toString().stripTrailing().length());
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private static Object value(Map<String, Object> row, int column) {
    return row.values().stream().skip(column).iterator().next();
  }

  private static String cell(Object value) {
    if (value instanceof Double number) {
      return number.isNaN()
          ? "-"
          : Math.abs(number) >= 100
              ? String.format(Locale.ROOT, "%.0f", number)
              : Figures.amount(number);
    }
    return value == null ? "-" : value.toString();
  }
}
