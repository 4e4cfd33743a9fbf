package io.github.mist4j.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as people read them: {@code Figures.amount(0.5312)} is 0.53.
 *
 * <pre>{@code
 * Figures.amount(0.5312) // 0.53
 * Figures.small(3e-8) // 3e-08
 * }</pre>
 */
public final class Figures {
  private static final int LONG = 10; // digits before the point, or behind it

  private Figures() {}

  /** The decimals that suit a mutual information of this size: 0.003, 0.53, 12.4. */
  public static int decimals(double value) {
    double size = Math.abs(value);
    return size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
  }

  /**
   * With so many decimals, a true minus sign and no negative zero; nothing at all is 0, a dash
   * stands for NaN.
   */
  public static String fixed(double value, int decimals) {
    if (value == 0) {
      return "0";
    }
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : value < 0 ? "−∞" : "∞";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return (rounded.signum() < 0 ? "−" : "") + rounded.abs().toPlainString();
  }

  /** With the decimals that suit it. */
  public static String amount(double value) {
    return fixed(value, decimals(value));
  }

  /** To two significant digits, without an exponent: 0.005, 0.42, 1. */
  public static String probability(double p) {
    return BigDecimal.valueOf(p).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }

  /** To two significant digits, with an exponent where it is small: 0.042, 3e-08. */
  public static String small(double p) {
    return p >= 1e-3 ? probability(p) : String.format(Locale.ROOT, "%.0e", p);
  }

  /** To some significant digits, with an exponent where it is long: 4700, 46.8, 1.7e300. */
  static String rounded(double value, int digits) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    String text =
        Math.abs(exponent) < LONG
            ? rounded.abs().toPlainString()
            : rounded.abs().movePointLeft(exponent).toPlainString() + "e" + exponent;
    return (rounded.signum() < 0 ? "−" : "") + text;
  }

  /** A share as a percentage: 90, 97.5. */
  public static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  /** A share as a percentage of whole points or tenths: 89.6%. */
  public static String percent(double share, int decimals) {
    return fixed(100 * share, decimals) + "%";
  }

  /** A number of things: 1 column, 3 columns. */
  public static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** A name of at most so many letters, an ellipsis for its middle: names often end in numbers. */
  public static String shortened(String name, int most) {
    int last = (most - 1) / 3;
    return name.length() <= most
        ? name
        : name.substring(0, most - 1 - last) + "…" + name.substring(name.length() - last);
  }

  /** A name of at most so many letters, without its middle: names of levels often begin alike. */
  static String abridged(String name, int most) {
    int end = most / 3;
    return name.length() <= most
        ? name
        : name.substring(0, most - 1 - end) + "…" + name.substring(name.length() - end);
  }
}
