package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.NORMAL;
import static io.github.mist4j.suite.Integrals.REACH;
import static io.github.mist4j.suite.Integrals.entropy;
import static io.github.mist4j.suite.Integrals.entropyTerm;
import static io.github.mist4j.suite.Integrals.integral;
import static io.github.mist4j.suite.Integrals.normal;
import static io.github.mist4j.suite.Integrals.normalEntropy;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** A column that is a function of others, and noise. */
final class NoisyFunctions {
  private NoisyFunctions() {}

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
