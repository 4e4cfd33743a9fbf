package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A target and the other columns of a table, in the rows in which all of them have a value.
 *
 * @param target the target
 * @param columns the others
 * @param rows the rows
 * @param notes what was left out and why
 */
record CompleteColumns(
    TableColumn target, List<TableColumn> columns, int[] rows, List<String> notes) {
  private static final int ROWS_A_NAME = 5; // on average: of fewer much follows by chance
  private static final double MANY_MISSING = 0.1; // a column that would cost so many rows is left

  static CompleteColumns of(WholeTable table, String name) {
    String target = table.target(name);
    TableColumns all = table.columns(target);
    int place = all.indexOf(target);
    require(place >= 0, "the target must be a column that varies: %s", all.leftOut().get(target));
    require(all.size() >= 2, "there is no other column that can say something about '%s'", target);
    var notes = new ArrayList<>(all.notes());
    TableColumn y = all.columns().get(place);
    int[] rows = ColumnChoice.complete(List.of(y), List.of(y));
    var kept = new ArrayList<TableColumn>();
    for (TableColumn column : all.columns()) {
      if (!column.name().equals(target)) {
        long missing = IntStream.of(rows).filter(r -> Double.isNaN(column.values()[r])).count();
        if (missing > MANY_MISSING * rows.length) {
          notes.add(
              "column '%s' is left out: %s of %s rows have no value"
                  .formatted(column.name(), missing, rows.length));
        } else {
          kept.add(column);
        }
      }
    }
    require(!kept.isEmpty(), "every other column misses values in more than 10%% of the rows");
    int[] complete = ColumnChoice.complete(kept, List.of(y));
    require(
        complete.length >= Sample.MIN_ROWS,
        "only %s rows have a value in every column; at least %s are needed",
        complete.length,
        Sample.MIN_ROWS);
    if (complete.length < all.rows()) {
      notes.add(
          "%s of %s rows have a value in every column that takes part"
              .formatted(complete.length, all.rows()));
    }
    return new CompleteColumns(
        y, kept.stream().filter(c -> varies(c, complete)).toList(), complete, notes);
  }

  private static boolean varies(TableColumn column, int[] rows) {
    return IntStream.of(rows).mapToDouble(r -> column.values()[r]).distinct().limit(2).count() > 1;
  }

  /**
   * The same without numbers that follow from names, as the place of a town does: they say nothing
   * beyond them, and so few different numbers are hard to estimate from.
   */
  CompleteColumns withoutAttributesOfNames() {
    var left = new ArrayList<>(columns);
    var more = new ArrayList<>(notes);
    List<TableColumn> named = columns.stream().filter(this::isOfFrequentNames).toList();
    for (TableColumn column : columns) {
      if (column.kind().orElseThrow() == ColumnKind.NUMERIC) {
        named.stream()
            .filter(names -> follows(column, names))
            .findFirst()
            .ifPresent(
                names -> {
                  left.remove(column);
                  more.add(
                      "column '%s' is left out: it follows from '%s'"
                          .formatted(column.name(), names.name()));
                });
      }
    }
    return new CompleteColumns(target, left, rows, more);
  }

  private boolean isOfFrequentNames(TableColumn column) {
    return column.kind().orElseThrow() == ColumnKind.NOMINAL
        && Arrays.stream(values(column)).distinct().count() * ROWS_A_NAME <= rows.length;
  }

  private boolean follows(TableColumn column, TableColumn names) {
    var valueOf = new HashMap<Double, Double>();
    for (int r : rows) {
      Double known = valueOf.putIfAbsent(names.values()[r], column.values()[r]);
      if (known != null && known != column.values()[r]) {
        return false;
      }
    }
    return true;
  }

  /** Some of the rows. */
  CompleteColumns inRows(int[] some) {
    return new CompleteColumns(
        target, columns, IntStream.of(some).map(r -> rows[r]).toArray(), notes);
  }

  /** The values of a column in the rows. */
  double[] values(TableColumn column) {
    return IntStream.of(rows).mapToDouble(r -> column.values()[r]).toArray();
  }

  /** Some of the columns, by their places, beside others. */
  Sample sample(List<Integer> x, TableColumn y) {
    return ColumnChoice.sample(x.stream().map(columns::get).toList(), List.of(y), rows);
  }
}
