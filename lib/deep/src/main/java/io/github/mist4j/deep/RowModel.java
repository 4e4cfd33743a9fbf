package io.github.mist4j.deep;

import java.util.function.BooleanSupplier;
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

  /**
   * What rows show that no step has seen.
   *
   * @param climbed of what is climbed, which says when to stop
   * @param information nats
   */
  record Seen(double climbed, double information) {}

  float[] initialWeights(RandomGenerator rng);

  /** Adds the gradient of what is climbed on some rows, and returns what is climbed there. */
  double addGradient(float[] weights, float[] gradient, int[] rows);

  /** What longer gradients are cut to. */
  default double largestNorm() {
    return Adam.LARGEST_NORM;
  }

  /** Looks without a better one before it stops; noise passes within 20, overfitting stays. */
  default int patience() {
    return 20;
  }

  /** How much of the mean of the weights so far stays at a step; 0: the weights are judged. */
  default double averaging() {
    return 0;
  }

  /** What is climbed, on rows that say when to stop. */
  double climbed(float[] weights, int[] rows);

  /**
   * The information, nats, on the rows of the latest gradient.
   *
   * @param climbed there, which is the information itself unless a model says otherwise
   */
  default double information(double climbed) {
    return climbed;
  }

  /** What some rows show; the information is what is climbed unless a model says otherwise. */
  default Seen seen(float[] weights, int[] rows) {
    double climbed = climbed(weights, rows);
    return new Seen(climbed, climbed);
  }

  /**
   * The mutual information that is read off, on rows that had no part in anything.
   *
   * @param stopped whether it should be soon; a reading that takes long is then a simpler one
   */
  Reading reading(float[] weights, int[] rows, BooleanSupplier stopped);
}
