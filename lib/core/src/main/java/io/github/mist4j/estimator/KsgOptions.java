package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

/**
 * How {@link Ksg} counts neighbours.
 *
 * <pre>{@code
 * KsgOptions.withDefaults().withNeighbours(5).withAlgorithm(KsgOptions.Algorithm.SECOND)
 * }</pre>
 *
 * @param neighbours k; fewer have less bias, more have less variance
 * @param algorithm which of the two estimators of the paper
 */
public record KsgOptions(int neighbours, Algorithm algorithm) {
  /** The two estimators of Kraskov, Stögbauer and Grassberger (2004). */
  public enum Algorithm {
    /** One radius for both sides, the distance to the k-th neighbour: their equation (8). */
    FIRST,
    /** A radius of its own for each side, that of the k neighbours there: their equation (9). */
    SECOND
  }

  /** Checks the number of neighbours. */
  public KsgOptions {
    require(neighbours > 0, "neighbours must be positive, was %s", neighbours);
    require(algorithm != null, "algorithm must be given, was null");
  }

  /** Four neighbours, the first algorithm. */
  public static KsgOptions withDefaults() {
    return new KsgOptions(4, Algorithm.FIRST);
  }

  /** The same with so many neighbours. */
  public KsgOptions withNeighbours(int newNeighbours) {
    return new KsgOptions(newNeighbours, algorithm);
  }

  /** The same with the other algorithm. */
  public KsgOptions withAlgorithm(Algorithm newAlgorithm) {
    return new KsgOptions(neighbours, newAlgorithm);
  }
}
