package io.github.mist4j.distribution;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A value that a finer and finer quadrature comes to.
 *
 * @param value the finest, less the error that shrinks by four when the resolution doubles
 * @param error how far the value may be off
 */
record Quadrature(double value, double error) {
  private static final int COARSEST = 128;
  private static final int FINEST = 1 << 14;
  private static final double TOLERANCE = 1.5e-3;

  /** A value and the standard error that its independent parts tell. */
  static Quadrature ofParts(double value, double[] parts) {
    double mean = Arrays.stream(parts).average().orElseThrow();
    double squares = Arrays.stream(parts).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / parts.length / (parts.length - 1));
    return new Quadrature(Math.max(0, value), error);
  }

  /**
   * The same for an entropy of means over points, which few points make too small as one over their
   * number.
   *
   * @param whole of the points of all parts
   * @param parts of those of each
   */
  static Quadrature ofFewPoints(double whole, double[] parts) {
    double mean = Arrays.stream(parts).average().orElseThrow();
    return ofParts(whole + (whole - mean) / (parts.length - 1), parts);
  }

  /** Doubles the resolution until the value changes by less than 0.0015 nats or 0.15%. */
  static Quadrature of(IntToDoubleFunction valueAt) {
    double before = valueAt.applyAsDouble(COARSEST);
    for (int resolution = 2 * COARSEST; ; resolution *= 2) {
      double value = valueAt.applyAsDouble(resolution);
      double change = value - before;
      if (Math.abs(change) <= TOLERANCE * Math.max(1, value) || resolution >= FINEST) {
        return new Quadrature(Math.max(0, value + change / 3), Math.abs(change) * 2 / 3);
      }
      before = value;
    }
  }
}
