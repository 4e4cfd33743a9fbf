package io.github.mist4j.table;

import java.util.Locale;
import java.util.Set;

/**
 * A number as people and programs write it: with a dot or a comma, with groups of thousands, with a
 * percent or currency sign.
 *
 * @param shape which decimal signs it can have
 * @param unit its percent sign, currency sign or code; empty where there is none
 * @param digits the number without its unit, spaces and apostrophes
 */
record NumberText(Shape shape, String unit, String digits) {
  private static final int MOST_LETTERS = 60; // of a number; more is text

  /** The codes of the money that is traded most; a code that is a word would be one too many. */
  private static final Set<String> CODES =
      Set.of(
          "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "INR", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK",
          "PLN", "CZK", "HUF", "BRL", "MXN", "KRW", "ZAR", "SGD", "HKD");

  private static final char MINUS = '\u2212';
  private static final NumberText NO_NUMBER = new NumberText(Shape.NONE, "", "");

  /** Which decimal signs a number can have. */
  enum Shape {
    /** Digits and a sign, nothing else. */
    WHOLE,
    /** The same number under both signs. */
    EITHER,
    /** A dot is the decimal sign, or a comma separates thousands. */
    DOT,
    /** A comma is the decimal sign, or a dot separates thousands. */
    COMMA,
    /** 1.234: a decimal dot, or thousands. */
    DOT_OR_THOUSANDS,
    /** 1,234: a decimal comma, or thousands. */
    COMMA_OR_THOUSANDS,
    /** No number. */
    NONE
  }

  static NumberText of(String cell) {
    Shape plain = plain(cell, 0);
    if (plain != Shape.NONE) {
      return new NumberText(plain, "", cell);
    }
    return dressed(cell);
  }

  /** Whether it is a number where this is the decimal sign. */
  boolean fits(char decimal) {
    return shape != Shape.NONE && shape != (decimal == '.' ? Shape.COMMA : Shape.DOT);
  }

  /** Its value where this is the decimal sign and it {@link #fits}. */
  double value(char decimal) {
    return switch (shape) {
      case WHOLE, EITHER -> Double.parseDouble(digits);
      default ->
          Double.parseDouble(
              decimal == '.' ? digits.replace(",", "") : digits.replace(".", "").replace(',', '.'));
    };
  }

  /** A sign, digits with at most one dot or comma, an exponent. */
  private static Shape plain(String text, int start) {
    int n = text.length();
    int at =
        start < n && (text.charAt(start) == '-' || text.charAt(start) == '+') ? start + 1 : start;
    int first = at;
    at = digitsEnd(text, at);
    int whole = at - first;
    char mark = at < n ? text.charAt(at) : ' ';
    int fraction = 0;
    boolean marked = mark == '.' || mark == ',';
    if (marked) {
      int after = at + 1;
      at = digitsEnd(text, after);
      fraction = at - after;
    }
    if (whole + fraction == 0) {
      return Shape.NONE;
    }
    boolean power = at < n && (text.charAt(at) == 'e' || text.charAt(at) == 'E');
    if (power) {
      at++;
      at += at < n && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
      int exponent = at;
      at = digitsEnd(text, at);
      if (at == exponent) {
        return Shape.NONE;
      }
    }
    if (at != n) {
      return Shape.NONE;
    }
    if (!marked) {
      return power ? Shape.EITHER : Shape.WHOLE;
    }
    boolean group =
        !power && fraction == 3 && whole >= 1 && whole <= 3 && text.charAt(first) != '0';
    if (mark == '.') {
      return group ? Shape.DOT_OR_THOUSANDS : Shape.DOT;
    }
    return group ? Shape.COMMA_OR_THOUSANDS : Shape.COMMA;
  }

