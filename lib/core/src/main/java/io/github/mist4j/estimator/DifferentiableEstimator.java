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
   * The estimate and its slope by every cell of the sample.
   *
   * @throws IllegalArgumentException if the method cannot serve such a sample, of names for
   *     instance
   */
  Gradient gradient(Sample sample);

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
