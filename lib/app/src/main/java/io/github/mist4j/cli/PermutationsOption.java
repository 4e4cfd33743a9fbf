package io.github.mist4j.cli;

import io.github.mist4j.EvidenceDefaults;
import picocli.CommandLine.Option;

/** The test of independence. */
final class PermutationsOption {
  @Option(
      names = "--permutations",
      defaultValue = "" + EvidenceDefaults.COMMAND_LINE_PERMUTATIONS,
      paramLabel = "COUNT",
      description =
          "Shuffles of the permutation test of independence, 0 for no test"
              + " (default: ${DEFAULT-VALUE}).")
  private int count;

  /** The number of shuffles. */
  int count() {
    return count;
  }
}
