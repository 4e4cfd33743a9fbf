package io.github.mist4j.cli;

import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/** The seed of everything random. */
final class SeedOption {
  @Option(
      names = "--seed",
      paramLabel = "SEED",
      description =
          "Names what is random: of an estimate the shuffles and the order of ties (default: 0),"
              + " of a training or a folder the datasets and the first weights (default: 1).")
  private Long seed;

  /** The options with this seed, as they are where the user names none. */
  <T> T in(T options, BiFunction<T, Long, T> withSeed) {
    return seed == null ? options : withSeed.apply(options, seed);
  }
}
