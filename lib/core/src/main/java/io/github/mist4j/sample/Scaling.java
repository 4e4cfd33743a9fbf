package io.github.mist4j.sample;

/**
 * Columns in units of their own.
 *
 * <pre>{@code
 * double[] z = Scaling.standardized(column); // mean 0, variance 1
 * }</pre>
 */
public final class Scaling {
  private static final int MOST = 1000; // of an exponent; the largest is 1023

  private Scaling() {}

  /**
   * The column with mean 0 and variance 1 over its n rows. A power of two, which changes no digit,
   * keeps squares of huge and tiny values from overflow and underflow.
   */
  public static double[] standardized(double[] column) {
    double[] centred = centred(column, exponent(column));
    double spread = rootMeanSquare(centred);
    for (int r = 0; r < centred.length; r++) {
      centred[r] /= spread;
    }
    return centred;
  }

  /** The standard deviation over the n rows, the root of the mean square from the mean. */
  public static double spread(double[] column) {
    int exponent = exponent(column);
    return Math.scalb(rootMeanSquare(centred(column, exponent)), exponent);
  }

  private static int exponent(double[] column) {
    double most = 0;
    for (double v : column) {
      most = Math.max(most, Math.abs(v));
    }
    return Math.max(-MOST, Math.min(MOST, Math.getExponent(most)));
  }

  /** By two to the exponent, less the mean. */
  private static double[] centred(double[] column, int exponent) {
    double power = Math.scalb(1.0, -exponent);
    var centred = new double[column.length];
    for (int r = 0; r < centred.length; r++) {
      centred[r] = column[r] * power;
    }
    centre(centred);
    centre(centred); // of what rounding left
    return centred;
  }

  private static void centre(double[] column) {
    double sum = 0;
    for (double v : column) {
      sum += v;
    }
    double mean = sum / column.length;
    for (int r = 0; r < column.length; r++) {
      column[r] -= mean;
    }
  }

  private static double rootMeanSquare(double[] column) {
    double square = 0;
    for (double v : column) {
      square += v * v;
    }
    return Math.sqrt(square / column.length);
  }
}
