package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Integrals.NORMAL;
import static io.github.mist4j.evaluation.Integrals.REACH;
import static io.github.mist4j.evaluation.Integrals.binaryEntropy;
import static io.github.mist4j.evaluation.Integrals.entropy;
import static io.github.mist4j.evaluation.Integrals.entropyTerm;
import static io.github.mist4j.evaluation.Integrals.integral;
import static io.github.mist4j.evaluation.Integrals.mixed;
import static io.github.mist4j.evaluation.Integrals.normal;
import static io.github.mist4j.evaluation.Integrals.normalEntropy;
import static io.github.mist4j.evaluation.Integrals.overSquare;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Families that training does not hold as such, but close relatives of: shared causes and scales
 * (of finely many values, where training has a few states), closed curves, angles, products, rows
 * that are swapped, mirrored or turned, sectors, check bits, questionnaires, slopes of groups.
 */
final class NearTasks {
  private NearTasks() {}

  static List<BenchmarkTask> all() {
    Distribution spiral =
        hiddenAngle(
            "two turns of a spiral",
            t -> (0.25 + 0.12 * t) * Math.cos(2 * t),
            t -> (0.25 + 0.12 * t) * Math.sin(2 * t),
            0.08);
    return List.of(
        new BenchmarkTask("clayton-1-1", clayton(2, 1, 1)),
        new BenchmarkTask("clayton-3-3", clayton(1, 3, 3)),
        new BenchmarkTask("gamma-1-1", gamma(1)),
        new BenchmarkTask("gamma-3-3", gamma(3)),
        new BenchmarkTask("poisson-1-1", poisson(1, 3)),
        new BenchmarkTask("volatility-1-1", volatility(0.8)),
        new BenchmarkTask("ring-1-1", hiddenAngle("ring", Math::cos, Math::sin, 0.2)),
        new BenchmarkTask(
            "ring-5-5", hiddenAngle("ring", Math::cos, Math::sin, 0.1).withNoiseColumns(4, 4)),
        new BenchmarkTask(
            "eight-1-1", hiddenAngle("figure of eight", Math::sin, t -> Math.sin(2 * t), 0.2)),
        new BenchmarkTask("spiral-1-1", spiral),
        new BenchmarkTask("spiral-4-4", spiral.withNoiseColumns(3, 3)),
        new BenchmarkTask("angle-2-2", angle(0.5)),
        new BenchmarkTask("product-2-1", products(1, 0.5)),
        new BenchmarkTask("products-6-1", products(3, 1)),
        new BenchmarkTask("rotation-3-2", rotated(0.7)),
        new BenchmarkTask("swap-2-2", swapped(0.4)),
        new BenchmarkTask("mirror-3-3", mirrored(0.8)),
        new BenchmarkTask("sectors-2-1", sectors(5, 0.1)),
        new BenchmarkTask("code-4-3", code(0.05)),
        new BenchmarkTask("items-3-3", items(1.2)),
        new BenchmarkTask("slopes-2-1", slopes(0.5, -1, 0.3, 2)));
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

  /** Four bits and the three check bits of their Hamming code, each flipped at times. */
  static Distribution code(double flips) {
    RowSampler rows =
        (row, rng) -> {
          for (int c = 0; c < 4; c++) {
            row[c] = rng.nextInt(2);
          }
          for (int check = 0; check < 3; check++) {
            double sum = row[0] + row[1] + row[2] + row[3] - row[check];
            row[4 + check] = (sum + (rng.nextDouble() < flips ? 1 : 0)) % 2;
          }
        };
    double lost = binaryEntropy(flips);
    return Simulated.of(
        "bits and their check bits, MI = 3 (log 2 − H(flips))",
        4,
        3,
        rows,
        3 * (Math.log(2) - lost));
  }

  /** Three answers of five levels a side, that depend on one hidden normal variable. */
  static Distribution items(double slope) {
    double[] cuts = {-1.5, -0.5, 0.5, 1.5};
    RowSampler rows =
        (row, rng) -> {
          double hidden = slope * rng.nextGaussian();
          Arrays.setAll(
              row,
              c -> {
                double answer = hidden + rng.nextGaussian();
                return Arrays.stream(cuts).filter(cut -> cut < answer).count();
              });
        };
    int patterns = 125;
    var joint = new double[patterns][patterns];
    int nodes = 120;
    for (int k = 0; k < nodes; k++) {
      double hidden = -6 + 12 * (k + 0.5) / nodes;
      var levels = new double[5];
      for (int l = 0; l < 5; l++) {
        double above = l == 4 ? 1 : NORMAL.cumulativeProbability(cuts[l] - slope * hidden);
        double below = l == 0 ? 0 : NORMAL.cumulativeProbability(cuts[l - 1] - slope * hidden);
        levels[l] = above - below;
      }
      double[] side =
          IntStream.range(0, patterns)
              .mapToDouble(p -> levels[p / 25] * levels[p / 5 % 5] * levels[p % 5])
              .toArray();
      for (int i = 0; i < patterns; i++) {
        for (int j = 0; j < patterns; j++) {
          joint[i][j] += 12.0 / nodes * NORMAL.density(hidden) * side[i] * side[j];
        }
      }
    }
    return Simulated.of(
        "answers that share a cause, sum of p log p",
        3,
        3,
        rows,
        ContingencyTable.of(joint).mutualInformation());
  }

  /** Y = the slope of its group times X₁ + σ e; X₂ names the group. */
  static Distribution slopes(double sigma, double... slopes) {
    RowSampler rows =
        (row, rng) -> {
          int group = rng.nextInt(slopes.length);
          row[0] = rng.nextGaussian();
          row[1] = group;
          row[2] = slopes[group] * row[0] + sigma * rng.nextGaussian();
        };
    DoubleUnaryOperator density =
        y -> Arrays.stream(slopes).map(b -> normal(y, 0, Math.hypot(b, sigma))).average().orElse(0);
    return Simulated.of(
        "a line for each of some groups, and noise, entropy of Y by quadrature",
        2,
        1,
        rows,
        entropy(density, -25, 25) - normalEntropy(sigma));
  }
}
