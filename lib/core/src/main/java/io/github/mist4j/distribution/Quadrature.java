package io.github.mist4j.distribution;

import java.util.function.IntToDoubleFunction;

/**
 * A value that a finer and finer quadrature comes to.
 *
 * @param value the finest
 * @param error how far it lies from the one before
 */
record Quadrature(double value, double error) {
  private static final int COARSEST = 128;
  private static final int FINEST = 1 << 14;
  private static final double TOLERANCE = 5e-4;

  /** Doubles the resolution until the value changes by less than 0.0005 nats or 0.05%. */
  static Quadrature of(IntToDoubleFunction valueAt) {
    double before = valueAt.applyAsDouble(COARSEST);
    for (int resolution = 2 * COARSEST; ; resolution *= 2) {
      double value = Math.max(0, valueAt.applyAsDouble(resolution)); // information is not negative
      double change = Math.abs(value - before);
      if (change <= TOLERANCE * Math.max(1, value) || resolution >= FINEST) {
        return new Quadrature(value, change);
      }
      before = value;
    }
  }
}
