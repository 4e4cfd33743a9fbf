package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Integrals.NODES;
import static io.github.mist4j.evaluation.Integrals.entropyTerm;
import static io.github.mist4j.evaluation.Integrals.integral;
import static io.github.mist4j.evaluation.Integrals.overSquare;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Families with densities that no training distribution of this library holds, nor close relatives
 * of them: copulas, uniform laws on figures, waiting times.
 */
final class UnseenTasks {
  private UnseenTasks() {}

  static List<BenchmarkTask> all() {
    Distribution triangle = triangle();
    return List.of(
        new BenchmarkTask("frank-1-1", frank(8)),
        new BenchmarkTask("plackett-1-1", plackett(15)),
        new BenchmarkTask("triangle-1-1", triangle),
        new BenchmarkTask("disk-1-1", disk()),
        new BenchmarkTask("checkerboard-1-1", checkerboard(4)),
        new BenchmarkTask("exponential-1-1", exponential(2)),
        new BenchmarkTask("triangle-3-3", triangle.beside(triangle).beside(triangle)),
        new BenchmarkTask("ball-3-3", ball(3, 3)));
  }

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

  /** Uniform on x, y &gt; 0, x + y &lt; 1. */
  static Distribution triangle() {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextDouble();
          row[1] = rng.nextDouble();
          if (row[0] + row[1] > 1) {
            row[0] = 1 - row[0];
            row[1] = 1 - row[1];
          }
        };
    return Simulated.of("uniform on a triangle, MI = 1 − log 2", 1, 1, rows, 1 - Math.log(2));
  }

  static Distribution disk() {
    RowSampler rows =
        (row, rng) -> {
          double radius = Math.sqrt(rng.nextDouble());
          double angle = 2 * Math.PI * rng.nextDouble();
          row[0] = radius * Math.cos(angle);
          row[1] = radius * Math.sin(angle);
        };
    return Simulated.of("uniform on a disk, MI = log π − 1", 1, 1, rows, Math.log(Math.PI) - 1);
  }

  /** Uniform on the black squares of k × k, k even. */
  static Distribution checkerboard(int k) {
    RowSampler rows =
        (row, rng) -> {
          int i = rng.nextInt(k);
          int j = 2 * rng.nextInt(k / 2) + i % 2;
          row[0] = i + rng.nextDouble();
          row[1] = j + rng.nextDouble();
        };
    return Simulated.of("uniform on a checkerboard, MI = log 2", 1, 1, rows, Math.log(2));
  }

  /** Y = X + e, X exponential, e exponential of a rate other than 1. */
  static Distribution exponential(double rate) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextExponential();
          row[1] = row[0] + rng.nextExponential() / rate;
        };
    double factor = rate / (rate - 1);
    double entropy =
        integral(y -> entropyTerm(factor * (Math.exp(-y) - Math.exp(-rate * y))), 0, 40);
    return Simulated.of(
        "an exponential variable and noise, entropy of Y by quadrature",
        1,
        1,
        rows,
        entropy - 1 + Math.log(rate));
  }

  /** Uniform in a ball. */
  static Distribution ball(int dx, int dy) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          double length = Math.sqrt(Arrays.stream(row).map(v -> v * v).sum());
          double radius = Math.pow(rng.nextDouble(), 1.0 / row.length);
          Arrays.setAll(row, c -> row[c] * radius / length);
        };
    double information =
        ballEntropy(dx, dx + dy) + ballEntropy(dy, dx + dy) - ballEntropy(dx + dy, dx + dy);
    return Simulated.of("uniform in a ball, closed form", dx, dy, rows, information);
  }

  /** Of k coordinates of a ball of d: a density c (1 − r²)^m, m = (d − k)/2. */
  private static double ballEntropy(int k, int d) {
    double m = 0.5 * (d - k);
    double logC = LogGamma.value(0.5 * d + 1) - LogGamma.value(m + 1) - 0.5 * k * Math.log(Math.PI);
    return -logC - m * (Digamma.value(m + 1) - Digamma.value(0.5 * d + 1));
  }
}
