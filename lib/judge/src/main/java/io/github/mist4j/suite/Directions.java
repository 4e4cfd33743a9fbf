package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.REACH;
import static io.github.mist4j.suite.Integrals.binaryEntropy;
import static io.github.mist4j.suite.Integrals.entropy;
import static io.github.mist4j.suite.Integrals.entropyTerm;
import static io.github.mist4j.suite.Integrals.integral;
import static io.github.mist4j.suite.Integrals.normal;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Directions on circles and spheres, as compasses, clocks and winds give them. */
final class Directions {
  private static final double FULL = 2 * Math.PI;

  private Directions() {}

  /** Two angles, the second one off by a wrapped Cauchy angle of mean length ρ. */
  static Distribution compass(double rho) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = FULL * rng.nextDouble();
          double off = -Math.log(rho) * Math.tan(Math.PI * (rng.nextDouble() - 0.5));
          row[1] = wrapped(row[0] + off);
        };
    return Simulated.of(
        "two angles, one off by a wrapped Cauchy angle, MI = −log(1 − ρ²)",
        1,
        1,
        rows,
        -Math.log1p(-rho * rho));
  }

  private static double wrapped(double angle) {
    return angle - FULL * Math.floor(angle / FULL);
  }

  /** A direction in space and one around it, after von Mises and Fisher. */
  static Distribution directions(double kappa) {
    RowSampler rows =
        (row, rng) -> {
          double[] x = direction(rng);
          double[] any = direction(rng);
          double along = x[0] * any[0] + x[1] * any[1] + x[2] * any[2];
          double across = Math.sqrt(1 - along * along);
          double u = rng.nextDouble();
          double cosine = 1 + Math.log(u + (1 - u) * Math.exp(-2 * kappa)) / kappa;
          double sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
          for (int c = 0; c < 3; c++) {
            row[c] = x[c];
            row[3 + c] = cosine * x[c] + sine * (any[c] - along * x[c]) / across;
          }
        };
    double logSinh = kappa + Math.log1p(-Math.exp(-2 * kappa)) - Math.log(2);
    return Simulated.of(
        "a direction and one around it, MI = log(κ/sinh κ) + κ coth κ − 1",
        3,
        3,
        rows,
        Math.log(kappa) - logSinh + kappa / StrictMath.tanh(kappa) - 1);
  }

  private static double[] direction(RandomGenerator rng) {
    double z = 2 * rng.nextDouble() - 1;
    double angle = FULL * rng.nextDouble();
    double radius = Math.sqrt(1 - z * z);
    return new double[] {radius * Math.cos(angle), radius * Math.sin(angle), z};
  }

  /** Three angles in a row, neighbours off by wrapped normal ones; Y is that in the middle. */
  static Distribution rotors(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          row[2] = FULL * rng.nextDouble();
          row[0] = wrapped(row[2] + sigma * rng.nextGaussian());
          row[1] = wrapped(row[2] + sigma * rng.nextGaussian());
        };
    return Simulated.of(
        "an angle between two that follow it, entropies of wrapped normal angles by quadrature",
        2,
        1,
        rows,
        Math.log(FULL) + wrappedEntropy(Math.sqrt(2) * sigma) - 2 * wrappedEntropy(sigma));
  }

  private static double wrappedEntropy(double sigma) {
    int turns = (int) Math.ceil(REACH * sigma / FULL);
    return entropy(
        a ->
            IntStream.rangeClosed(-turns, turns).mapToDouble(k -> normal(a, k * FULL, sigma)).sum(),
        -Math.PI,
        Math.PI);
  }

  /** Points on two circles whose angles differ by normal noise. */
  static Distribution angle(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          double t = 2 * Math.PI * rng.nextDouble();
          double other = t + sigma * rng.nextGaussian();
          row[0] = Math.cos(t);
          row[1] = Math.sin(t);
          row[2] = Math.cos(other);
          row[3] = Math.sin(other);
        };
    DoubleUnaryOperator wrapped =
        t -> IntStream.rangeClosed(-3, 3).mapToDouble(k -> normal(t, 2 * Math.PI * k, sigma)).sum();
    double information =
        Math.log(2 * Math.PI)
            - integral(t -> entropyTerm(wrapped.applyAsDouble(t)), -Math.PI, Math.PI);
    return Simulated.of("angles that differ by noise, quadrature", 2, 2, rows, information);
  }

  /** Y = the sector of the plane that X is in, but for a share of errors. */
  static Distribution sectors(int count, double errors) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextGaussian();
          row[1] = rng.nextGaussian();
          double turns = Math.atan2(row[1], row[0]) / (2 * Math.PI) + 0.5;
          int sector = Math.min(count - 1, (int) (turns * count));
          int shift = rng.nextDouble() < errors ? 1 + rng.nextInt(count - 1) : 0;
          row[2] = (sector + shift) % count;
        };
    double lost = binaryEntropy(errors) + errors * Math.log(count - 1.0);
    return Simulated.of(
        "the sector of a point, MI = log count − H(errors)", 2, 1, rows, Math.log(count) - lost);
  }
}
