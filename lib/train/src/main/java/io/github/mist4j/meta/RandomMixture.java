package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import io.github.mist4j.distribution.GaussianMixture;
import io.github.mist4j.distribution.NormalComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Mixtures of two to eight normal laws, nearer to each other or farther apart, or of linear
 * relations.
 */
final class RandomMixture {
  private static final int MOST_COMPONENTS = 8;
  private static final int MOST_RELATIONS = 4;

  private RandomMixture() {}

  static GaussianMixture hidden(int dx, int dy, RandomGenerator rng) {
    return GaussianMixture.of(dx, components(dx + dy, rng));
  }

  /** The component is the only column of Y. */
  static GaussianMixture labelled(int dx, RandomGenerator rng) {
    return GaussianMixture.labelled(dx, components(dx, rng));
  }

  /**
   * So many names, some of them rare: the name is the last column of Y, and the other columns have
   * a normal law of their own for each, which may differ by place, by spread or by slopes only.
   *
   * @param dy the columns of Y before the name, may be 0
   */
  static GaussianMixture named(int dx, int dy, int names, RandomGenerator rng) {
    int d = dx + dy;
    double apart = rng.nextInt(4) == 0 ? 0 : logBetween(rng, 0.1, 4) / Math.sqrt(dx);
    double spread = rng.nextBoolean() ? 0 : between(rng, 0, 0.8);
    double skew = rng.nextBoolean() ? 0.2 : between(rng, 0.2, 1.5);
    boolean ownSlopes = rng.nextBoolean();
    double[][] common = covariance(d, 1, rng);
    return GaussianMixture.labelled(
        dx,
        Stream.generate(
                () -> {
                  var mean = new double[d];
                  Arrays.setAll(mean, i -> apart * rng.nextGaussian());
                  double size = Math.exp(2 * spread * rng.nextGaussian());
                  return NormalComponent.of(
                      Math.exp(skew * rng.nextGaussian()),
                      mean,
                      scaled(ownSlopes ? covariance(d, 1, rng) : common, size));
                })
            .limit(names)
            .toList());
  }

  private static double[][] scaled(double[][] covariance, double factor) {
    return Stream.of(covariance)
        .map(row -> Arrays.stream(row).map(v -> factor * v).toArray())
        .toArray(double[][]::new);
  }

  /**
   * Two to four linear relations to the same normal columns of X, one of which, one does not see
   * which, holds in each row: Y = A_k X + σ e.
   */
  static GaussianMixture relations(int dx, int dy, RandomGenerator rng) {
    int count = 2 + rng.nextInt(MOST_RELATIONS - 1);
    double sigma = logBetween(rng, 0.15, 1.5);
    double[][] first = slopes(dx, dy, rng);
    int kind = rng.nextInt(4);
    return GaussianMixture.of(
        dx,
        IntStream.range(0, count)
            .mapToObj(
                k -> {
                  double weight = between(rng, 0.3, 1);
                  double[][] slopes = k == 0 ? first : changed(first, kind, rng);
                  return NormalComponent.of(weight, new double[dx + dy], joint(slopes, sigma));
                })
            .toList());
  }

  /** A, (dy, dx). */
  private static double[][] slopes(int dx, int dy, RandomGenerator rng) {
    var slopes = new double[dy][dx];
    for (double[] row : slopes) {
      Arrays.setAll(row, i -> rng.nextBoolean() ? 0 : rng.nextGaussian());
      row[rng.nextInt(dx)] += 1;
    }
    return slopes;
  }

  /** Other slopes, or the same with other signs or for other columns. */
  private static double[][] changed(double[][] slopes, int kind, RandomGenerator rng) {
    int dx = slopes[0].length;
    int shift = 1 + rng.nextInt(dx);
    UnaryOperator<double[]> change =
        switch (kind) {
          case 1 -> row -> Arrays.stream(row).map(v -> -v).toArray();
          case 2 -> row -> rng.nextBoolean() ? row : Arrays.stream(row).map(v -> -v).toArray();
          default ->
              row -> IntStream.range(0, dx).mapToDouble(i -> row[(i + shift) % dx]).toArray();
        };
    return kind == 0
        ? slopes(dx, slopes.length, rng)
        : Stream.of(slopes).map(change).toArray(double[][]::new);
  }

  /** The covariance of X and A X + σ e. */
  private static double[][] joint(double[][] slopes, double sigma) {
    int dx = slopes[0].length;
    int d = dx + slopes.length;
    var covariance = new double[d][d];
    for (int i = 0; i < dx; i++) {
      covariance[i][i] = 1;
    }
    for (int j = 0; j < slopes.length; j++) {
      for (int i = 0; i < dx; i++) {
        covariance[i][dx + j] = slopes[j][i];
        covariance[dx + j][i] = slopes[j][i];
      }
      for (int k = 0; k < slopes.length; k++) {
        double sum = j == k ? sigma * sigma : 0;
        for (int i = 0; i < dx; i++) {
          sum += slopes[j][i] * slopes[k][i];
        }
        covariance[dx + j][dx + k] = sum;
      }
    }
    return covariance;
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
