package io.github.mist4j.cli;

import java.nio.file.CopyOption;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Option;

/** Whether files that exist may be replaced. */
final class OverwriteOption {
  @Option(
      names = "--overwrite",
      description = "Replace files that exist already, which are refused otherwise.")
  private boolean overwrite;

  /** As the methods take it that write files. */
  CopyOption[] options() {
    return overwrite ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} : new CopyOption[0];
  }
}
