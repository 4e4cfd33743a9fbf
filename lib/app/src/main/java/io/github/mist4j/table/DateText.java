package io.github.mist4j.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
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

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int SHORTEST = 6; // 1/2/24
  private static final int LONGEST = 45;
  private static final long SECOND = 1_000_000_000;

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

  private static Optional<LocalDate> day(int order, int first, int second, int third) {
    try {
      return Optional.of(
          switch (order) {
            case YEAR_FIRST -> LocalDate.of(first, second, third);
            case DAY_FIRST -> LocalDate.of(third, second, first);
            default -> LocalDate.of(third, first, second);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads a cell from left to right. */
  private static final class DateScanner {
    private final String text;
    private int at;
    private boolean zoned;

    DateScanner(String text) {
      this.text = text;
    }

    Optional<DateText> date() {
      boolean monthFirst = Character.isLetter(text.charAt(0));
      int firstAt = at;
      int first = monthFirst ? month() : number(4);
      int firstWidth = at - firstAt;
      char mark = mark();
      if (first < 0 || mark == 0) {
        return Optional.empty();
      }
      boolean secondNamed =
          !monthFirst && at < text.length() && Character.isLetter(text.charAt(at));
      int second = secondNamed ? month() : number(2);
      char mark2 = mark();
      boolean named = monthFirst || secondNamed;
      if (second < 0 || mark2 == 0 || !named && mark2 != mark || !named && mark == ' ') {
        return Optional.empty();
      }
      int thirdAt = at;
      int third = number(4);
      int thirdWidth = at - thirdAt;
      if (third < 0) {
        return Optional.empty();
      }
      int allowed;
      if (firstWidth == 4 && !monthFirst) {
        allowed = thirdWidth <= 2 ? YEAR_FIRST : 0;
      } else if (thirdWidth == 4 || thirdWidth == 2) {
        allowed =
            monthFirst
                ? MONTH_FIRST
                : secondNamed || mark == '.' ? DAY_FIRST : DAY_FIRST | MONTH_FIRST;
        third += thirdWidth == 4 ? 0 : third < 69 ? 2000 : 1900; // as POSIX reads two digits
      } else {
        allowed = 0;
      }
      int orders = 0;
      for (int order = YEAR_FIRST; order <= MONTH_FIRST; order *= 2) {
        orders |=
            (allowed & order) != 0 && day(order, first, second, third).isPresent() ? order : 0;
      }
      if (orders == 0) {
        return Optional.empty();
      }
      boolean timed = at < text.length();
      long nanos = timed ? time() : 0;
      return nanos == Long.MIN_VALUE || at < text.length()
          ? Optional.empty()
          : Optional.of(new DateText(first, second, third, orders, timed, zoned, nanos));
    }

    /** The mark between two parts of a date; 0 where there is none. */
    private char mark() {
      if (at >= text.length()) {
        return 0;
      }
      char c = text.charAt(at);
      if (c != '-' && c != '/' && c != '.' && c != ' ' && c != ',') {
        return 0;
      }
      at++;
      if ((c == '.' || c == ',') && at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      return c;
    }

    private int number(int most) {
      int start = at;
      int value = 0;
      while (at < text.length() && at - start < most && Character.isDigit(text.charAt(at))) {
        value = 10 * value + text.charAt(at++) - '0';
      }
      boolean whole = at >= text.length() || !Character.isDigit(text.charAt(at));
      return at == start || !whole ? -1 : value;
    }

    private int month() {
      int start = at;
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
      int place =
          at - start < 3
              ? -1
              : MONTHS.indexOf(text.substring(start, start + 3).toLowerCase(Locale.ROOT));
      return place % 3 == 0 ? place / 3 + 1 : -1;
    }

    /** Hour, minute and what may follow; the smallest number where it is none. */
    private long time() {
      at += text.charAt(at) == ',' ? 1 : 0;
      char mark = at < text.length() ? text.charAt(at++) : 0;
      int hour = number(2);
      if (mark != 'T' && mark != ' ' || hour < 0 || hour > 24 || !at(':')) {
        return Long.MIN_VALUE;
      }
      int minute = number(2);
      int second = 0;
      long fraction = 0;
      if (at(':')) {
        second = number(2);
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
          at++;
          int start = at;
          long unit = SECOND;
          while (at < text.length() && Character.isDigit(text.charAt(at))) {
            unit /= 10;
            fraction += unit * (text.charAt(at++) - '0');
          }
          second = at == start ? -1 : second;
        }
      }
      if (minute < 0 || minute > 59 || second < 0 || second > 60) {
        return Long.MIN_VALUE;
      }
      at(' ');
      if (at + 2 <= text.length() && "AM".equalsIgnoreCase(text.substring(at, at + 2))) {
        hour = hour % 12;
        at += 2;
      } else if (at + 2 <= text.length() && "PM".equalsIgnoreCase(text.substring(at, at + 2))) {
        hour = hour % 12 + 12;
        at += 2;
      }
      return (hour * 3600L + minute * 60L + second - offset()) * SECOND + fraction;
    }

    /** The seconds by which the time is before UTC. */
    private long offset() {
      at(' ');
      String rest = text.substring(at);
      if (rest.equals("Z") || rest.equals("UTC") || rest.equals("GMT")) {
        zoned = true;
        at = text.length();
        return 0;
      }
      if (rest.length() < 3 || rest.charAt(0) != '+' && rest.charAt(0) != '-') {
        return 0;
      }
      at++;
      int hours = rest.length() == 5 ? number(4) : number(2);
      int minutes = 0;
      if (rest.length() == 5) {
        minutes = hours % 100;
        hours /= 100;
      } else if (at(':')) {
        minutes = number(2);
      }
      zoned = hours >= 0 && minutes >= 0;
      return zoned ? (rest.charAt(0) == '-' ? -1 : 1) * (hours * 3600L + minutes * 60L) : 0;
    }

    private boolean at(char c) {
      if (at < text.length() && text.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }
  }
}
