package io.github.mist4j.distribution;

import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A joint distribution of X and Y whose mutual information is known.
 *
 * <p>Its compositions keep the mutual information or add it up: {@link #transformed}, {@link
 * #beside}, {@link #withNoiseColumns}, {@link #swapped}.
 *
 * <pre>{@code
 * Distribution law = new Normal(Dispersion.dense(2, 1, 0.5)).withNoiseColumns(3, 0);
 * Sample sample = law.sample(500, new SplittableRandom(1));
 * double truth = law.mutualInformation(); // nats
 * }</pre>
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

  /**
   * The same where sides are lost in some rows, in all columns of which one number stands then:
   * nobody bought, nothing was measured. What stands in a side that is there does not depend on
   * whether the other is.
   *
   * @param neither the chance that both are lost, in [0, 1)
   * @param onlyX the chance that X is there alone
   * @param onlyY the chance that Y is there alone; with the others below 1
   * @param number what stands in a side that is lost; none of the columns holds it else
   */
  default Distribution withLosses(double neither, double onlyX, double onlyY, double number) {
    return new WithLosses(this, neither, onlyX, onlyY, number);
  }

  /**
   * The same where some rows are copies of others, as in a bootstrap sample, a join or an upsampled
   * table: rows are no longer independent, the mutual information of the law stays.
   *
   * @param share of the rows that are copies, in (0, 1)
   */
  default Distribution withRepeatedRows(double share) {
    return new WithRepeatedRows(this, share);
  }

  /**
   * The ranks of every column seen through a margin, where X says nothing about Y: columns as
   * people's tables have them, without information.
   *
   * @param ofX one for each column of X
   * @param ofY one for each column of Y
   * @throws IllegalArgumentException if the law has information, or the numbers do not fit
   */
  default Distribution throughMargins(List<Margin> ofX, List<Margin> ofY) {
    return new ThroughMargins(this, ofX, ofY);
  }

  /** X in the place of Y and Y in that of X; the mutual information stays. */
  default Distribution swapped() {
    return new Swapped(this);
  }

  /**
   * The differential entropies of a law with a density, in nats: h = −E log p.
   *
   * @param x of X
   * @param y of Y
   * @param joint of X and Y together
   */
  record Entropies(double x, double y, double joint) {
    /** h(X) + h(Y) − h(X, Y), nats. */
    public double mutualInformation() {
      return x + y - joint;
    }

    /** Of two independent laws beside each other. */
    Entropies plus(Entropies other) {
      return new Entropies(x + other.x, y + other.y, joint + other.joint);
    }

    /** After maps of X and of Y whose log |det| is so much on average. */
    public Entropies mapped(double ofX, double ofY) {
      return new Entropies(x + ofX, y + ofY, joint + ofX + ofY);
    }

    /** With X and Y exchanged. */
    public Entropies swapped() {
      return new Entropies(y, x, joint);
    }
  }
}
