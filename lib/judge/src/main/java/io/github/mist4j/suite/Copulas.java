package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.NODES;
import static io.github.mist4j.suite.Integrals.entropyTerm;
import static io.github.mist4j.suite.Integrals.integral;
import static io.github.mist4j.suite.Integrals.overSquare;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** Laws of two or more uniform columns, given by their copula. */
final class Copulas {
  private Copulas() {}

  static Distribution frank(double theta) {
    double all = Math.expm1(-theta);
    double end = Math.exp(-theta);
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextDouble();
          double a = Math.exp(-theta * row[0]);
          double t = rng.nextDouble();
          double rest = a * (1 - t);
          row[1] = -Math.log((rest + t * end) / (rest + t)) / theta;
        };
    double information = 0;
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < NODES; j++) {
        double a = Math.exp(-theta * (i + 0.5) / NODES);
        double b = Math.exp(-theta * (j + 0.5) / NODES);
        double root = a + b - a * b - end;
        double density = -theta * all * a * b / (root * root);
        information += density * Math.log(density) / NODES / NODES;
      }
    }
    return Simulated.of("Frank copula, quadrature of c log c", 1, 1, rows, information);
  }

  /** The copula of a constant odds ratio θ. */
  static Distribution plackett(double theta) {
    RowSampler rows =
        (row, rng) -> {
          double u = rng.nextDouble();
          double t = rng.nextDouble();
          double a = t * (1 - t);
          double square = (theta - 1) * (theta - 1);
          double root = Math.sqrt(theta * (theta + 4 * a * u * (1 - u) * square));
          row[0] = u;
          row[1] =
              (2 * a * (u * theta * theta + 1 - u) + theta * (1 - 2 * a) - (1 - 2 * t) * root)
                  / (2 * (theta + a * square));
        };
    DoubleBinaryOperator density =
        (u, v) -> {
          double sum = 1 + (theta - 1) * (u + v);
          double below = sum * sum - 4 * theta * (theta - 1) * u * v;
          return theta * (sum - 2 * (theta - 1) * u * v) / Math.pow(below, 1.5);
        };
    double information = overSquare(1, (u, v) -> -entropyTerm(density.applyAsDouble(u, v)));
    return Simulated.of("Plackett copula, quadrature of c log c", 1, 1, rows, information);
  }

  /** U_i = (1 + E_i/V)^(−1/θ), E exponential, V gamma of shape 1/θ. */
  static Distribution clayton(double theta, int dx, int dy) {
    var frailty = GammaDistribution.of(1 / theta, 1);
    RowSampler rows =
        (row, rng) -> {
          double v = frailty.createSampler(rng::nextLong).sample();
          Arrays.setAll(row, c -> Math.pow(1 + rng.nextExponential() / v, -1 / theta));
        };
    double information =
        claytonTerm(theta, dx + dy) - claytonTerm(theta, dx) - claytonTerm(theta, dy);
    return Simulated.of("Clayton copula, closed form", dx, dy, rows, information);
  }

  /** E log c of d columns, but for (1 + θ) d, which cancels. */
  private static double claytonTerm(double theta, int d) {
    double k = 1 / theta;
    return IntStream.range(0, d).mapToDouble(i -> Math.log1p(i * theta)).sum()
        - (k + d) * (Digamma.value(k + d) - Digamma.value(k));
  }

  /**
   * Gumbel's copula: x = −log u and y = −log v are A W^(1/θ) and A (1 − W)^(1/θ), W uniform, A
   * exponential or, once in θ, the sum of two such.
   */
  static Distribution gumbel(double theta) {
    RowSampler rows =
        (row, rng) -> {
          double a = rng.nextExponential();
          if (rng.nextDouble() < 1 / theta) {
            a += rng.nextExponential();
          }
          double w = rng.nextDouble();
          row[0] = Math.exp(-a * Math.pow(w, 1 / theta));
          row[1] = Math.exp(-a * Math.pow(1 - w, 1 / theta));
        };
    double curved =
        integral(
            t -> { // over the logarithm of A
              double a = Math.exp(t);
              double density = (1 - 1 / theta + a / theta) * Math.exp(-a);
              return a * density * Math.log1p((theta - 1) / a);
            },
            -30,
            4);
    return Simulated.of(
        "Gumbel copula, MI = 1/θ − 1 + E log(1 + (θ − 1)/A)", 1, 1, rows, 1 / theta - 1 + curved);
  }
}
