package io.github.mist4j.table;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Dates and times as numbers, which have their order: days since 1970, times as parts of a day. */
final class DateCells {
  private static final double NANOS_A_DAY = 24 * 3600e9;

  private DateCells() {}

  /** Days since 1970, with their part, of milliseconds since 1970. */
  static double days(long millis) {
    return days(
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(millis, 1000L),
            (int) Math.floorMod(millis, 1000L) * 1_000_000,
            ZoneOffset.UTC));
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
