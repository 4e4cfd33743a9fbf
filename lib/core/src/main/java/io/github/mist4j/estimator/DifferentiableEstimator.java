package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;

/**
 * An estimator whose estimate can be climbed: mutual information as a loss.
 *
 * <pre>{@code
 * Gradient gradient = Mist.estimator().gradient(sample);
 * double[] ofRow = gradient.x()[0]; // how the estimate rises with each cell of the first row of X
 * }</pre>
 */
public interface DifferentiableEstimator extends MutualInformationEstimator {
  /**
   * The estimator of a name that can be climbed, with options as on the command line: {@code
   * "mine:width=64"}.
   *
   * @throws IllegalArgumentException as {@link Estimators#named}, or if it has no gradient
   */
  static DifferentiableEstimator ofMethod(String spelling) {
    MutualInformationEstimator behind = Estimators.named(spelling);
    while (behind instanceof NamedEstimator named) {
      behind = named.estimator();
    }
    if (behind instanceof DifferentiableEstimator differentiable) {
      return differentiable;
    }
    throw new IllegalArgumentException("method %s has no gradient".formatted(spelling));
  }

  /**
   * The estimate and its slope by every cell of the sample.
   *
   * @throws IllegalArgumentException if the method cannot serve such a sample, of names for
   *     instance
   */
  Gradient gradient(Sample sample);

  /**
   * The estimator of one climb, during which the rows change little from one gradient to the next.
   * One that is fitted to the rows may go on from where it was; any other is as it is.
   */
  default DifferentiableEstimator ofClimb() {
    return this;
  }

  /**
   * An estimate and its slopes.
   *
   * <pre>{@code
   * gradient.x()[r][c] // by column c of X in row r
   * }</pre>
   *
   * @param value the information before anything is cut off, such as what lies below 0, nats
   * @param x nats per unit of each cell of X, (n, dx)
   * @param y the same of Y, (n, dy)
   */
  record Gradient(double value, double[][] x, double[][] y) {
    /** Checks that all is given. */
    public Gradient {
      require(x != null && y != null, "slopes of X and Y must be given, was null");
    }
  }
}
