package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.NORMAL;
import static io.github.mist4j.suite.Integrals.REACH;
import static io.github.mist4j.suite.Integrals.normal;
import static io.github.mist4j.suite.Integrals.normalEntropy;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The largest, the smallest and the middle one of some columns, and noise. */
final class Extremes {
  private Extremes() {}

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
    return NoisyFunctions.withNoise(
        "the largest column", count, rows, density, -REACH, REACH, sigma);
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
    return NoisyFunctions.withNoise("the median", 3, rows, density, -REACH, REACH, sigma);
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
}
