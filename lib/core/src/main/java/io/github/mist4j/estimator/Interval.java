package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;

/**
 * An interval for a mutual information.
 *
 * <pre>{@code
 * Interval interval = estimate.interval().orElseThrow();
 * boolean held = interval.lower() <= truth && truth <= interval.upper();
 * }</pre>
 *
 * @param lower the lower end, in the estimate's unit; never negative, since no mutual information
 *     is
 * @param upper the upper end, in the estimate's unit
 * @param level the share of datasets whose true value such intervals are meant to hold, in (0, 1)
 */
public record Interval(double lower, double upper, double level) {
  /** Checks that the ends are finite and in order and that the level is in (0, 1). */
  public Interval {
    require(
        Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper,
        "an interval needs finite ends in order, was [%s, %s]",
        lower,
        upper);
    require(level > 0 && level < 1, "level must be in (0, 1), was %s", level);
  }

  /** The same from 0 on, where it begins above. */
  Interval fromZero() {
    return lower > 0 ? new Interval(0, upper, level) : this;
  }

  /**
   * The interval from half samples, for an estimator that has none of its own: normal around the
   * estimate, with the variance of the delete-half jackknife. It knows the scatter of the estimate,
   * not its bias.
   *
   * @param all the estimate from all rows, nats
   * @param options how many halves, their seed, the level, and whether rows stay together in blocks
   * @param estimate of a half, nats; asked by several threads at once
   */
  public static Interval ofHalves(
      Sample sample,
      double all,
      EstimateOptions options,
      ToDoubleBiFunction<Sample, RandomGenerator> estimate) {
    return Resampling.interval(sample, all, options, estimate);
  }
}
