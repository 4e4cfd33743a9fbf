package io.github.mist4j.network;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.progress.Work;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/**
 * The interval of an estimate from rows that depend on each other within blocks.
 *
 * <p>The network's own interval takes rows for independent. This one reaches at least as far as the
 * estimate scatters over halves of the blocks (the delete-half jackknife, {@link
 * Interval#ofHalves}), and its lower end lies lower by what is found in shuffles of blocks: of
 * series that remember long, columns that have nothing to do with each other seem to.
 */
final class BlockInterval {
  private static final int HALVES = 30;
  private static final int FEW_HALVES = 12; // of many rows, which take their time
  private static final int MANY_ROWS = 2000;
  private static final int SHUFFLES = 8;

  private BlockInterval() {}

  /**
   * An estimate with the wider interval; with its own and a warning where halves do not suffice.
   *
   * @param value what is said of other rows, nats; its options ask for nothing else
   */
  static Estimate of(
      Sample sample,
      Estimate estimate,
      EstimateOptions options,
      ToDoubleBiFunction<Sample, EstimateOptions> value) {
    EstimateOptions quiet =
        EstimateOptions.withDefaults()
            .withSeed(options.seed())
            .withProgress(options.progress().silent());
    Interval own = estimate.interval().orElseThrow();
    try {
      int count = sample.n() > MANY_ROWS ? FEW_HALVES : HALVES;
      Interval halves =
          Interval.ofHalves(
              sample,
              estimate.value(),
              options.withHalves(count),
              (half, rng) -> value.applyAsDouble(half, quiet));
      var work = Work.of("shuffles of blocks", SHUFFLES, options.progress());
      double[] shuffled =
          work.values(
              SHUFFLES,
              k -> {
                int[] order = options.shuffle(sample.n(), RandomStreams.of(options.seed(), -3 - k));
                double found = value.applyAsDouble(sample.withYInOrder(order), quiet);
                work.advance(1);
                return found;
              });
      double chance = Arrays.stream(shuffled).average().orElseThrow();
      double lower = Math.max(0, Math.min(own.lower(), halves.lower()) - chance);
      double most = Math.max(own.upper(), bound(sample, options));
      double upper = Math.max(own.upper(), Math.min(halves.upper(), most));
      return estimate.withInterval(new Interval(lower, upper, own.level()));
    } catch (IllegalArgumentException e) {
      var warnings = new ArrayList<>(estimate.warnings());
      warnings.add(
          new Warning(
              Warning.Kind.NO_INTERVAL,
              "the interval takes rows for independent, as half of the blocks do not suffice"));
      return estimate.withWarnings(warnings);
    }
  }

  /** The most that a side whose values repeat can hold, nats. */
  private static double bound(Sample sample, EstimateOptions options) {
    Sample numbers = sample.withIndicators().withoutRedundantColumns();
    return EntropyBound.of(RankedSample.inOrders(numbers, options.seed(), share -> 1).get(0));
  }
}
