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
    double most = Arrays.stream(column).map(Math::abs).max().orElseThrow();
    double power = Math.scalb(1.0, -Math.max(-MOST, Math.min(MOST, Math.getExponent(most))));
    return moderate(Arrays.stream(column).map(v -> v * power).toArray());
  }

  /** The same of values whose squares are neither too large nor too small. */
  private static double[] moderate(double[] column) {
    double mean = Arrays.stream(column).average().orElseThrow();
    double square = Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum();
    double spread = Math.sqrt(square / column.length);
    return Arrays.stream(column).map(v -> (v - mean) / spread).toArray();
  }
}
