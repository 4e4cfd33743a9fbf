package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.requireThreads;

/**
 * How to generate datasets.
 *
 * <pre>{@code
 * GenerationOptions.withDefaults().withSeed(5).withThreads(2)
 * }</pre>
 *
 * @param seed names the datasets
 * @param threads how many are drawn at once; changes nothing in the folder
 */
public record GenerationOptions(long seed, int threads) {
  /** Checks the number of threads. */
  public GenerationOptions {
    requireThreads(threads);
  }

  /** Seed 1, on all processors. */
  public static GenerationOptions withDefaults() {
    return new GenerationOptions(1, Runtime.getRuntime().availableProcessors());
  }

  /** The same with another seed. */
  public GenerationOptions withSeed(long newSeed) {
    return new GenerationOptions(newSeed, threads);
  }

  /** The same with so many threads. */
  public GenerationOptions withThreads(int newThreads) {
    return new GenerationOptions(seed, newThreads);
  }
}
