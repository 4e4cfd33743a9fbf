package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution;

/**
 * A distribution that every estimator is asked about.
 *
 * @param name one word
 * @param law the distribution
 */
public record BenchmarkTask(String name, Distribution law) {
  /** Checks that both are there. */
  public BenchmarkTask {
    require(name != null && law != null, "a task needs a name and a law, had null");
  }
}
