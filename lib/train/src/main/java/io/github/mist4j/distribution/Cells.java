package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A histogram of probability over cells of a line whose edges are centre + scale · sinh(v), v
 * equally spaced: nearly even around the centre, growing towards far tails.
 */
final class Cells {
  private final double[] edges; // (cells + 1)
  private final double[] mass; // (cells)

  Cells(double low, double high, double centre, double scale, int count) {
    edges = new double[count + 1];
    mass = new double[count];
    double from = asinh((low - centre) / scale);
    double to = asinh((high - centre) / scale);
    for (int j = 0; j <= count; j++) {
      edges[j] = centre + scale * StrictMath.sinh(from + (to - from) * j / count);
    }
  }

  /** Spreads a weight as a distribution function says. */
  Cells add(double weight, DoubleUnaryOperator below) {
    double before = below.applyAsDouble(edges[0]);
    for (int j = 0; j < mass.length; j++) {
      double now = below.applyAsDouble(edges[j + 1]);
      mass[j] += weight * (now - before);
      before = now;
    }
    return this;
  }

  /** Spreads a weight as the law of f + σ·noise. */
  void add(double weight, double f, double sigma, Noise noise) {
    int first = Math.max(0, place(edges, f + sigma * noise.low()) - 1);
    int last = Math.min(mass.length, place(edges, f + sigma * noise.high()));
    double inverse = 1 / sigma;
    double before = noise.below((edges[first] - f) * inverse);
    for (int j = first; j < last; j++) {
      double now = noise.below((edges[j + 1] - f) * inverse);
      mass[j] += weight * (now - before);
      before = now;
    }
  }

  /** Adds a share of other cells between the same edges. */
  void add(double weight, Cells others) {
    ColumnDraws.addScaled(mass, weight, others.mass);
  }

  /** −Σ m_j log(m_j / width_j), in nats. */
  double differentialEntropy() {
    double sum = 0;
    for (int j = 0; j < mass.length; j++) {
      if (mass[j] > 0) {
        sum -= mass[j] * Math.log(mass[j] / (edges[j + 1] - edges[j]));
      }
    }
    return sum;
  }

  /** Refuses cuts of a column into levels that are not finite or do not rise. */
  static void checkCuts(double[] cuts) {
    for (int k = 0; k < cuts.length; k++) {
      require(
          Double.isFinite(cuts[k]) && (k == 0 || cuts[k] > cuts[k - 1]),
          "cuts must be finite and rise, were %s",
          Arrays.toString(cuts));
    }
  }

  /** The number of edges below a value. */
  static int place(double[] edges, double value) {
    int found = Arrays.binarySearch(edges, value);
    return found >= 0 ? found : -found - 1;
  }

  private static double asinh(double v) {
    return Math.signum(v) * Math.log(Math.abs(v) + Math.sqrt(v * v + 1));
  }
}
