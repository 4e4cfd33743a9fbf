package io.github.mist4j.distribution;

import java.util.Arrays;

/**
 * Points of X by their law of Y, f + σ e, and how much each counts.
 *
 * @param f at each point
 * @param sigma at each point
 * @param weights of sum 1
 */
record WeightedPoints(double[] f, double[] sigma, double[] weights) {
  /** One of several parts of equally many points. */
  static WeightedPoints of(MultipleRegression.Points points, int part, int parts) {
    int count = points.f().length / parts;
    var weights = new double[count];
    Arrays.fill(weights, 1.0 / count);
    return new WeightedPoints(
        Arrays.copyOfRange(points.f(), part * count, (part + 1) * count),
        Arrays.copyOfRange(points.sigma(), part * count, (part + 1) * count),
        weights);
  }

  /**
   * The same on fewer points where σ is the same everywhere: on a grid of f, each point shared by
   * the two next to it.
   *
   * @param step of the grid, in σ
   */
  WeightedPoints gathered(double step) {
    double one = sigma[0];
    double low = Arrays.stream(f).min().orElseThrow();
    double high = Arrays.stream(f).max().orElseThrow();
    double width = step * one;
    if ((high - low) / width > f.length - 2.0 || Arrays.stream(sigma).anyMatch(s -> s != one)) {
      return this;
    }
    int count = 2 + (int) ((high - low) / width);
    var at = new double[count];
    Arrays.setAll(at, k -> low + k * width);
    var shares = new double[count];
    for (int i = 0; i < f.length; i++) {
      double place = (f[i] - low) / width;
      int below = Math.min(count - 2, (int) place);
      shares[below] += weights[i] * (below + 1 - place);
      shares[below + 1] += weights[i] * (place - below);
    }
    var sigmas = new double[count];
    Arrays.fill(sigmas, one);
    return new WeightedPoints(at, sigmas, shares);
  }
}
