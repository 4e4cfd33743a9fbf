package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Integrals.NODES;
import static io.github.mist4j.evaluation.Integrals.NORMAL;
import static io.github.mist4j.evaluation.Integrals.REACH;
import static io.github.mist4j.evaluation.Integrals.entropyTerm;
import static io.github.mist4j.evaluation.Integrals.integral;
import static io.github.mist4j.evaluation.Integrals.mixed;
import static io.github.mist4j.evaluation.Integrals.normal;
import static io.github.mist4j.evaluation.Integrals.normalEntropy;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Families that no training distribution of this library held when they were chosen: other copulas,
 * uniform laws on plane figures, hidden angles, a shared scale, products. Of these, training has
 * met products since, as polynomials.
 */
final class UnseenTasks {
  private UnseenTasks() {}

  static List<BenchmarkTask> all() {
    Distribution triangle = triangle();
    return List.of(
        task("clayton-1-1", clayton(2, 1, 1)),
        task("clayton-3-3", clayton(1, 3, 3)),
        task("frank-1-1", frank(8)),
        task("triangle-1-1", triangle),
        task("triangle-3-3", triangle.beside(triangle).beside(triangle)),
        task("disk-1-1", disk()),
        task("checkerboard-1-1", checkerboard(4)),
        task("modulo-1-1", modulo(0.3, 1)),
        task("ring-1-1", hiddenAngle("ring", Math::cos, Math::sin, 0.2)),
        task("eight-1-1", hiddenAngle("figure of eight", Math::sin, t -> Math.sin(2 * t), 0.2)),
        task("ring-5-5", hiddenAngle("ring", Math::cos, Math::sin, 0.1).withNoiseColumns(4, 4)),
        task("volatility-1-1", volatility(0.8)),
        task("angle-2-2", angle(0.5)),
        task("xor-2-1", xor(0.05)),
        task("product-2-1", products(1, 0.5)),
        task("products-6-1", products(3, 1)),
        task("maximum-4-1", maximum(4, 0.3)));
  }

