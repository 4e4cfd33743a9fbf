package io.github.mist4j.distribution;

import io.github.mist4j.sample.Sample;
import java.util.random.RandomGenerator;

/** A joint distribution of X and Y whose mutual information is known. */
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

  /** The law and its parameters in words. */
  String describe();
}
