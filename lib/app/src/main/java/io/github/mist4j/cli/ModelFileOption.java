package io.github.mist4j.cli;

import io.github.mist4j.file.AtomicFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a model goes. */
final class ModelFileOption {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.mist",
      description = "Where the model goes.")
  private Path file;

  /**
   * The file, which can be written.
   *
   * @throws IllegalArgumentException as {@link AtomicFile#writable}
   */
  Path writable() {
    AtomicFile.writable(file);
    return file;
  }
}
