package io.github.mist4j.cli;

import picocli.CommandLine.Option;

/** How many rows that follow each other depend on each other. */
final class BlockOption {
  @Option(
      names = "--block",
      defaultValue = "1",
      paramLabel = "ROWS",
      description =
          "Rows that depend on each other, as in a time series: shuffles and half samples keep so"
              + " many together (default: ${DEFAULT-VALUE}).")
  private int rows;

  int rows() {
    return rows;
  }
}
