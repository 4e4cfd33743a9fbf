package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;

/**
 * How the rate of the optimizer changes while a training goes on.
 *
 * <pre>{@code
 * TrainingOptions.withDefaults().withSchedule(Schedule.plateau(10, 1e-6, 10_000))
 * }</pre>
 */
public sealed interface Schedule {
  /** Rises to the highest rate for 200 steps and falls as half a cosine to 0 over the budget. */
  static Schedule cosine() {
    return new Cosine();
  }

  /**
   * Stays at the highest rate, and is divided by ten whenever the loss has stopped falling, as
   * PyTorch's {@code ReduceLROnPlateau} does.
   *
   * @param patience the epochs that may pass in a row without a mean training loss at least 0.01%
   *     below the lowest before; one more lowers the rate
   * @param floor the lowest rate
   * @param epoch the datasets over which the mean is taken
   */
  static Schedule plateau(int patience, double floor, long epoch) {
    return new Plateau(patience, floor, epoch);
  }

  /** See {@link #cosine}. */
  record Cosine() implements Schedule {}

  /**
   * See {@link #plateau}.
   *
   * @param patience the epochs without a lower loss that change nothing
   * @param floor the lowest rate
   * @param epoch the datasets of an epoch
   */
  record Plateau(int patience, double floor, long epoch) implements Schedule {
    /** Checks every number. */
    public Plateau {
      require(patience >= 0, "patience must not be negative, was %s", patience);
      require(floor >= 0 && Double.isFinite(floor), "floor must not be negative, was %s", floor);
      require(epoch > 0, "epoch must be positive, was %s", epoch);
    }
  }
}
