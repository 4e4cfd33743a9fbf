package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;

/**
 * A normal law with a weight, one component of a {@link GaussianMixture}.
 *
 * <pre>{@code
 * NormalComponent tilted =
 *     NormalComponent.of(1, new double[] {0, 2}, new double[][] {{1, 0.5}, {0.5, 1}});
 * }</pre>
 */
public final class NormalComponent {
  private final double weight;
  private final double[] mean;
  private final double[][] covariance;

  private NormalComponent(double weight, double[] mean, double[][] covariance) {
    this.weight = weight;
    this.mean = mean;
    this.covariance = covariance;
  }

  /**
   * A component.
   *
   * @param weight positive; the weights of a mixture are divided by their sum
   * @param mean (d)
   * @param covariance symmetric and positive definite, (d, d)
   */
  public static NormalComponent of(double weight, double[] mean, double[][] covariance) {
    require(weight > 0 && Double.isFinite(weight), "weight must be positive, was %s", weight);
    require(
        Arrays.stream(mean).allMatch(Double::isFinite),
        "the mean must be finite, was %s",
        Arrays.toString(mean));
    require(
        covariance.length == mean.length,
        "a mean of %d columns needs as many rows of its covariance, there are %d",
        mean.length,
        covariance.length);
    return new NormalComponent(
        weight,
        mean.clone(),
        Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new));
  }

  /** A component with independent columns of one standard deviation. */
  public static NormalComponent round(double weight, double deviation, double... mean) {
    require(
        deviation > 0 && Double.isFinite(deviation),
        "deviation must be positive, was %s",
        deviation);
    var covariance = new double[mean.length][mean.length];
    for (int i = 0; i < mean.length; i++) {
      covariance[i][i] = deviation * deviation;
    }
    return of(weight, mean, covariance);
  }

  double weight() {
    return weight;
  }

  double[] mean() {
    return mean;
  }

  double[][] covariance() {
    return covariance;
  }

  int d() {
    return mean.length;
  }
}
