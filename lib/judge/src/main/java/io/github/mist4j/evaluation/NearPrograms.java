package io.github.mist4j.evaluation;

import static io.github.mist4j.evaluation.Integrals.NORMAL;
import static io.github.mist4j.evaluation.Integrals.REACH;
import static io.github.mist4j.evaluation.Integrals.entropy;
import static io.github.mist4j.evaluation.Integrals.entropyTerm;
import static io.github.mist4j.evaluation.Integrals.integral;
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
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Families of which the random programs of training hold relatives: remainders, shares of a whole,
 * exclusive or, order, distance, choice, counts.
 */
final class NearPrograms {
  private NearPrograms() {}

  static List<BenchmarkTask> all() {
    return List.of(
        new BenchmarkTask("modulo-1-1", modulo(0.3, 1)),
        new BenchmarkTask("sawtooth-1-1", modulo(0.4, 3)),
        new BenchmarkTask("dirichlet-2-2", dirichlet(2, 2, 0.7)),
        new BenchmarkTask("dirichlet-4-1", dirichlet(4, 1, 0.5)),
        new BenchmarkTask("xor-2-1", xor(0.05)),
        new BenchmarkTask("modulo-2-1", modulo(0.4, 1, 1)),
        new BenchmarkTask("maximum-4-1", maximum(4, 0.3)),
        new BenchmarkTask("median-3-1", median(0.2)),
        new BenchmarkTask("distance-4-1", distance(0.3)),
        new BenchmarkTask("switch-3-1", switched(0.5)),
        new BenchmarkTask("extremes-5-2", extremes(5, 0.3)),
        new BenchmarkTask("signs-6-1", signs(6, 0.4)));
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

  /** Y = (min X, max X) + σ e. */
  static Distribution extremes(int dx, double sigma) {
    RowSampler rows =
        (row, rng) -> {
          double least = Double.POSITIVE_INFINITY;
          double most = Double.NEGATIVE_INFINITY;
          for (int c = 0; c < dx; c++) {
            row[c] = rng.nextGaussian();
            least = Math.min(least, row[c]);
            most = Math.max(most, row[c]);
          }
          row[dx] = least + sigma * rng.nextGaussian();
          row[dx + 1] = most + sigma * rng.nextGaussian();
        };
    int nodes = 300;
    double end = 8;
    double step = 2 * end / nodes;
    double[] at = IntStream.range(0, nodes).mapToDouble(i -> -end + (i + 0.5) * step).toArray();
    var density = new double[nodes][nodes];
    var noise = new double[nodes][nodes];
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        double between = NORMAL.cumulativeProbability(at[j]) - NORMAL.cumulativeProbability(at[i]);
        density[i][j] =
            between <= 0
                ? 0
                : dx
                    * (dx - 1)
                    * NORMAL.density(at[i])
                    * NORMAL.density(at[j])
                    * Math.pow(between, dx - 2.0);
        noise[i][j] = step * normal(at[i], at[j], sigma);
      }
    }
    double entropy = 0;
    for (double[] row : product(product(noise, density), noise)) {
      entropy += step * step * Arrays.stream(row).map(Integrals::entropyTerm).sum();
    }
    return Simulated.of(
        "the smallest and the largest column and noise, entropy of Y by quadrature",
        dx,
        2,
        rows,
        entropy - 2 * normalEntropy(sigma));
  }

  private static double[][] product(double[][] a, double[][] b) {
    var product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < b[0].length; j++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  /** Y = the number of positive columns + σ e. */
  static Distribution signs(int dx, double sigma) {
    RowSampler rows =
        (row, rng) -> {
          Arrays.setAll(row, c -> rng.nextGaussian());
          row[dx] *= sigma;
          row[dx] += Arrays.stream(row, 0, dx).filter(v -> v > 0).count();
        };
    double[] chances = {1};
    for (int c = 0; c < dx; c++) {
      var next = new double[chances.length + 1];
      for (int k = 0; k < chances.length; k++) {
        next[k] += 0.5 * chances[k];
        next[k + 1] += 0.5 * chances[k];
      }
      chances = next;
    }
    double[] counts = chances;
    DoubleUnaryOperator density =
        y -> IntStream.rangeClosed(0, dx).mapToDouble(k -> counts[k] * normal(y, k, sigma)).sum();
    return Simulated.of(
        "a count of positive columns and noise, entropy of Y by quadrature",
        dx,
        1,
        rows,
        entropy(density, -REACH * sigma, dx + REACH * sigma) - normalEntropy(sigma));
  }
}
