package io.github.mist4j.table;

import java.util.Locale;
import java.util.Optional;

/** Reads the cell of a {@link DateText} from left to right. */
final class DateScanner {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final long SECOND = 1_000_000_000; // in nanoseconds

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
    boolean secondNamed = !monthFirst && at < text.length() && Character.isLetter(text.charAt(at));
    int second = secondNamed ? month() : number(2);
    char mark2 = mark();
    boolean named = monthFirst || secondNamed;
    if (second < 0 || mark2 == 0 || (!named && (mark2 != mark || mark == ' '))) {
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
      allowed = thirdWidth <= 2 ? DateText.YEAR_FIRST : 0;
    } else if (thirdWidth == 4 || thirdWidth == 2) {
      allowed =
          monthFirst
              ? DateText.MONTH_FIRST
              : secondNamed || mark == '.'
                  ? DateText.DAY_FIRST
                  : DateText.DAY_FIRST | DateText.MONTH_FIRST;
      third += thirdWidth == 4 ? 0 : third < 69 ? 2000 : 1900; // as POSIX reads two digits
    } else {
      allowed = 0;
    }
    int orders = 0;
    for (int order = DateText.YEAR_FIRST; order <= DateText.MONTH_FIRST; order *= 2) {
      orders |=
          (allowed & order) != 0 && DateText.day(order, first, second, third).isPresent()
              ? order
              : 0;
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
    while (at < text.length() && at - start < most && isDigit(text.charAt(at))) {
      value = 10 * value + text.charAt(at++) - '0';
    }
    boolean whole = at >= text.length() || !isDigit(text.charAt(at));
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
    if ((mark != 'T' && mark != ' ') || hour < 0 || hour > 24 || !at(':')) {
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
        while (at < text.length() && isDigit(text.charAt(at))) {
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
    if (rest.length() < 3 || (rest.charAt(0) != '+' && rest.charAt(0) != '-')) {
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

  /** One of ours; other scripts have digits too. */
  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
