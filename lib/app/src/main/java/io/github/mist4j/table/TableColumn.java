package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.ColumnKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * A column as a sample takes it, or why none does. Here and nowhere else is decided what a column
 * is, of its cells in a file or of its type in a Tablesaw table.
 *
 * <p>The cells of a file are numbers, or {@code true} and {@code false} in any case; every cell is
 * looked at, and one that is neither makes the column text. Empty cells and NA, N/A, NaN, null and
 * * (in any case) are missing; a column that holds nothing else is one of numbers.
 *
 * @param name its name
 * @param kind what it is; empty for text and dates
 * @param values its values, 1 for true and 0 for false, NaN where a cell is missing; empty where
 *     there is no kind
 * @param refusal why a sample does not take it, empty if it does
 */
record TableColumn(
    String name, Optional<ColumnKind> kind, double[] values, Optional<String> refusal) {
  private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "*");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final int MOST_LETTERS = 40; // of a cell in a sentence

  /** The column of some cells, as they stand in a file. */
  static TableColumn ofCells(String name, int rows, IntFunction<String> cells) {
    var values = new double[rows];
    Arrays.fill(values, Double.NaN);
    Optional<ColumnKind> kind = Optional.empty();
    for (int row = 0; row < rows; row++) {
      String cell = cells.apply(row);
      if (isMissing(cell)) {
        continue;
      }
      if (kind.isEmpty()) {
        kind = Optional.of(truth(cell).isPresent() ? ColumnKind.BOOLEAN : ColumnKind.NUMERIC);
      }
      OptionalDouble value = kind.get() == ColumnKind.BOOLEAN ? truth(cell) : number(cell);
      if (value.isEmpty()) {
        return refused(
            name,
            "column '%s', row %s is '%s', X and Y take columns of numbers or of true and false"
                .formatted(
                    name,
                    row + 1,
                    cell.length() > MOST_LETTERS ? cell.substring(0, MOST_LETTERS) + "..." : cell));
      }
      values[row] = value.getAsDouble();
    }
    return of(name, kind.orElse(ColumnKind.NUMERIC), values);
  }

  /** The column of a Tablesaw table, by its type. */
  static TableColumn of(Column<?> column) {
    if (column instanceof NumericColumn<?> numbers) {
      return of(column, ColumnKind.NUMERIC, numbers::getDouble);
    }
    if (column instanceof BooleanColumn truths) {
      return of(column, ColumnKind.BOOLEAN, truths::getDouble);
    }
    return refused(
        column.name(),
        "column '%s' is of type %s, X and Y take columns of numbers or booleans"
            .formatted(column.name(), column.type().name()));
  }

  private static TableColumn of(Column<?> column, ColumnKind kind, IntToDoubleFunction value) {
    return of(
        column.name(),
        kind,
        IntStream.range(0, column.size())
            .mapToDouble(row -> column.isMissing(row) ? Double.NaN : value.applyAsDouble(row))
            .toArray());
  }

  private static TableColumn of(String name, ColumnKind kind, double[] values) {
    Optional<String> refusal =
        IntStream.range(0, values.length)
            .filter(row -> Double.isInfinite(values[row]))
            .mapToObj(
                row ->
                    "column '%s', row %s is %s, every cell must be a finite number"
                        .formatted(name, row + 1, values[row]))
            .findFirst();
    return new TableColumn(name, Optional.of(kind), values, refusal);
  }

  private static TableColumn refused(String name, String sentence) {
    return new TableColumn(name, Optional.empty(), new double[0], Optional.of(sentence));
  }

  /** The same column, unless it is refused. */
  TableColumn accepted() {
    require(refusal.isEmpty(), "%s", refusal.orElse(""));
    return this;
  }

  /** Whether a cell of a file holds no value. */
  static boolean isMissing(String cell) {
    return cell.length() <= 4 && MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  private static OptionalDouble truth(String cell) {
    if (cell.equalsIgnoreCase("true")) {
      return OptionalDouble.of(1);
    }
    return cell.equalsIgnoreCase("false") ? OptionalDouble.of(0) : OptionalDouble.empty();
  }

  private static OptionalDouble number(String cell) {
    if (DECIMAL.matcher(cell).matches()) { // Java also takes 1f, 1d and 0x1p3
      return OptionalDouble.of(Double.parseDouble(cell));
    }
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }
}
