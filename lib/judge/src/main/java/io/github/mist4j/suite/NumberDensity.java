package io.github.mist4j.suite;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A normal density, or two of equal weight on both sides of a place, and the information of names
 * or chances about numbers, by sums over a grid.
 *
 * @param mean its middle
 * @param scale the standard deviation of each part
 * @param humps how far the parts are from the middle, in scales; 0 for one
 */
record NumberDensity(double mean, double scale, double humps) {
  private static final int PLACES = 4000; // with 2000 the sixth digit is another
  private static final int POINTS = 400; // of a standard normal variable, from −6 to 6
  private static final double REACH = 8; // scales beyond which nothing is
  private static final double NORMAL = 1 / Math.sqrt(2 * Math.PI);

  double draw(RandomGenerator rng) {
    return mean + scale * (rng.nextGaussian() + (rng.nextBoolean() ? humps : -humps));
  }

  private double at(double y) {
    double z = (y - mean) / scale;
    return 0.5 * (bell(z - humps) + bell(z + humps)) / scale;
  }

  private static double bell(double z) {
    return NORMAL * Math.exp(-0.5 * z * z);
  }

  /** I(K; Y) of levels of some shares and densities, nats. */
  static double information(double[] shares, NumberDensity[] densities) {
    double reach =
        Arrays.stream(densities).mapToDouble(d -> (REACH + d.humps) * d.scale).max().orElseThrow();
    double low = Arrays.stream(densities).mapToDouble(d -> d.mean).min().orElseThrow() - reach;
    double high = Arrays.stream(densities).mapToDouble(d -> d.mean).max().orElseThrow() + reach;
    double whole = Arrays.stream(shares).sum();
    double step = (high - low) / PLACES;
    double sum = 0;
    for (int i = 0; i < PLACES; i++) {
      double y = low + (i + 0.5) * step;
      double mixed = 0;
      double own = 0;
      for (int k = 0; k < shares.length; k++) {
        double density = densities[k].at(y);
        mixed += shares[k] / whole * density;
        own += density > 0 ? shares[k] / whole * density * Math.log(density) : 0;
      }
      sum += own - (mixed > 0 ? mixed * Math.log(mixed) : 0);
    }
    return sum * step;
  }

  /** I(K, U; Y) of Y = m_K + b_K g(U) + σ ε: h(Y) − h(σ ε), nats. */
  static double informationOfLines(
      double[] shares, double[] mean, double[] slope, DoubleUnaryOperator curve, double noise) {
    double whole = Arrays.stream(shares).sum();
    double[] u = IntStream.range(0, POINTS).mapToDouble(NumberDensity::point).toArray();
    double[] weight = Arrays.stream(u).map(v -> bell(v) * 12 / POINTS).toArray();
    double reach =
        IntStream.range(0, mean.length)
            .mapToDouble(
                k ->
                    Math.abs(mean[k])
                        + Arrays.stream(u)
                            .map(v -> Math.abs(slope[k] * curve.applyAsDouble(v)))
                            .max()
                            .orElseThrow())
            .max()
            .orElseThrow();
    reach += REACH * noise;
    int places = PLACES / 2;
    double step = 2 * reach / places;
    double entropy = 0;
    for (int i = 0; i < places; i++) {
      double y = -reach + (i + 0.5) * step;
      double density = 0;
      for (int k = 0; k < mean.length; k++) {
        for (int j = 0; j < POINTS; j++) {
          double z = (y - mean[k] - slope[k] * curve.applyAsDouble(u[j])) / noise;
          density += Math.abs(z) < REACH ? shares[k] / whole * weight[j] * bell(z) / noise : 0;
        }
      }
      entropy -= density > 0 ? step * density * Math.log(density) : 0;
    }
    return entropy - Math.log(noise) - 0.5 * Math.log(2 * Math.PI * Math.E);
  }

  private static double point(int j) {
    return -6 + 12 * (j + 0.5) / POINTS;
  }

  /** I(U; Y) of a yes by a chance that depends on a standard normal U: H(Y) − E H(Y | U), nats. */
  static double informationOfChance(DoubleUnaryOperator chance) {
    double yes = 0;
    double left = 0;
    for (int j = 0; j < POINTS; j++) {
      double weight = bell(point(j)) * 12 / POINTS;
      double p = chance.applyAsDouble(point(j));
      yes += weight * p;
      left += weight * entropy(p);
    }
    return entropy(yes) - left;
  }

  private static double entropy(double p) {
    return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p);
  }
}
