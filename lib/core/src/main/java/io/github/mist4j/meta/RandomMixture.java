package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import io.github.mist4j.distribution.GaussianMixture;
import io.github.mist4j.distribution.NormalComponent;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Mixtures of two to eight normal laws, nearer to each other or farther apart. */
final class RandomMixture {
  private static final int MOST_COMPONENTS = 8;

  private RandomMixture() {}

  static GaussianMixture hidden(int dx, int dy, RandomGenerator rng) {
    return GaussianMixture.of(dx, components(dx + dy, rng));
  }

  /** The component is the only column of Y. */
  static GaussianMixture labelled(int dx, RandomGenerator rng) {
    return GaussianMixture.labelled(dx, components(dx, rng));
  }

  private static List<NormalComponent> components(int d, RandomGenerator rng) {
    int count = 2 + rng.nextInt(MOST_COMPONENTS - 1);
    double apart = between(rng, 0.3, 3);
    double size = logBetween(rng, 0.3, 1);
    boolean round = rng.nextBoolean();
    return IntStream.range(0, count)
        .mapToObj(
            k -> {
              var mean = new double[d];
              Arrays.setAll(mean, i -> apart * rng.nextGaussian());
              double weight = between(rng, 0.2, 1);
              return round
                  ? NormalComponent.round(weight, size, mean)
                  : NormalComponent.of(weight, mean, covariance(d, size, rng));
            })
        .toList();
  }

  /** size² (A Aᵀ/d + 0.15 I) of a normal matrix A. */
  private static double[][] covariance(int d, double size, RandomGenerator rng) {
    var a = new double[d][d];
    for (double[] row : a) {
      Arrays.setAll(row, j -> rng.nextGaussian());
    }
    var covariance = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          sum += a[i][k] * a[j][k];
        }
        covariance[i][j] = size * size * (sum / d + (i == j ? 0.15 : 0));
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }
}
