package io.github.mist4j.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.OptionalDouble;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Dates and times as numbers, which have their order: days since 1970, times as parts of a day. */
final class DateCells {
  private static final int DATE_LETTERS = 10; // 2024-03-31
  private static final double NANOS_A_DAY = 24 * 3600e9;

  private DateCells() {}

  /** Whether a cell of a file is a date as 2024-03-31, with a time as T12:30:00 or without. */
  static boolean isDate(String cell) {
    return value(cell).isPresent();
  }

  /** Days since 1970, with their part where there is a time; empty if it is no date. */
  static OptionalDouble value(String cell) {
    if (cell.length() < DATE_LETTERS || cell.charAt(4) != '-' || cell.charAt(7) != '-') {
      return OptionalDouble.empty();
    }
    try {
      if (cell.length() == DATE_LETTERS) {
        return OptionalDouble.of(LocalDate.parse(cell).toEpochDay());
      }
      return OptionalDouble.of(days(time(cell)));
    } catch (DateTimeParseException e) {
      return OptionalDouble.empty();
    }
  }

  private static LocalDateTime time(String cell) {
    return cell.length() == DATE_LETTERS
        ? LocalDate.parse(cell).atStartOfDay()
        : LocalDateTime.parse(cell.replace(' ', 'T').replaceFirst("Z$", ""));
  }

  /** A column of a table from such cells, of which empty ones are missing. */
  static Column<?> column(String name, List<String> cells) {
    return cells.stream().allMatch(cell -> cell.isEmpty() || cell.length() == DATE_LETTERS)
        ? DateColumn.create(
            name, cells.stream().map(cell -> cell.isEmpty() ? null : LocalDate.parse(cell)))
        : DateTimeColumn.create(
            name, cells.stream().map(cell -> cell.isEmpty() ? null : time(cell)));
  }

  private static double days(LocalDateTime time) {
    return time.toLocalDate().toEpochDay() + time.toLocalTime().toNanoOfDay() / NANOS_A_DAY;
  }

  /** Whether a column of a table holds dates or times. */
  static boolean isTemporal(Column<?> column) {
    return column instanceof DateColumn
        || column instanceof DateTimeColumn
        || column instanceof InstantColumn
        || column instanceof TimeColumn;
  }

  /** The value in a row of such a column. */
  static double value(Column<?> column, int row) {
    if (column instanceof DateColumn dates) {
      return dates.get(row).toEpochDay();
    }
    if (column instanceof DateTimeColumn times) {
      return days(times.get(row));
    }
    if (column instanceof InstantColumn instants) {
      return days(LocalDateTime.ofInstant(instants.get(row), ZoneOffset.UTC));
    }
    LocalTime time = ((TimeColumn) column).get(row);
    return time.toNanoOfDay() / NANOS_A_DAY;
  }
}
