package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

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

  /**
   * Their number.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  int rows() {
    require(rows > 0, "--block must be positive, was %s", rows);
    return rows;
  }
}
