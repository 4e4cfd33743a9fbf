package io.github.mist4j.table;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A date, with or without a time of the day, as people and programs write it: 2024-01-31,
 * 31.01.2024, 1/31/2024 2:05 PM, 31 Jan 2024, 2024-01-31T14:05:00.123+01:00.
 *
 * @param first the first number or month
 * @param second the second
 * @param third the third
 * @param orders the orders that its numbers allow, a sum of {@link #YEAR_FIRST}, {@link
 *     #DAY_FIRST}, {@link #MONTH_FIRST}
 * @param timed whether there is a time of the day
 * @param zoned whether there is a time zone; the nanoseconds are those of UTC then
 * @param nanos the nanoseconds since the midnight of the date; negative or more than a day's where
 *     UTC has another day
 */
record DateText(
    int first, int second, int third, int orders, boolean timed, boolean zoned, long nanos) {
  static final int YEAR_FIRST = 1;
  static final int DAY_FIRST = 2;
  static final int MONTH_FIRST = 4;

  private static final int SHORTEST = 6; // 1/2/24
  private static final int LONGEST = 45;

  static Optional<DateText> of(String cell) {
    int n = cell.length();
    boolean likely = n >= SHORTEST && n <= LONGEST && hasDigit(cell);
    return likely ? new DateScanner(cell).date() : Optional.empty();
  }

  private static boolean hasDigit(String cell) {
    int n = cell.length();
    return Character.isDigit(cell.charAt(0))
        || Character.isDigit(cell.charAt(n - 1))
        || Character.isDigit(cell.charAt(Math.min(4, n - 1)));
  }

  /** The days since 1970-01-01 in an order that the numbers allow. */
  long day(int order) {
    return day(order, first, second, third).orElseThrow().toEpochDay();
  }

  /** A day of three numbers in some order; empty where there is none. */
  static Optional<LocalDate> day(int order, int first, int second, int third) {
    int year = order == YEAR_FIRST ? first : third;
    int month = order == MONTH_FIRST ? first : second;
    int day = order == YEAR_FIRST ? third : order == DAY_FIRST ? first : second;
    boolean there =
        month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
    return there ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
  }
}
