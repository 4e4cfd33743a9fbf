package io.github.mist4j.estimator;

/** An estimate of one sample as a function of how the rows of Y stand beside those of X. */
@FunctionalInterface
interface Statistic {
  /**
   * The estimate, in nats, when row order[r] of Y stands beside row r of X. Thread safe.
   *
   * @param order a permutation of the rows, (n)
   */
  double of(int[] order);
}
