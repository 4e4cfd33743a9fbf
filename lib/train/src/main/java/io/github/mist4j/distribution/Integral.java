package io.github.mist4j.distribution;

import java.util.function.DoubleUnaryOperator;

/** Integrals of functions that are smooth but for the ends of the range. */
final class Integral {
  private static final double STEP = 0.04;
  private static final double SMALLEST = -18; // e^-18 of the scale
  private static final double LARGEST = 34;
  private static final double END_STEP = 0.1;
  private static final double END = 3.2; // where the weights are 1e-15 of the largest

  private Integral() {}

  /**
   * The mean of a function under a symmetric density over all numbers: the trapezoid rule in log
   * |v|, on both sides of 0, which takes a logarithmic singularity there and tails like those of a
   * Cauchy law.
   *
   * @param scale where most of the density lies
   */
  static double mean(DoubleUnaryOperator f, DoubleUnaryOperator density, double scale) {
    double sum = 0;
    for (double t = SMALLEST; t <= LARGEST; t += STEP) {
      double v = scale * Math.exp(t);
      double weight = v * density.applyAsDouble(v);
      if (weight > 0) {
        sum += weight * (f.applyAsDouble(v) + f.applyAsDouble(-v));
      }
    }
    return STEP * sum;
  }

  /** Over a range, by the double exponential rule: the ends may be singular as a logarithm is. */
  static double between(DoubleUnaryOperator f, double from, double to) {
    double half = (to - from) / 2;
    double sum = 0;
    for (double t = -END; t <= END + END_STEP / 2; t += END_STEP) {
      double u = Math.PI / 2 * StrictMath.sinh(t);
      double cosh = StrictMath.cosh(u);
      double fromEnd = half * Math.exp(-Math.abs(u)) / cosh; // 1 − tanh |u|, with all its digits
      double v = u < 0 ? from + fromEnd : to - fromEnd;
      if (v > from && v < to) {
        sum += Math.PI / 2 * StrictMath.cosh(t) / (cosh * cosh) * f.applyAsDouble(v);
      }
    }
    return END_STEP * half * sum;
  }
}
