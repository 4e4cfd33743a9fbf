package io.github.mist4j.cli;

import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/** How much is done at once. */
final class ThreadsOption {
  @Option(
      names = "--threads",
      paramLabel = "COUNT",
      description = "Threads; they change nothing in the result (default: one a processor).")
  private Integer threads;

  /** The options with so many threads, as they are where the user names no number. */
  <T> T in(T options, BiFunction<T, Integer, T> withThreads) {
    return threads == null ? options : withThreads.apply(options, threads);
  }
}
