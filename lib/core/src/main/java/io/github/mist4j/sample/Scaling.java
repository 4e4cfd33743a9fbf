package io.github.mist4j.sample;

import java.util.Arrays;

/** Columns in units of their own. */
public final class Scaling {
  private static final int MOST = 1000; // of an exponent; the largest is 1023

  private Scaling() {}

  /**
   * The column with mean 0 and variance 1 over its n rows. A power of two, which changes no digit,
   * keeps squares of huge and tiny values from overflow and underflow.
   */
  public static double[] standardized(double[] column) {
    double[] moderate = scaled(column, exponent(column));
    double mean = mean(moderate);
    double spread = moderateSpread(moderate);
    return Arrays.stream(moderate).map(v -> (v - mean) / spread).toArray();
  }

  /** The standard deviation over the n rows, the root of the mean square from the mean. */
  public static double spread(double[] column) {
    int exponent = exponent(column);
    return Math.scalb(moderateSpread(scaled(column, exponent)), exponent);
  }

  private static int exponent(double[] column) {
    double most = Arrays.stream(column).map(Math::abs).max().orElseThrow();
    return Math.max(-MOST, Math.min(MOST, Math.getExponent(most)));
  }

  private static double[] scaled(double[] column, int exponent) {
    double power = Math.scalb(1.0, -exponent);
    return Arrays.stream(column).map(v -> v * power).toArray();
  }

  private static double mean(double[] column) {
    return Arrays.stream(column).average().orElseThrow();
  }

  /** Of values whose squares are neither too large nor too small. */
  private static double moderateSpread(double[] column) {
    double mean = mean(column);
    double square = Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(square / column.length);
  }
}
