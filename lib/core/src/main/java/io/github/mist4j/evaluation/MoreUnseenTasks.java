package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Integrals.NORMAL;
import static io.github.mist4j.evaluation.Integrals.REACH;
import static io.github.mist4j.evaluation.Integrals.entropyTerm;
import static io.github.mist4j.evaluation.Integrals.integral;
import static io.github.mist4j.evaluation.Integrals.mixed;
import static io.github.mist4j.evaluation.Integrals.overSquare;
import static io.github.mist4j.evaluation.UnseenTasks.hiddenAngle;
import static io.github.mist4j.evaluation.UnseenTasks.modulo;
import static io.github.mist4j.evaluation.UnseenTasks.task;
import static io.github.mist4j.evaluation.UnseenTasks.withNoise;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * A second list of families that no training holds, a third of them of single columns: shares of a
 * whole, points of a ball, shared parts, rows that are swapped, mirrored or turned, order and
 * distance. Written down when the training distribution of the shipped model was fixed, before
 * there was the model; used for no choice.
 */
final class MoreUnseenTasks {
  private MoreUnseenTasks() {}

  static List<BenchmarkTask> all() {
    Distribution spiral =
        hiddenAngle(
            "two turns of a spiral",
            t -> (0.25 + 0.12 * t) * Math.cos(2 * t),
            t -> (0.25 + 0.12 * t) * Math.sin(2 * t),
            0.08);
    return List.of(
        task("plackett-1-1", plackett(15)),
        task("gamma-1-1", gamma(1)),
        task("sawtooth-1-1", modulo(0.4, 3)),
        task("spiral-1-1", spiral),
        task("exponential-1-1", exponential(2)),
        task("poisson-1-1", poisson(1, 3)),
        task("dirichlet-2-2", dirichlet(2, 2, 0.7)),
        task("dirichlet-4-1", dirichlet(4, 1, 0.5)),
        task("ball-3-3", ball(3, 3)),
        task("gamma-3-3", gamma(3)),
        task("median-3-1", median(0.2)),
        task("distance-4-1", distance(0.3)),
        task("switch-3-1", switched(0.5)),
        task("rotation-3-2", rotated(0.7)),
        task("swap-2-2", swapped(0.4)),
        task("mirror-3-3", mirrored(0.8)),
        task("modulo-2-1", modulo(0.4, 1, 1)),
        task("spiral-4-4", spiral.withNoiseColumns(3, 3)));
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

  /**
   * A gamma variable G of shape 2 in all columns and an exponential one in each, k columns a side.
   * X and Y meet in their smallest columns only, which are G and exponential variables of rate k.
   */
  static Distribution gamma(int k) {
    RowSampler rows =
        (row, rng) -> {
          double shared = rng.nextExponential() + rng.nextExponential();
          Arrays.setAll(row, c -> shared + rng.nextExponential());
        };
    DoubleUnaryOperator one = a -> k * Math.exp(-k * a) * growth(k - 1, a);
    DoubleBinaryOperator both =
        (a, b) -> k * k * Math.exp(-k * (a + b)) * growth(2 * k - 1, Math.min(a, b));
    double information =
        overSquare(
            20,
            (a, b) -> {
              double p = both.applyAsDouble(a, b);
              return p == 0 ? 0 : p * Math.log(p / (one.applyAsDouble(a) * one.applyAsDouble(b)));
            });
    return Simulated.of("gamma variables with a shared part, quadrature", k, k, rows, information);
  }

  /** The integral of t exp(rate t) from 0 to a place. */
  private static double growth(double rate, double to) {
    return rate == 0 ? to * to / 2 : (Math.exp(rate * to) * (rate * to - 1) + 1) / (rate * rate);
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

  /** X = A + C, Y = B + C, Poisson. */
  static Distribution poisson(double own, double shared) {
    DiscreteDistribution part = PoissonDistribution.of(own);
    DiscreteDistribution common = PoissonDistribution.of(shared);
    DiscreteDistribution sum = PoissonDistribution.of(own + shared);
    RowSampler rows =
        (row, rng) -> {
          int c = arrivals(shared, rng);
          row[0] = arrivals(own, rng) + c;
          row[1] = arrivals(own, rng) + c;
        };
    double information = 0;
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 40; y++) {
        double p = 0;
        for (int c = 0; c <= Math.min(x, y); c++) {
          p += common.probability(c) * part.probability(x - c) * part.probability(y - c);
        }
        information += p * Math.log(p / (sum.probability(x) * sum.probability(y)));
      }
    }
    return Simulated.of("counts with a shared part, sum of p log p", 1, 1, rows, information);
  }

  /** How many waiting times fit into a time: a Poisson variable. */
  private static int arrivals(double time, RandomGenerator rng) {
    int count = 0;
    for (double at = rng.nextExponential(); at < time; at += rng.nextExponential()) {
      count++;
    }
    return count;
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

  /** Y = (X₁, X₂) turned by the angle X₃, + σ e: normal, and normal given X. */
  static Distribution rotated(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          double cos = Math.cos(row[2]);
          double sin = Math.sin(row[2]);
          row[3] = cos * row[0] - sin * row[1] + sigma * row[3];
          row[4] = sin * row[0] + cos * row[1] + sigma * row[4];
        };
    return Simulated.of(
        "columns turned by an angle, and noise, MI = log(1 + 1/σ²)",
        3,
        2,
        rows,
        Math.log1p(1 / (sigma * sigma)));
  }

  /** Y = (X₁, X₂) or (X₂, X₁), + σ e; the two lie √2 |X₁ − X₂| apart. */
  static Distribution swapped(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          boolean swap = rng.nextBoolean();
          row[2] = row[swap ? 1 : 0] + sigma * row[2];
          row[3] = row[swap ? 0 : 1] + sigma * row[3];
        };
    double order = mixed(a -> signInformation(a / sigma)); // |X₁ − X₂|/√2 is half a normal
    return Simulated.of(
        "columns swapped or not, and noise, quadrature",
        2,
        2,
        rows,
        Math.log1p(1 / (sigma * sigma)) - order);
  }

  /** Y = X or −X, + σ e. */
  static Distribution mirrored(double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          int sign = rng.nextBoolean() ? 1 : -1;
          for (int c = 0; c < 3; c++) {
            row[3 + c] = sign * row[c] + sigma * row[3 + c];
          }
        };
    DoubleUnaryOperator length = r -> 2 * r * r * NORMAL.density(r); // of three normal columns
    double order = integral(r -> length.applyAsDouble(r) * signInformation(r / sigma), 0, REACH);
    return Simulated.of(
        "columns mirrored or not, and noise, quadrature",
        3,
        3,
        rows,
        1.5 * Math.log1p(1 / (sigma * sigma)) - order);
  }

  /** I(S; S a + e), S = ±1 as likely. */
  private static double signInformation(double a) {
    return mixed(z -> Math.log(2) - Math.log1p(Math.exp(-2 * a * (a + z))));
  }
}
