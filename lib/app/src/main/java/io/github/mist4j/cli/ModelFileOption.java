package io.github.mist4j.cli;

import io.github.mist4j.file.AtomicFile;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a model goes. */
final class ModelFileOption {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.mist",
      description = "Where the model goes.")
  private Path file;

  @Mixin private OverwriteOption overwrite;

  /** The file, which may not be writable. */
  Path file() {
    return file;
  }

  /**
   * The file, which can be written.
   *
   * @throws IllegalArgumentException as {@link AtomicFile#writable}
   */
  Path writable() {
    return AtomicFile.writable(file, options());
  }

  /** Whether it may be replaced, as the methods take it that write it. */
  CopyOption[] options() {
    return overwrite.options();
  }
}
