package io.github.mist4j.suite;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A distribution that every estimator is asked about, or a family of them.
 *
 * @param name one word
 * @param laws draws the distribution
 */
public record BenchmarkTask(String name, Function<RandomGenerator, Distribution> laws) {
  /** Checks that both are there. */
  public BenchmarkTask {
    require(name != null && laws != null, "a task needs a name and a law, had null");
  }

  /** One distribution. */
  public BenchmarkTask(String name, Distribution law) {
    this(name, law == null ? null : rng -> law);
  }

  /** A distribution of the family; always the same where there is one. */
  public Distribution law(RandomGenerator rng) {
    return laws.apply(rng);
  }

  /** A task whose distributions are changed. */
  BenchmarkTask changed(String newName, UnaryOperator<Distribution> change) {
    return new BenchmarkTask(newName, rng -> change.apply(law(rng)));
  }
}
