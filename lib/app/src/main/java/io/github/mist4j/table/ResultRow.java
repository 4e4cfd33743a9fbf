package io.github.mist4j.table;

import io.github.mist4j.file.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of results: numbers, texts and lists of texts by name; null is not known. */
final class ResultRow {
  private final Map<String, Object> cells = new LinkedHashMap<>();

  ResultRow with(String name, Object value) {
    cells.put(name, value instanceof Optional<?> some ? some.orElse(null) : value);
    return this;
  }

  JsonObject json() {
    var json = new JsonObject();
    cells.forEach(json::with);
    return json;
  }

  String csvHeader() {
    return cells.keySet().stream().map(ResultRow::quoted).collect(Collectors.joining(","));
  }

  String csv() {
    return cells.values().stream()
        .map(ResultRow::text)
        .map(ResultRow::quoted)
        .collect(Collectors.joining(","));
  }

  /** Lists become one text; what is not known is empty. */
  static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining("; "))
        : value == null ? "" : value.toString();
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  /** The names of the cells, in their order. */
  List<String> names() {
    return List.copyOf(cells.keySet());
  }

  /** A cell, null where it is not known. */
  Object cell(String name) {
    return cells.get(name);
  }
}
