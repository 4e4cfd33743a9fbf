package io.github.mist4j.training;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The rate of the optimizer in one training. */
interface LearningRate {
  /**
   * The rate of a step.
   *
   * @param step the number of the step, from 0
   * @param progress the share of the budget that is spent
   */
  double at(long step, double progress);

  /** Hears the mean loss over the datasets of the step that was taken. */
  default void took(double loss, int datasets) {}

  /** Writes what {@link #read} needs to go on. */
  default void write(DataOutputStream out) throws IOException {}

  /** Reads what {@link #write} wrote. */
  default void read(DataInputStream in) throws IOException {}

  /** The rate that a schedule begins with or rises to, and what it makes of it. */
  static LearningRate of(Schedule schedule, double highest) {
    return schedule instanceof Schedule.Plateau plateau
        ? new PlateauRate(plateau, highest)
        : new CosineRate(highest);
  }
}
