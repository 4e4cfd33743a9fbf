package io.github.mist4j.cli;

import io.github.mist4j.plot.Picture;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** A picture of what is printed. */
final class PictureOption {
  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Also draw the result, into a file whose name ends in .png or .svg.")
  private Path file;

  /** Whether there is to be one. */
  boolean isGiven() {
    return file != null;
  }

  /**
   * Refuses a file that cannot be written, before the work begins.
   *
   * @param read what the command reads
   * @param options whether one that exists may be replaced
   * @throws IllegalArgumentException as {@link Picture#writable}, and if it is read
   */
  void check(ReadFiles read, CopyOption... options) {
    if (isGiven()) {
      read.refuse(file);
      Picture.writable(file, options);
    }
  }

  /** Draws and saves it if there is to be one; only then are the classes that draw loaded. */
  void save(Supplier<Picture> picture, CopyOption... options) {
    if (isGiven()) {
      picture.get().save(file, options);
    }
  }
}
