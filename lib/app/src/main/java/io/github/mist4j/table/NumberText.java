package io.github.mist4j.table;

/**
 * A number as people and programs write it: with a dot or a comma, with groups of thousands, with a
 * percent or currency sign.
 *
 * @param shape which decimal signs it can have
 * @param unit its percent sign, currency sign or code; empty where there is none
 * @param digits the number without its unit, spaces and apostrophes
 */
record NumberText(Shape shape, String unit, String digits) {
  /** What is no number. */
  static final NumberText NO_NUMBER = new NumberText(Shape.NONE, "", "");

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
    return DressedNumber.of(cell);
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
  static Shape plain(String text, int start) {
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

  /** Where the digits that begin here end. */
  static int digitsEnd(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
