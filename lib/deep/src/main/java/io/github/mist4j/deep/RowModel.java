package io.github.mist4j.deep;

import java.util.random.RandomGenerator;

/** What is fitted to some rows of a sample and judged by others. */
interface RowModel {
  /** Made anew for each fit, as it may remember what it has seen. */
  @FunctionalInterface
  interface Source {
    /** A model of some rows, by their numbers, which it is to be trained on. */
    RowModel of(int[] training);
  }

  /**
   * What some rows say.
   *
   * @param information nats; not a number, infinite or far from any truth where the fit ran away
   * @param most the most that these rows can show, nats
   */
  record Reading(double information, double most) {}

  float[] initialWeights(RandomGenerator rng);

  /** Adds the gradient of what is climbed on some rows, and returns that. */
  double addGradient(float[] weights, float[] gradient, int[] rows);

  /** What is climbed, on rows that say when to stop. */
  double climbed(float[] weights, int[] rows);

  /** The mutual information that is read off, on rows that had no part in anything. */
  Reading reading(float[] weights, int[] rows);
}
