package io.github.mist4j.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The file of the trained model. */
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "FILE.mist",
      description = "The trained model of method mist (default: the one that comes with mist4j).")
  private Path file;

  /** The file, null for the model that comes with the library. */
  Path file() {
    return file;
  }
}
