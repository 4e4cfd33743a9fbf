package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Integrals.NODES;
import static io.github.mist4j.evaluation.Integrals.NORMAL;
import static io.github.mist4j.evaluation.Integrals.REACH;
import static io.github.mist4j.evaluation.Integrals.entropyTerm;
import static io.github.mist4j.evaluation.Integrals.integral;
import static io.github.mist4j.evaluation.Integrals.normal;
import static io.github.mist4j.evaluation.Integrals.normalEntropy;
import static io.github.mist4j.evaluation.Integrals.overSquare;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Families with densities that no training distribution of this library holds, nor close relatives
 * of them: copulas, uniform laws on figures, shares of a whole, remainders, order, distance.
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
        new BenchmarkTask("modulo-1-1", modulo(0.3, 1)),
        new BenchmarkTask("sawtooth-1-1", modulo(0.4, 3)),
        new BenchmarkTask("exponential-1-1", exponential(2)),
        new BenchmarkTask("triangle-3-3", triangle.beside(triangle).beside(triangle)),
        new BenchmarkTask("ball-3-3", ball(3, 3)),
        new BenchmarkTask("dirichlet-2-2", dirichlet(2, 2, 0.7)),
        new BenchmarkTask("dirichlet-4-1", dirichlet(4, 1, 0.5)),
        new BenchmarkTask("xor-2-1", xor(0.05)),
        new BenchmarkTask("modulo-2-1", modulo(0.4, 1, 1)),
        new BenchmarkTask("maximum-4-1", maximum(4, 0.3)),
        new BenchmarkTask("median-3-1", median(0.2)),
        new BenchmarkTask("distance-4-1", distance(0.3)),
        new BenchmarkTask("switch-3-1", switched(0.5)));
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

  /** Y = Σ factor X + U mod 1, U uniform below w. */
  static Distribution modulo(double w, int... factors) {
    RowSampler rows =
        (row, rng) -> {
          double sum = 0;
          for (int c = 0; c < factors.length; c++) {
            row[c] = rng.nextDouble();
            sum += factors[c] * row[c];
          }
          row[factors.length] = (sum + w * rng.nextDouble()) % 1;
        };
    return Simulated.of(
        "multiples and uniform noise mod 1, MI = −log w", factors.length, 1, rows, -Math.log(w));
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

  /** Shares of a whole, one more than there are columns. */
  static Distribution dirichlet(int dx, int dy, double alpha) {
    var gamma = GammaDistribution.of(alpha, 1);
    RowSampler rows =
        (row, rng) -> {
          ContinuousDistribution.Sampler sampler = gamma.createSampler(rng::nextLong);
          Arrays.setAll(row, c -> sampler.sample());
          double whole = Arrays.stream(row).sum() + sampler.sample();
          Arrays.setAll(row, c -> row[c] / whole);
        };
    double whole = (dx + dy + 1) * alpha;
    double information =
        dirichletEntropy(dx, alpha, whole)
            + dirichletEntropy(dy, alpha, whole)
            - dirichletEntropy(dx + dy, alpha, whole);
    return Simulated.of("Dirichlet, closed form", dx, dy, rows, information);
  }

  /** Of some shares, whose rest is another one. */
  private static double dirichletEntropy(int shares, double alpha, double whole) {
    double rest = whole - shares * alpha;
    return shares * LogGamma.value(alpha)
        + LogGamma.value(rest)
        - LogGamma.value(whole)
        + (whole - shares - 1) * Digamma.value(whole)
        - shares * (alpha - 1) * Digamma.value(alpha)
        - (rest - 1) * Digamma.value(rest);
  }

  /** The sign of Y is that of X₁X₂ but for a share of flips. */
  static Distribution xor(double flips) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextGaussian();
          row[1] = rng.nextGaussian();
          double sign = Math.signum(row[0] * row[1]) * (rng.nextDouble() < flips ? -1 : 1);
          row[2] = sign * Math.abs(rng.nextGaussian());
        };
    return Simulated.of(
        "exclusive or of signs, MI = log 2 − H(flips)",
        2,
        1,
        rows,
        Math.log(2) - entropyTerm(flips) - entropyTerm(1 - flips));
  }

  /** Y = max X + σ e. */
  static Distribution maximum(int count, double sigma) {
    RowSampler rows =
        (row, rng) -> {
          double most = Double.NEGATIVE_INFINITY;
          for (int c = 0; c < count; c++) {
            row[c] = rng.nextGaussian();
            most = Math.max(most, row[c]);
          }
          row[count] = most + sigma * rng.nextGaussian();
        };
    DoubleUnaryOperator density =
        m -> count * NORMAL.density(m) * Math.pow(NORMAL.cumulativeProbability(m), count - 1.0);
    return withNoise("the largest column", count, rows, density, -REACH, REACH, sigma);
  }

  /** Y = the median of three + σ e. */
  static Distribution median(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          double low = Math.min(row[0], row[1]);
          double high = Math.max(row[0], row[1]);
          row[3] = Math.max(low, Math.min(high, row[2])) + sigma * row[3];
        };
    DoubleUnaryOperator density =
        m ->
            6
                * NORMAL.density(m)
                * NORMAL.cumulativeProbability(m)
                * NORMAL.cumulativeProbability(-m);
    return withNoise("the median", 3, rows, density, -REACH, REACH, sigma);
  }

  /** Y = the distance of (X₁, X₂) from (X₃, X₄) + σ e. */
  static Distribution distance(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          row[4] = Math.hypot(row[0] - row[2], row[1] - row[3]) + sigma * row[4];
        };
    DoubleUnaryOperator density = r -> r / 2 * Math.exp(-r * r / 4);
    return withNoise("a distance", 4, rows, density, 0, 14, sigma);
  }

  /** Y = X₁ where X₃ is positive, else X₂, + σ e: normal, and normal given X. */
  static Distribution switched(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          row[3] = (row[2] > 0 ? row[0] : row[1]) + sigma * row[3];
        };
    return Simulated.of(
        "one of two columns, as a third one says, and noise, MI = ½ log(1 + 1/σ²)",
        3,
        1,
        rows,
        0.5 * Math.log1p(1 / (sigma * sigma)));
  }

  /** Y = F + σ e, F a function of X with a density on a range. */
  static Distribution withNoise(
      String name,
      int dx,
      RowSampler rows,
      DoubleUnaryOperator density,
      double low,
      double high,
      double sigma) {
    double entropy =
        integral(
            y ->
                entropyTerm(
                    integral(m -> density.applyAsDouble(m) * normal(y, m, sigma), low, high)),
            low - REACH * sigma,
            high + REACH * sigma);
    return Simulated.of(
        name + " and noise, entropy of Y by quadrature",
        dx,
        1,
        rows,
        entropy - normalEntropy(sigma));
  }
}
