package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

/**
 * What is asked of an estimator beside the value.
 *
 * @param level the level of the interval, in (0, 1); 0.9 by default
 * @param permutations the number of shuffles of the permutation test, 0 for no test
 * @param seed the seed of everything random: the order of ties, the shuffles
 */
public record EstimateOptions(double level, int permutations, long seed) {
  /** Checks the level and the number of permutations. */
  public EstimateOptions {
    require(level > 0 && level < 1, "level must be in (0, 1), was %s", level);
    require(
        permutations >= 0 && permutations <= 1_000_000,
        "permutations must be from 0 to 1000000, was %s",
        permutations);
  }

  /** A 90% interval, no permutation test, seed 0. */
  public static EstimateOptions withDefaults() {
    return new EstimateOptions(0.9, 0, 0);
  }

  /** The same with another level of the interval. */
  public EstimateOptions withLevel(double newLevel) {
    return new EstimateOptions(newLevel, permutations, seed);
  }

  /** The same with a permutation test of so many shuffles. */
  public EstimateOptions withPermutations(int newPermutations) {
    return new EstimateOptions(level, newPermutations, seed);
  }

  /** The same with another seed. */
  public EstimateOptions withSeed(long newSeed) {
    return new EstimateOptions(level, permutations, newSeed);
  }
}
