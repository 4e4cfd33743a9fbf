package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.ColumnKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.LongColumnType;

/**
 * A column as a sample takes it, or why none does: of its cells in a file, of which {@link
 * ColumnScan} has found what they are, or of its type in a Tablesaw table.
 *
 * <p>Where half of the cells of a column of text are numbers or dates and the others are not, it is
 * refused: a word among numbers is a mistake rather than a name.
 *
 * @param name its name
 * @param kind what it is; empty for numbers among words and for types that are neither
 * @param values its values, 1 for true and 0 for false, days since 1970 for dates, codes for names,
 *     NaN where a cell is missing; empty where there is no kind
 * @param levels the names of codes; empty where there are none
 * @param days since 1970, times as parts of a day, NaN where a cell is missing; empty for what is
 *     neither
 * @param refusal why a sample does not take it, empty if it does
 */
record TableColumn(
    String name,
    Optional<ColumnKind> kind,
    double[] values,
    List<String> levels,
    double[] days,
    Optional<String> refusal) {
  private static final double[] NONE = {};
  private static final long NANOS_OF_MILLI = 1_000_000;
  private static final String MISSING_LEVEL = "(missing)"; // which no cell is called

  /** The column of the cells of a file. */
  static TableColumn of(String name, ColumnForm form, ColumnCells cells) {
    if (cells instanceof ColumnCells.Numbers numbers) {
      return of(name, ColumnKind.NUMERIC, numbers.values);
    }
    if (cells instanceof ColumnCells.Ranked ranked) {
      return of(name, ColumnKind.NUMERIC, ranked.ranks());
    }
    if (cells instanceof ColumnCells.Longs longs) {
      return of(name, ColumnKind.NUMERIC, doubles(form.kind(), longs.values))
          .withDays(days(form.kind(), longs.values));
    }
    if (cells instanceof ColumnCells.Truths truths) {
      return of(
          name,
          ColumnKind.BOOLEAN,
          Arrays.stream(truths.values)
              .mapToDouble(truth -> truth == null ? Double.NaN : truth ? 1 : 0)
              .toArray());
    }
    String[] texts = ((ColumnCells.Texts) cells).values;
    return form.note().isPresent()
        ? refused(name, form.note().get())
        : ofNames(name, texts.length, row -> texts[row]);
  }

  /** The numbers themselves, exact; times as days where these are. */
  private static double[] doubles(ColumnForm.Kind kind, long[] values) {
    double[] days = kind == ColumnForm.Kind.NANOSECONDS ? NONE : days(kind, values);
    return days.length > 0 ? days : WholeNumbers.doubles(values, ColumnCells.Longs.MISSING);
  }

  private static double[] days(ColumnForm.Kind kind, long[] values) {
    return switch (kind) {
      case DAYS -> days(values, v -> v);
      case TIMES -> days(values, DateCells::days);
      case NANOSECONDS -> days(values, v -> DateCells.days(Math.floorDiv(v, NANOS_OF_MILLI)));
      default -> NONE;
    };
  }

  private static double[] days(long[] values, LongToDoubleFunction day) {
    return Arrays.stream(values)
        .mapToDouble(v -> v == ColumnCells.Longs.MISSING ? Double.NaN : day.applyAsDouble(v))
        .toArray();
  }

  private TableColumn withDays(double[] newDays) {
    return new TableColumn(name, kind, values, levels, newDays, refusal);
  }

  private static double[] filled(int rows) {
    var values = new double[rows];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** The column of some cells, whatever they hold, as names. */
  static TableColumn ofNames(String name, int rows, IntFunction<String> cells) {
    Map<String, Integer> codes = new HashMap<>();
    var levels = new ArrayList<String>();
    double[] values = filled(rows);
    for (int row = 0; row < rows; row++) {
      String cell = cells.apply(row);
      if (!cell.isEmpty()) {
        values[row] = codes.computeIfAbsent(cell, unused -> codes.size());
        if (codes.size() > levels.size()) {
          levels.add(cell);
        }
      }
    }
    return new TableColumn(
        name, Optional.of(ColumnKind.NOMINAL), values, List.copyOf(levels), NONE, Optional.empty());
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
        days,
        refusal);
  }

  /** The column of a Tablesaw table, by its type. */
  static TableColumn of(Column<?> column) {
    if (column instanceof LongColumn longs) {
      return of(
          column.name(),
          ColumnKind.NUMERIC,
          WholeNumbers.doubles(longs.asLongArray(), LongColumnType.missingValueIndicator()));
    }
    if (column instanceof NumericColumn<?> numbers) {
      return of(column, ColumnKind.NUMERIC, numbers::getDouble);
    }
    if (column instanceof BooleanColumn truths) {
      return of(column, ColumnKind.BOOLEAN, truths::getDouble);
    }
    if (column instanceof StringColumn names) {
      Optional<String> stray = NameColumn.isNamed(names) ? Optional.empty() : stray(names);
      return stray.isPresent()
          ? refused(column.name(), stray.get())
          : ofNames(column.name(), names.size(), names::get);
    }
    if (DateCells.isTemporal(column)) {
      TableColumn dates = of(column, ColumnKind.NUMERIC, row -> DateCells.value(column, row));
      return dates.withDays(dates.values);
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
                    "column '%s', row %s is %s, every cell must be a finite number"
                        .formatted(name, row + 1, values[row]))
            .findFirst();
    return new TableColumn(name, Optional.of(kind), values, List.of(), NONE, refusal);
  }

  private static TableColumn refused(String name, String sentence) {
    return new TableColumn(name, Optional.empty(), NONE, List.of(), NONE, Optional.of(sentence));
  }

  /** The names in some rows, all of which have one. */
  String[] cells(int... rows) {
    return IntStream.of(rows).mapToObj(row -> levels.get((int) values[row])).toArray(String[]::new);
  }

  /** The same column, unless it is refused. */
  TableColumn accepted() {
    require(refusal.isEmpty(), "%s", refusal.orElse(""));
    return this;
  }

  /** The sentence that refuses a column of text that is nearly one of numbers or dates. */
  private static Optional<String> stray(StringColumn column) {
    var scan = new ColumnScan(column.name());
    for (int row = 0; row < column.size(); row++) {
      String cell = column.get(row);
      if (cell.isEmpty()) {
        scan.addMissing();
      } else {
        scan.add(cell);
      }
    }
    ColumnForm form = scan.form(FileHabits.of(List.of(scan), ReadOptions.withDefaults(), '.'));
    return form.kind() == ColumnForm.Kind.WORDS ? form.note() : Optional.empty();
  }
}
