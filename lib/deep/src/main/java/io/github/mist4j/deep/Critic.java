package io.github.mist4j.deep;

import java.util.random.RandomGenerator;

/** A network that scores pairs of rows: high where they belong together. */
interface Critic {
  /** The number of weights. */
  int size();

  float[] initialWeights(RandomGenerator rng);

  /** The most pairs of a look at held-out rows, which should take no longer than some steps. */
  default int pairsOfLook() {
    return 1 << 13; // each passes through the network
  }

  /** The most pairs that the estimate is read off. */
  default int pairsOfReading() {
    return 1 << 18;
  }

  /** The most pairs that are scored at once. */
  default int pairsAtOnce() {
    return 1 << 14;
  }

  /** What each side becomes before rows are paired. */
  record Sides(Tensor x, Tensor y) {}

  /**
   * What is computed once a row.
   *
   * @param x (dx, n)
   * @param y (dy, n)
   */
  Sides sides(Tape tape, Tensor x, Tensor y);

  /** The scores of pairs, (1, pairs). */
  Tensor scores(Tape tape, Sides sides, Pairs pairs);
}
