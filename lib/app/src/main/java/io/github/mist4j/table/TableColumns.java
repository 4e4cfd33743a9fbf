package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The columns of a table that take part where all pairs of columns are asked: numbers and booleans
 * that are not constant.
 *
 * @param names their names
 * @param values their values, NaN where a cell is missing, (columns, rows)
 * @param leftOut why other columns are left out, a sentence for each name
 */
record TableColumns(List<String> names, List<double[]> values, Map<String, String> leftOut) {

  static TableColumns of(Table table) {
    require(table != null, "table must be given, was null");
    var names = new ArrayList<String>();
    var values = new ArrayList<double[]>();
    var leftOut = new LinkedHashMap<String, String>();
    for (Column<?> column : table.columns()) {
      if (!TableSample.isNumeric(column)) {
        leftOut.put(
            column.name(),
            "column '%s' is left out: it is of type %s, and there is no order among names; give each"
                    .formatted(column.name(), column.type().name())
                + " category a column of 0 and 1 to ask about it");
        continue;
      }
      double[] numbers = TableSample.numbers(column);
      List<Double> distinct =
          IntStream.range(0, numbers.length)
              .filter(r -> !Double.isNaN(numbers[r]))
              .mapToObj(r -> numbers[r])
              .distinct()
              .limit(2)
              .toList();
      if (distinct.size() < 2) {
        leftOut.put(
            column.name(),
            "column '%s' is left out: it is constant or empty".formatted(column.name()));
        continue;
      }
      names.add(column.name());
      values.add(numbers);
    }
    return new TableColumns(names, values, leftOut);
  }

  /** Why other columns are left out, in their order. */
  List<String> notes() {
    return List.copyOf(leftOut.values());
  }

  int size() {
    return names.size();
  }

  int indexOf(String name) {
    return names.indexOf(name);
  }

  /**
   * Two columns in the rows in which both have a value; empty if these are too few, or if a column
   * is constant in them.
   */
  Optional<Sample> pair(int a, int b) {
    double[][] x = {values.get(a)};
    double[][] y = {values.get(b)};
    int[] rows = ColumnChoice.complete(x, y);
    try {
      return Optional.of(
          Sample.ofColumns(
              List.of(names.get(a)),
              ColumnChoice.chosen(x, rows),
              List.of(names.get(b)),
              ColumnChoice.chosen(y, rows)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