  private static int digitsEnd(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /** A number with a unit, groups or another minus; or infinity. */
  private static NumberText dressed(String cell) {
    if (cell.length() > MOST_LETTERS || !mayBeNumber(cell)) {
      return infinite(cell);
    }
    int from = 0;
    int to = cell.length();
    boolean negative = false;
    boolean signed = false;
    String unit = "";
    if (cell.charAt(0) == '(' && cell.charAt(to - 1) == ')') { // a bookkeeper's minus
      negative = signed = true;
      from++;
      to--;
    }
    for (boolean more = true; more && from < to; ) {
      char c = cell.charAt(from);
      String front = unitAt(cell, from, to, true);
      more = true;
      if (isSpace(c)) {
        from++;
      } else if (!signed && (c == '-' || c == '+' || c == MINUS)) {
        negative = c != '+';
        signed = true;
        from++;
      } else if (unit.isEmpty() && !front.isEmpty() && !front.equals("%")) {
        unit = front;
        from += front.length();
      } else {
        more = false;
      }
    }
    for (boolean more = true; more && to > from; ) {
      String back = unitAt(cell, from, to, false);
      if (isSpace(cell.charAt(to - 1))) {
        to--;
      } else if (unit.isEmpty() && !back.isEmpty()) {
        unit = back;
        to -= back.length();
      } else {
        more = false;
      }
    }
    return grouped(cell.substring(from, to), negative, unit);
  }

  private static boolean mayBeNumber(String cell) {
    return cell.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static NumberText infinite(String cell) {
    String word = cell.length() > 9 ? "" : cell.toLowerCase(Locale.ROOT);
    return switch (word) {
      case "inf", "+inf", "infinity", "+infinity" -> new NumberText(Shape.EITHER, "", "Infinity");
      case "-inf", "-infinity" -> new NumberText(Shape.EITHER, "", "-Infinity");
      default -> NO_NUMBER;
    };
  }

  /** The unit at the front or back of a part of a cell. */
  private static String unitAt(String cell, int from, int to, boolean front) {
    char c = cell.charAt(front ? from : to - 1);
    if (c == '%' || Character.getType(c) == Character.CURRENCY_SYMBOL) {
      return String.valueOf(c);
    }
    if (to - from < 4 || c < 'A' || c > 'Z') {
      return "";
    }
    String code = front ? cell.substring(from, from + 3) : cell.substring(to - 3, to);
    return CODES.contains(code) ? code : "";
  }

  /** A number of which only marks between groups and the decimal sign are left. */
  private static NumberText grouped(String body, boolean negative, String unit) {
    String sign = negative ? "-" : "";
    if (body.isEmpty() || body.charAt(0) == '-' || body.charAt(0) == '+') {
      return NO_NUMBER;
    }
    Shape plain = plain(body, 0);
    if (plain != Shape.NONE) {
      return new NumberText(plain, unit, sign + body);
    }
    char group = 0;
    int at = digitsEnd(body, 0);
    if (at < 1 || at > 3 || body.charAt(0) == '0') {
      return NO_NUMBER;
    }
    var digits = new StringBuilder(sign).append(body, 0, at);
    while (at < body.length()) {
      char mark = mark(body.charAt(at));
      int end = digitsEnd(body, at + 1);
      boolean thousands = end - at == 4 && (group == 0 || group == mark) && mark != 0;
      if (!thousands) {
        break;
      }
      group = mark;
      digits.append(body, at + 1, end);
      at = end;
    }
    if (group == 0) {
      return NO_NUMBER;
    }
    Shape shape = group == ',' ? Shape.DOT : group == '.' ? Shape.COMMA : Shape.WHOLE;
    if (at < body.length()) {
      char mark = body.charAt(at);
      int end = digitsEnd(body, at + 1);
      if (end != body.length() || mark != '.' && mark != ',' || mark == group) {
        return NO_NUMBER;
      }
      digits.append(mark).append(body, at + 1, end);
      shape = mark == '.' ? Shape.DOT : Shape.COMMA;
    }
    return new NumberText(shape, unit, digits.toString());
  }

  private static char mark(char c) {
    if (isSpace(c)) {
      return ' ';
    }
    return switch (c) {
      case '\'', '\u2019' -> '\'';
      case '.', ',' -> c;
      default -> 0;
    };
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009' || c == '\t';
  }
}
