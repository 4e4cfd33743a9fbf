package io.github.mist4j.deep;

import java.util.random.RandomGenerator;

/** A network that scores pairs of rows: high where they belong together. */
interface Critic {
  /** The number of weights. */
  int size();

  float[] initialWeights(RandomGenerator rng);

  /** The most pairs of a look at held-out rows, which should take no longer than some steps. */
  int pairsOfLook();

  /** The most pairs that the estimate is read off. */
  int pairsOfReading();

  /** The most pairs that are scored at once. */
  int pairsAtOnce();

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
