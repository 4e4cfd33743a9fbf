package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** What comes again in dates and times, as names: {@code sold:weekday} of a column {@code sold}. */
enum DatePart {
  /** Mon, Tue, …. */
  WEEKDAY(
      days ->
          DayOfWeek.of((int) Math.floorMod((long) Math.floor(days) + 3, 7L) + 1) // 1970: a Thursday
              .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)),
  /** Jan, Feb, …. */
  MONTH(
      days ->
          Month.from(LocalDate.ofEpochDay((long) Math.floor(days)))
              .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)),
  /** 00 to 23. */
  HOUR(
      days ->
          String.format(
              Locale.ROOT,
              "%02d",
              (int) Math.min(23, (days - Math.floor(days)) * 24 + DatePart.ROUNDING)));

  private static final char MARK = ':';
  private static final double ROUNDING = 1e-6; // of an hour: a double of days is that exact

  private final DoubleFunction<String> name;

  DatePart(DoubleFunction<String> name) {
    this.name = name;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Optional<DatePart> asked(String column) {
    return Arrays.stream(values()).filter(p -> column.endsWith(MARK + p.word())).findFirst();
  }

  /** The column of a table that is meant: itself, or the one of which it is a part. */
  static String base(String column, List<String> names) {
    return names.contains(column)
        ? column
        : asked(column)
            .map(part -> column.substring(0, column.length() - part.word().length() - 1))
            .filter(names::contains)
            .orElse(column);
  }

  /**
   * The part of a column that is meant by a name; the column itself where that is its name.
   *
   * @throws IllegalArgumentException if the column holds no dates
   */
  static TableColumn of(TableColumn column, String asked) {
    if (asked.equals(column.name())) {
      return column;
    }
    DatePart part = asked(asked).orElseThrow();
    double[] days = column.days();
    require(
        days.length > 0,
        "column '%s' holds no dates, there is no '%s' of it",
        column.name(),
        asked);
    return TableColumn.ofNames(
        asked, days.length, row -> Double.isNaN(days[row]) ? "" : part.name.apply(days[row]));
  }

  /** The names of the parts of a column, as in a sentence. */
  static String offered(String column) {
    return Arrays.stream(values())
        .map(part -> column + MARK + part.word())
        .collect(Collectors.joining(", "));
  }
}
