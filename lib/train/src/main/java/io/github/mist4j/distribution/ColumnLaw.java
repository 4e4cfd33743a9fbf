package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;

/**
 * The law of one column in one state of a {@link LatentClassModel}: a density, or counts.
 *
 * <pre>{@code
 * ColumnLaw visits = ColumnLaw.of(PoissonDistribution.of(4));
 * }</pre>
 */
public final class ColumnLaw {
  private final boolean counts;
  private final DoubleUnaryOperator logDensity;
  private final Function<RandomGenerator, DoubleSupplier> sampler;

  private ColumnLaw(
      boolean counts,
      DoubleUnaryOperator logDensity,
      Function<RandomGenerator, DoubleSupplier> sampler) {
    this.counts = counts;
    this.logDensity = logDensity;
    this.sampler = sampler;
  }

  /** A column with a density. */
  public static ColumnLaw of(ContinuousDistribution law) {
    require(law != null, "the law of a column must be given, was null");
    return new ColumnLaw(false, law::logDensity, rng -> law.createSampler(rng::nextLong)::sample);
  }

  /** A column with a density, moved. */
  public static ColumnLaw of(ContinuousDistribution law, double by) {
    ColumnLaw still = of(law);
    require(Double.isFinite(by), "a column must be moved by a finite number, was %s", by);
    return new ColumnLaw(
        false,
        v -> law.logDensity(v - by),
        rng -> {
          DoubleSupplier values = still.sampler(rng);
          return () -> values.getAsDouble() + by;
        });
  }

  /** A column of whole numbers. */
  public static ColumnLaw of(DiscreteDistribution law) {
    require(law != null, "the law of a column must be given, was null");
    return new ColumnLaw(
        true,
        v -> law.logProbability((int) v),
        rng -> {
          DiscreteDistribution.Sampler values = law.createSampler(rng::nextLong);
          return () -> values.sample();
        });
  }

  /** Whether it is a law of whole numbers. */
  boolean counts() {
    return counts;
  }

  /** Of a value that is one of the column's. */
  double logDensity(double value) {
    return logDensity.applyAsDouble(value);
  }

  DoubleSupplier sampler(RandomGenerator rng) {
    return sampler.apply(rng);
  }
}
