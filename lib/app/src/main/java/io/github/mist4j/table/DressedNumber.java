package io.github.mist4j.table;

import java.util.Locale;
import java.util.Set;

/** Reads a number with a percent or currency sign, groups of thousands or a bookkeeper's minus. */
final class DressedNumber {
  private static final int MOST_LETTERS = 60; // of a number; more is text

  /** The codes of the money that is traded most; a code that is a word would be one too many. */
  private static final Set<String> CODES =
      Set.of(
          "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "INR", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK",
          "PLN", "CZK", "HUF", "BRL", "MXN", "KRW", "ZAR", "SGD", "HKD");

  private static final char MINUS = '\u2212';

  private DressedNumber() {}

  /** A number with a unit, groups or another minus; or infinity. */
  static NumberText of(String cell) {
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
      case "inf", "+inf", "infinity", "+infinity" ->
          new NumberText(NumberText.Shape.EITHER, "", "Infinity");
      case "-inf", "-infinity" -> new NumberText(NumberText.Shape.EITHER, "", "-Infinity");
      default -> NumberText.NO_NUMBER;
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
      return NumberText.NO_NUMBER;
    }
    NumberText.Shape plain = NumberText.plain(body, 0);
    if (plain != NumberText.Shape.NONE) {
      return new NumberText(plain, unit, sign + body);
    }
    char group = 0;
    int at = NumberText.digitsEnd(body, 0);
    if (at < 1 || at > 3 || body.charAt(0) == '0') {
      return NumberText.NO_NUMBER;
    }
    var digits = new StringBuilder(sign).append(body, 0, at);
    while (at < body.length()) {
      char mark = mark(body.charAt(at));
      int end = NumberText.digitsEnd(body, at + 1);
      boolean thousands = end - at == 4 && (group == 0 || group == mark) && mark != 0;
      if (!thousands) {
        break;
      }
      group = mark;
      digits.append(body, at + 1, end);
      at = end;
    }
    if (group == 0) {
      return NumberText.NO_NUMBER;
    }
    NumberText.Shape shape =
        group == ','
            ? NumberText.Shape.DOT
            : group == '.' ? NumberText.Shape.COMMA : NumberText.Shape.WHOLE;
    if (at < body.length()) {
      char mark = body.charAt(at);
      int end = NumberText.digitsEnd(body, at + 1);
      if (end != body.length() || (mark != '.' && mark != ',') || mark == group) {
        return NumberText.NO_NUMBER;
      }
      digits.append(mark).append(body, at + 1, end);
      shape = mark == '.' ? NumberText.Shape.DOT : NumberText.Shape.COMMA;
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
