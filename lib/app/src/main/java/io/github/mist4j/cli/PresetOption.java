package io.github.mist4j.cli;

import picocli.CommandLine.Option;

/** What a model learns from. */
final class PresetOption {
  @Option(
      names = "--preset",
      defaultValue = "full",
      paramLabel = "NAME",
      description =
          "What the model learns from, and by which network: one of the names below (default:"
              + " ${DEFAULT-VALUE}).")
  private String name;

  /** Its name. */
  String name() {
    return name;
  }
}
