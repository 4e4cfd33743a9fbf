package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.NODES;
import static io.github.mist4j.suite.Integrals.REACH;
import static io.github.mist4j.suite.Integrals.entropyTerm;
import static io.github.mist4j.suite.Integrals.normal;
import static io.github.mist4j.suite.Integrals.normalEntropy;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Steps of a time series and the steps that follow. */
final class Series {
  private static final int SETTLED = 60; // steps after which a series forgets where it began

  private Series() {}

  /** Three steps of x ↦ 1.5 sin 2x + σ e and the next three; only the two that meet count. */
  static Distribution series(double sigma) {
    DoubleUnaryOperator map = x -> 1.5 * Math.sin(2 * x);
    RowSampler rows =
        (row, rng) -> {
          double x = 0;
          for (int t = -SETTLED; t < row.length; t++) {
            x = map.applyAsDouble(x) + sigma * rng.nextGaussian();
            if (t >= 0) {
              row[t] = x;
            }
          }
        };
    double end = 1.5 + REACH * sigma;
    double[] at = midpoints(-end, end);
    double step = at[1] - at[0];
    double[] density = settled((to, from) -> normal(to, map.applyAsDouble(from), sigma), at);
    double entropy = step * Arrays.stream(density).map(Integrals::entropyTerm).sum();
    return Simulated.of(
        "steps of a chaotic series and the next ones, entropy of a step by quadrature",
        3,
        3,
        rows,
        entropy - normalEntropy(sigma));
  }

  /** Three steps of r ↦ √(a + b r²) e and the next one. */
  static Distribution arch(double a, double b) {
    RowSampler rows =
        (row, rng) -> {
          double r = 0;
          for (int t = -SETTLED; t < row.length; t++) {
            r = Math.sqrt(a + b * r * r) * rng.nextGaussian();
            if (t >= 0) {
              row[t] = r;
            }
          }
        };
    double[] at = midpoints(-20, 12); // of log |r|
    double step = at[1] - at[0];
    DoubleUnaryOperator spread = s -> Math.sqrt(a + b * Math.exp(2 * s));
    double[] density =
        settled(
            (to, from) -> 2 * Math.exp(to) * normal(Math.exp(to), 0, spread.applyAsDouble(from)),
            at);
    double information = Math.log(2) - normalEntropy(1);
    for (int i = 0; i < at.length; i++) {
      double logSpread = Math.log(spread.applyAsDouble(at[i]));
      information += step * (entropyTerm(density[i]) + density[i] * (at[i] - logSpread));
    }
    return Simulated.of(
        "returns whose spread depends on the last one, quadrature", 3, 1, rows, information);
  }

  private static double[] midpoints(double low, double high) {
    int nodes = NODES / 2;
    double step = (high - low) / nodes;
    return IntStream.range(0, nodes).mapToDouble(i -> low + (i + 0.5) * step).toArray();
  }

  /** The density that a transition density leads to, at places of equal distance. */
  private static double[] settled(DoubleBinaryOperator transition, double[] at) {
    double step = at[1] - at[0];
    var matrix = new double[at.length][at.length];
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < at.length; j++) {
        matrix[i][j] = step * transition.applyAsDouble(at[i], at[j]);
      }
    }
    double[] density = at.clone();
    Arrays.fill(density, 1 / (step * at.length));
    for (int t = 0; t < SETTLED; t++) {
      double[] before = density;
      density =
          Arrays.stream(matrix)
              .mapToDouble(
                  row -> IntStream.range(0, row.length).mapToDouble(j -> row[j] * before[j]).sum())
              .toArray();
      double sum = step * Arrays.stream(density).sum();
      for (int i = 0; i < density.length; i++) {
        density[i] /= sum;
      }
    }
    return density;
  }
}
