package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import java.nio.file.CopyOption;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Option;

/** Whether files that exist may be replaced. */
final class OverwriteOption {
  @Option(
      names = "--overwrite",
      description = "Replace files that exist already, which are refused otherwise.")
  private boolean overwrite;

  /**
   * Refuses to begin again and to go on at once.
   *
   * @param resume whether what is there is to be gone on with
   */
  void checkNotBeside(boolean resume) {
    require(
        !(resume && overwrite),
        "--resume goes on with what is there, --overwrite begins again: only one of them can be"
            + " given");
  }

  /** As the methods take it that write files. */
  CopyOption[] options() {
    return overwrite ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} : new CopyOption[0];
  }
}
