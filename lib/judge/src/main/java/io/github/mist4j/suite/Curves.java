package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.REACH;
import static io.github.mist4j.suite.Integrals.normal;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Points on a closed or wound curve, and noise: no column is a function of the other. */
final class Curves {
  private Curves() {}

  /** A circle. */
  static Distribution ring(double sigma) {
    return hiddenAngle("ring", Math::cos, Math::sin, sigma);
  }

  /** A figure of eight. */
  static Distribution eight(double sigma) {
    return hiddenAngle("figure of eight", Math::sin, t -> Math.sin(2 * t), sigma);
  }

  /** Two turns of a spiral. */
  static Distribution spiral(double sigma) {
    return hiddenAngle(
        "two turns of a spiral",
        t -> (0.25 + 0.12 * t) * Math.cos(2 * t),
        t -> (0.25 + 0.12 * t) * Math.sin(2 * t),
        sigma);
  }

  /** X = f(T) + σ e, Y = g(T) + σ e', T uniform below 2π, |f|, |g| at most 1. */
  private static Distribution hiddenAngle(
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
}
