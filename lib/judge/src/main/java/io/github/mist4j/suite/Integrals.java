package io.github.mist4j.suite;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** What the informations of the tasks are computed with. */
final class Integrals {
  static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  static final int NODES = 2000;
  static final double REACH = 9; // standard deviations; nothing lies outside

  private Integrals() {}

  static double normal(double at, double mean, double sigma) {
    double z = (at - mean) / sigma;
    return Math.exp(-0.5 * z * z) / (sigma * Math.sqrt(2 * Math.PI));
  }

  static double normalEntropy(double sigma) {
    return 0.5 * Math.log(2 * Math.PI * Math.E * sigma * sigma);
  }

  static double entropyTerm(double p) {
    return p > 0 ? -p * Math.log(p) : 0;
  }

  /** The entropy of yes or no. */
  static double binaryEntropy(double yes) {
    return entropyTerm(yes) + entropyTerm(1 - yes);
  }

  /** Of a density that is 0 outside. */
  static double entropy(DoubleUnaryOperator density, double from, double to) {
    return integral(y -> entropyTerm(density.applyAsDouble(y)), from, to);
  }

  /** E f(Z), Z standard normal. */
  static double mixed(DoubleUnaryOperator f) {
    return integral(z -> NORMAL.density(z) * f.applyAsDouble(z), -REACH, REACH);
  }

  /** The trapezoid rule. */
  static double integral(DoubleUnaryOperator f, double from, double to) {
    double step = (to - from) / NODES;
    double sum = 0.5 * (f.applyAsDouble(from) + f.applyAsDouble(to));
    for (int i = 1; i < NODES; i++) {
      sum += f.applyAsDouble(from + i * step);
    }
    return step * sum;
  }

  /** The integral over the square from 0 to an end, by the midpoint rule. */
  static double overSquare(double end, DoubleBinaryOperator f) {
    double step = end / NODES;
    return step
        * step
        * IntStream.range(0, NODES)
            .mapToDouble(
                i ->
                    IntStream.range(0, NODES)
                        .mapToDouble(j -> f.applyAsDouble((i + 0.5) * step, (j + 0.5) * step))
                        .sum())
            .sum();
  }
}
