package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.ColumnKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * A column as a sample takes it, or why none does. Here and nowhere else is decided what a column
 * is, of its cells in a file or of its type in a Tablesaw table.
 *
 * <p>The cells of a file are numbers, dates as 2024-03-31, or {@code true} and {@code false} in any
 * case; every cell is looked at, and anything else makes the column one of names. Where half of the
 * cells are numbers and the others are not, it is refused: a word among numbers is a mistake rather
 * than a name. Empty cells and NA, N/A, NaN, null and * (in any case) are missing; a column that
 * holds nothing else is one of numbers.
 *
 * @param name its name
 * @param kind what it is; empty for numbers among words and for types that are neither
 * @param values its values, 1 for true and 0 for false, days since 1970 for dates, codes for names,
 *     NaN where a cell is missing; empty where there is no kind
 * @param levels the names of codes; empty where there are none
 * @param refusal why a sample does not take it, empty if it does
 */
record TableColumn(
    String name,
    Optional<ColumnKind> kind,
    double[] values,
    List<String> levels,
    Optional<String> refusal) {
  private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "*");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final int MOST_LETTERS = 40; // of a cell in a sentence
  private static final String MISSING_LEVEL = "(missing)"; // which no cell is called

  /** The column of some cells, as they stand in a file. */
  static TableColumn ofCells(String name, int rows, IntFunction<String> cells) {
    OptionalInt first =
        IntStream.range(0, rows).filter(row -> !isMissing(cells.apply(row))).findFirst();
    if (first.isEmpty()) {
      return of(name, ColumnKind.NUMERIC, filled(rows));
    }
    String cell = cells.apply(first.getAsInt());
    ColumnKind kind = truth(cell).isPresent() ? ColumnKind.BOOLEAN : ColumnKind.NUMERIC;
    Function<String, OptionalDouble> value =
        kind == ColumnKind.BOOLEAN
            ? TableColumn::truth
            : DateCells.isDate(cell) ? DateCells::value : TableColumn::number;
    double[] values = filled(rows);
    for (int row = first.getAsInt(); row < rows; row++) {
      if (isMissing(cells.apply(row))) {
        continue;
      }
      OptionalDouble read = value.apply(cells.apply(row));
      if (read.isEmpty()) {
        return ofWords(name, rows, cells);
      }
      values[row] = read.getAsDouble();
    }
    return of(name, kind, values);
  }

  private static double[] filled(int rows) {
    var values = new double[rows];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Names, unless half of the cells are numbers. */
  private static TableColumn ofWords(String name, int rows, IntFunction<String> cells) {
    int numbers = 0;
    int words = 0;
    int first = -1;
    for (int row = 0; row < rows; row++) {
      String cell = cells.apply(row);
      if (number(cell).isPresent()) {
        numbers++;
      } else if (!isMissing(cell)) {
        first = words == 0 ? row : first;
        words++;
      }
    }
    return numbers < words
        ? ofNames(name, rows, cells)
        : refused(
            name,
            ("column '%s', row %d is '%s', and %d other cells are numbers; --nominal %s or"
                    + " Mist.withNames takes all of them as names")
                .formatted(name, first + 1, shortened(cells.apply(first)), numbers, name));
  }

  private static String shortened(String cell) {
    return cell.length() > MOST_LETTERS ? cell.substring(0, MOST_LETTERS) + "..." : cell;
  }

  /** The column of some cells, whatever they hold, as names. */
  static TableColumn ofNames(String name, int rows, IntFunction<String> cells) {
    Map<String, Integer> codes = new HashMap<>();
    var levels = new ArrayList<String>();
    double[] values = filled(rows);
    for (int row = 0; row < rows; row++) {
      String cell = cells.apply(row);
      if (!isMissing(cell)) {
        values[row] = codes.computeIfAbsent(cell, unused -> codes.size());
        if (codes.size() > levels.size()) {
          levels.add(cell);
        }
      }
    }
    return new TableColumn(
        name, Optional.of(ColumnKind.NOMINAL), values, List.copyOf(levels), Optional.empty());
  }

  /** The same with a level of its own in the place of missing names. */
  TableColumn withMissingAsLevel() {
    if (levels.isEmpty() || Arrays.stream(values).noneMatch(Double::isNaN)) {
      return this;
    }
    var more = new ArrayList<>(levels);
    more.add(MISSING_LEVEL);
    return new TableColumn(
        name,
        kind,
        Arrays.stream(values).map(v -> Double.isNaN(v) ? levels.size() : v).toArray(),
        List.copyOf(more),
        refusal);
  }

  /** The column of a Tablesaw table, by its type. */
  static TableColumn of(Column<?> column) {
    if (column instanceof NumericColumn<?> numbers) {
      return of(column, ColumnKind.NUMERIC, numbers::getDouble);
    }
    if (column instanceof BooleanColumn truths) {
      return of(column, ColumnKind.BOOLEAN, truths::getDouble);
    }
    if (column instanceof StringColumn names) {
      IntFunction<String> cells = row -> names.isMissing(row) ? "" : names.get(row);
      int rows = names.size();
      boolean codes =
          IntStream.range(0, rows)
              .mapToObj(cells)
              .allMatch(cell -> isMissing(cell) || number(cell).isPresent());
      return codes ? ofNames(column.name(), rows, cells) : ofWords(column.name(), rows, cells);
    }
    if (DateCells.isTemporal(column)) {
      return of(column, ColumnKind.NUMERIC, row -> DateCells.value(column, row));
    }
    return refused(
        column.name(),
        "column '%s' is of type %s, X and Y take columns of numbers, booleans, names or dates"
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
                    "column '%s', row %d is %s, every cell must be a finite number"
                        .formatted(name, row + 1, values[row]))
            .findFirst();
    return new TableColumn(name, Optional.of(kind), values, List.of(), refusal);
  }

  private static TableColumn refused(String name, String sentence) {
    return new TableColumn(name, Optional.empty(), new double[0], List.of(), Optional.of(sentence));
  }

  /** The names in some rows, all of which have one. */
  String[] cells(int[] rows) {
    return IntStream.of(rows).mapToObj(row -> levels.get((int) values[row])).toArray(String[]::new);
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
