package io.github.mist4j.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * A Tablesaw table that knows how it was read. A class of its own, so that reading alone, on the
 * command line, does not load Tablesaw.
 */
final class ReadTable extends Table {
  private static final double MOST_WHOLE = 1L << 53; // doubles above skip whole numbers
  private static final long MILLIS = 1000;

  private final String reading;
  private final List<String> notes;

  /**
   * The columns of a file.
   *
   * @param cells those of each column; given up one by one, as the table has its own
   */
  ReadTable(String name, TableScan scan, ColumnCells[] cells) {
    super(name, List.of());
    reading = scan.reading();
    List<String> names = distinctInAnyCase(scan.names());
    notes = notes(scan, names);
    for (int place = 0; place < cells.length; place++) {
      addColumns(column(names.get(place), scan.forms().get(place), cells[place]));
      cells[place] = null;
    }
  }

  /** Names that Tablesaw can tell from each other, to which upper and lower case are the same. */
  private static List<String> distinctInAnyCase(List<String> names) {
    Set<String> all = names.stream().map(ReadTable::lowerCase).collect(Collectors.toSet());
    if (all.size() == names.size()) {
      return names;
    }
    var seen = new HashSet<String>();
    var distinct = new ArrayList<String>();
    for (String name : names) {
      String other = name;
      for (int k = 2;
          seen.contains(lowerCase(other)) || (k > 2 && all.contains(lowerCase(other)));
          k++) {
        other = name + "_" + k;
      }
      seen.add(lowerCase(other));
      distinct.add(other);
    }
    return distinct;
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static List<String> notes(TableScan scan, List<String> names) {
    var notes = new ArrayList<>(scan.notes());
    for (int place = 0; place < names.size(); place++) {
      String name = scan.names().get(place);
      if (!names.get(place).equals(name)) {
        notes.add(
            "column '%s' is called '%s' here, as a Tablesaw table tells no upper case from lower case"
                .formatted(name, names.get(place)));
      }
    }
    return List.copyOf(notes);
  }

  /** The same, for classes that are checked without loading Tablesaw. */
  static Table of(String name, TableScan scan, ColumnCells[] cells) {
    return new ReadTable(name, scan, cells);
  }

  /** How it was read: a line, and a sentence for each column of which one must know something. */
  List<String> reading() {
    var lines = new ArrayList<>(List.of(reading));
    lines.addAll(notes);
    return lines;
  }

  /** The first rows, and how the table was read. */
  @Override
  public String toString() {
    return super.toString() + "\n" + String.join("\n", reading());
  }

  private static Column<?> column(String name, ColumnForm form, ColumnCells cells) {
    if (cells instanceof ColumnCells.Numbers numbers) {
      return numbers(name, numbers.values);
    }
    if (cells instanceof ColumnCells.Ranked ranked) {
      return numbers(name, ranked.ranks());
    }
    if (cells instanceof ColumnCells.Truths truths) {
      return BooleanColumn.create(name, truths.values);
    }
    if (cells instanceof ColumnCells.Longs longs) {
      return switch (form.kind()) {
        case DAYS -> days(name, longs.values);
        case TIMES -> times(name, longs.values);
        default -> LongColumn.create(name, longs.values);
      };
    }
    String[] texts = ((ColumnCells.Texts) cells).values;
    return form.kind() == ColumnForm.Kind.NAMES
        ? NameColumn.of(name, texts)
        : StringColumn.create(name, texts);
  }

  /** Whole numbers are shown without a decimal point. */
  private static DoubleColumn numbers(String name, double[] values) {
    DoubleColumn numbers = DoubleColumn.create(name, values);
    if (Arrays.stream(values).allMatch(v -> Double.isNaN(v) || isWhole(v))) {
      numbers.setPrintFormatter(NumberColumnFormatter.ints());
    }
    return numbers;
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE;
  }

  private static DateColumn days(String name, long[] days) {
    DateColumn column = DateColumn.create(name);
    for (long day : days) {
      if (day == ColumnCells.Longs.MISSING) {
        column.appendMissing();
      } else {
        column.append(LocalDate.ofEpochDay(day));
      }
    }
    return column;
  }

  private static DateTimeColumn times(String name, long[] millis) {
    DateTimeColumn column = DateTimeColumn.create(name);
    for (long time : millis) {
      if (time == ColumnCells.Longs.MISSING) {
        column.appendMissing();
      } else {
        column.append(
            LocalDateTime.ofEpochSecond(
                Math.floorDiv(time, MILLIS),
                (int) Math.floorMod(time, MILLIS) * 1_000_000,
                ZoneOffset.UTC));
      }
    }
    return column;
  }
}
