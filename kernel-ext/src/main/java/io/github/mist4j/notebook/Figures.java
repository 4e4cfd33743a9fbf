package io.github.mist4j.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them. */
final class Figures {
  private Figures() {}

  /** The decimals that suit a mutual information of this size: 0.003, 0.53, 12.4. */
  static int decimals(double value) {
    double size = Math.abs(value);
    return size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
  }

  /** With so many decimals, a true minus sign and no negative zero; nothing at all is 0. */
  static String fixed(double value, int decimals) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return (rounded.signum() < 0 ? "−" : "") + rounded.abs().toPlainString();
  }

  /** With the decimals that suit it. */
  static String amount(double value) {
    return fixed(value, decimals(value));
  }

  /** To two significant digits, without an exponent: 0.005, 0.42, 1. */
  static String probability(double p) {
    return BigDecimal.valueOf(p).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  /** To two significant digits, with an exponent where it is small: 0.042, 3e-8. */
  static String small(double p) {
    return p >= 1e-3 ? probability(p) : String.format(java.util.Locale.ROOT, "%.0e", p);
  }

  /** A share as a percentage: 90, 97.5. */
  static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  /** A number of things: 1 column, 3 columns. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