  static BenchmarkTask task(String name, Distribution law) {
    return new BenchmarkTask(name, law);
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

  static Distribution frank(double theta) {
    double all = Math.expm1(-theta);
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextDouble();
          double a = Math.exp(-theta * row[0]);
          double t = rng.nextDouble();
          row[1] = -Math.log1p(t * all / (a - t * (a - 1))) / theta;
        };
    double information = 0;
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < NODES; j++) {
        double a = Math.exp(-theta * (i + 0.5) / NODES);
        double b = Math.exp(-theta * (j + 0.5) / NODES);
        double root = all + (a - 1) * (b - 1);
        double density = -theta * all * a * b / (root * root);
        information += density * Math.log(density) / NODES / NODES;
      }
    }
    return Simulated.of("Frank copula, quadrature of c log c", 1, 1, rows, information);
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
        (row, rng) -> polar(row, 0, Math.sqrt(rng.nextDouble()), 2 * Math.PI * rng.nextDouble());
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

  /** X = f(T) + σ e, Y = g(T) + σ e', T uniform below 2π, |f|, |g| at most 1. */
  static Distribution hiddenAngle(
      String name, DoubleUnaryOperator f, DoubleUnaryOperator g, double sigma) {
    RowSampler rows =
        (row, rng) -> {
          double t = 2 * Math.PI * rng.nextDouble();
          row[0] = f.applyAsDouble(t) + sigma * rng.nextGaussian();
          row[1] = g.applyAsDouble(t) + sigma * rng.nextGaussian();
        };
    return Simulated.of(
        name + " with noise, quadrature of p log(p/p p)",
        1,
        1,
        rows,
        hiddenAngleInformation(f, g, sigma));
  }

  private static double hiddenAngleInformation(
      DoubleUnaryOperator f, DoubleUnaryOperator g, double sigma) {
    int angles = 600;
    double end = 1 + REACH * sigma;
    double step = sigma / 4;
    int nodes = 1 + (int) (2 * end / step);
    var ofX = new double[nodes][angles];
    var ofY = new double[nodes][angles];
    for (int i = 0; i < nodes; i++) {
      for (int t = 0; t < angles; t++) {
        double at = 2 * Math.PI * (t + 0.5) / angles;
        ofX[i][t] = normal(-end + i * step, f.applyAsDouble(at), sigma);
        ofY[i][t] = normal(-end + i * step, g.applyAsDouble(at), sigma);
      }
    }
    double[] x = Arrays.stream(ofX).mapToDouble(p -> Arrays.stream(p).sum() / angles).toArray();
    double[] y = Arrays.stream(ofY).mapToDouble(p -> Arrays.stream(p).sum() / angles).toArray();
    double information = 0;
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        double both = 0;
        for (int t = 0; t < angles; t++) {
          both += ofX[i][t] * ofY[j][t];
        }
        both /= angles;
        if (both > 0) {
          information += step * step * both * Math.log(both / (x[i] * y[j]));
        }
      }
    }
    return information;
  }

  /** X = V e, Y = V e', log V normal of spread s. */
  static Distribution volatility(double s) {
    RowSampler rows =
        (row, rng) -> {
          double v = Math.exp(s * rng.nextGaussian());
          row[0] = v * rng.nextGaussian();
          row[1] = v * rng.nextGaussian();
        };
    DoubleUnaryOperator one = r -> mixed(z -> normal(r, 0, Math.exp(s * z)));
    DoubleUnaryOperator both =
        r -> mixed(z -> normal(r, 0, Math.exp(s * z)) * normal(0, 0, Math.exp(s * z)));
    double end = 3 + REACH * s;
    double entropyOfOne = // over r = exp(t)
        2 * integral(t -> Math.exp(t) * entropyTerm(one.applyAsDouble(Math.exp(t))), -25, end);
    double entropyOfBoth =
        2
            * Math.PI
            * integral(
                t -> Math.exp(2 * t) * entropyTerm(both.applyAsDouble(Math.exp(t))), -25, end);
    return Simulated.of(
        "shared lognormal scale, entropies by quadrature over the radius",
        1,
        1,
        rows,
        2 * entropyOfOne - entropyOfBoth);
  }

  /** Points on two circles whose angles differ by normal noise. */
  static Distribution angle(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          double t = 2 * Math.PI * rng.nextDouble();
          polar(row, 0, 1, t);
          polar(row, 2, 1, t + sigma * rng.nextGaussian());
        };
    DoubleUnaryOperator wrapped =
        t -> IntStream.rangeClosed(-3, 3).mapToDouble(k -> normal(t, 2 * Math.PI * k, sigma)).sum();
    double information =
        Math.log(2 * Math.PI)
            - integral(t -> entropyTerm(wrapped.applyAsDouble(t)), -Math.PI, Math.PI);
    return Simulated.of("angles that differ by noise, quadrature", 2, 2, rows, information);
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

  /** Y = X₁X₂ + X₃X₄ + … + σ e, normal given every second column. */
  static Distribution products(int pairs, double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          row[2 * pairs] *= sigma;
          for (int k = 0; k < pairs; k++) {
            row[2 * pairs] += row[2 * k] * row[2 * k + 1];
          }
        };
    var squares = GammaDistribution.of(0.5 * pairs, 2);
    double most = 8; // of the root of the squares
    DoubleUnaryOperator density =
        y ->
            integral(
                r ->
                    (r == 0
                            ? (pairs == 1 ? NORMAL.density(0) * 2 : 0)
                            : 2 * r * squares.density(r * r))
                        * normal(y, 0, Math.sqrt(r * r + sigma * sigma)),
                0,
                most);
    double entropy = 2 * integral(y -> entropyTerm(density.applyAsDouble(y)), 0, 40);
    return Simulated.of(
        "sum of products, entropy of Y by quadrature",
        2 * pairs,
        1,
        rows,
        entropy - normalEntropy(sigma));
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

  private static void polar(double[] row, int at, double radius, double angle) {
    row[at] = radius * Math.cos(angle);
    row[at + 1] = radius * Math.sin(angle);
  }
}
