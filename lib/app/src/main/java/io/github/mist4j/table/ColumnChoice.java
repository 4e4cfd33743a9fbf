package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses columns by name and makes a sample of them.
 *
 * @param names the names of all columns
 * @param columns the column at a place; asked for those that are chosen only
 */
record ColumnChoice(List<String> names, IntFunction<TableColumn> columns) {

  Sample sample(List<String> x, List<String> y, MissingCells missing) {
    require(missing != null, "missing must be given, was null");
    ColumnWords.Sides sides = new ColumnWords(names).sides(x, y);
    List<TableColumn> ofX = columns(sides.x(), missing);
    List<TableColumn> ofY = columns(sides.y(), missing);
    if (missing == MissingCells.REFUSE) {
      ofX.forEach(ColumnChoice::refuseMissing);
      ofY.forEach(ColumnChoice::refuseMissing);
    }
    int rows = ofX.get(0).values().length;
    int[] complete = complete(ofX, ofY);
    int dropped = rows - complete.length;
    require(
        dropped == 0 || complete.length >= Sample.MIN_ROWS,
        "a sample needs at least %d rows, only %d of %d have a value in every column of x and y",
        Sample.MIN_ROWS,
        complete.length,
        rows);
    Sample sample = sample(ofX, ofY, complete);
    return dropped == 0
        ? sample
        : sample.withWarning(
            new Warning(
                Warning.Kind.ROWS_DROPPED,
                "%s of %s rows dropped: a cell of x or y was missing".formatted(dropped, rows)));
  }

  private List<TableColumn> columns(List<String> chosen, MissingCells missing) {
    return chosen.stream()
        .map(this::column)
        .map(column -> missing == MissingCells.AS_LEVEL ? column.withMissingAsLevel() : column)
        .toList();
  }

  private TableColumn column(String name) {
    String base = DatePart.base(name, names);
    return DatePart.of(columns.apply(names.indexOf(base)).accepted(), name);
  }

  private static void refuseMissing(TableColumn column) {
    String orAsName =
        column.kind().filter(kind -> kind == ColumnKind.NOMINAL).isPresent()
            ? ", MissingCells.AS_LEVEL (--missing-as-level) takes what is missing for a name"
            : "";
    for (int row = 0; row < column.values().length; row++) {
      require(
          !Double.isNaN(column.values()[row]),
          "column '%s', row %d is missing, every cell must hold a value;"
              + " MissingCells.DROP_ROWS (--drop-missing) leaves such rows out%s",
          column.name(),
          row + 1,
          orAsName);
    }
  }

  /** The rows that have a value in every column of both sides. */
  static int[] complete(List<TableColumn> x, List<TableColumn> y) {
    return IntStream.range(0, x.get(0).values().length)
        .filter(row -> isComplete(x, row) && isComplete(y, row))
        .toArray();
  }

  private static boolean isComplete(List<TableColumn> columns, int row) {
    return columns.stream().noneMatch(column -> Double.isNaN(column.values()[row]));
  }

  /** The sample of some columns in some of their rows. */
  static Sample sample(List<TableColumn> x, List<TableColumn> y, int[] rows) {
    List<TableColumn> both = Stream.concat(x.stream(), y.stream()).toList();
    both.forEach(column -> refuseOneName(column, rows));
    Sample sample =
        Sample.ofColumns(names(x), values(x, rows), names(y), values(y, rows))
            .withKinds(kinds(x), kinds(y));
    for (TableColumn column : both) {
      if (column.kind().orElseThrow() == ColumnKind.NOMINAL) {
        sample = sample.withNames(column.name(), column.cells(rows));
      }
      for (Warning warning : WarningNotes.ofColumn(column)) {
        sample = sample.withWarning(warning);
      }
    }
    return sample;
  }

  private static void refuseOneName(TableColumn column, int[] rows) {
    if (column.levels().isEmpty()) {
      return;
    }
    boolean one =
        IntStream.of(rows).mapToDouble(row -> column.values()[row]).distinct().limit(2).count()
            == 1;
    require(
        !one,
        "column '%s' is constant, every row is %s; a constant column holds no information",
        column.name(),
        one ? column.cells(rows)[0] : "");
  }

  private static List<String> names(List<TableColumn> columns) {
    return columns.stream().map(TableColumn::name).toList();
  }

  private static List<ColumnKind> kinds(List<TableColumn> columns) {
    return columns.stream()
        .map(column -> column.kind().orElseThrow())
        .map(kind -> kind == ColumnKind.NOMINAL ? ColumnKind.NUMERIC : kind) // named after that
        .toList();
  }

  private static double[][] values(List<TableColumn> columns, int[] rows) {
    return columns.stream()
        .map(column -> Arrays.stream(rows).mapToDouble(row -> column.values()[row]).toArray())
        .toArray(double[][]::new);
  }
}
