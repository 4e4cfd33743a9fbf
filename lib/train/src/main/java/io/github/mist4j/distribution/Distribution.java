package io.github.mist4j.distribution;

import io.github.mist4j.sample.Sample;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A joint distribution of X and Y whose mutual information is known.
 *
 * <p>Its compositions keep the mutual information or add it up: {@link #transformed}, {@link
 * #beside}, {@link #withNoiseColumns}, {@link #swapped}.
 */
public interface Distribution {
  /** The number of columns of X. */
  int dx();

  /** The number of columns of Y. */
  int dy();

  /**
   * Independent rows of the distribution.
   *
   * @param n the number of rows, at least {@value Sample#MIN_ROWS}
   * @param rng the source of all randomness
   */
  Sample sample(int n, RandomGenerator rng);

  /** The mutual information of X and Y, in nats. */
  double mutualInformation();

  /**
   * How far the value of {@link #mutualInformation()} may be off, in nats: 0 for a closed form, the
   * change at the last refinement for a quadrature, the standard error for a Monte Carlo value.
   */
  default double mutualInformationError() {
    return 0;
  }

  /**
   * The entropies of X, Y and both, where they are known: of normal, Student and additive-noise
   * laws, seen through transforms of single columns or put beside each other.
   */
  default Optional<Entropies> entropies() {
    return Optional.empty();
  }

  /** The law, its parameters and the formula of its mutual information in words. */
  String describe();

  /** The same seen through a transform of X and of Y. */
  default Distribution transformed(Transform ofBoth) {
    return transformed(ofBoth, ofBoth);
  }

  /**
   * The same seen through a transform of X and another one of Y; the mutual information stays.
   *
   * @throws IllegalArgumentException if a transform does not fit the number of columns
   */
  default Distribution transformed(Transform ofX, Transform ofY) {
    return new Transformed(this, ofX, ofY);
  }

  /** This one and an independent other one, columns beside each other; the informations add up. */
  default Distribution beside(Distribution other) {
    return new Beside(this, other);
  }

  /**
   * The same with standard normal columns that depend on nothing; the mutual information stays.
   *
   * @param ofX the number of noise columns of X
   * @param ofY the number of noise columns of Y
   */
  default Distribution withNoiseColumns(int ofX, int ofY) {
    return new WithNoiseColumns(this, ofX, ofY);
  }

  /** X in the place of Y and Y in that of X; the mutual information stays. */
  default Distribution swapped() {
    return new Swapped(this);
  }
}
