package io.github.mist4j.file;

import static io.github.mist4j.sample.Checks.require;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Files that are whole or not there: written beside, then moved into place.
 *
 * <pre>{@code
 * AtomicFile.write(Path.of("notes.txt"), out -> out.write(bytes));
 * }</pre>
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; the stream is buffered, and closed by the caller. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes a file; an older one is replaced in the end.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, Content content) {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = open(beside)) {
        content.write(out);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(file), e);
    }
  }

  /** Not through a channel, which an interrupt of the thread would close in the middle. */
  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(new FileOutputStream(file.toFile()));
  }

  /**
   * Returns the file if it can be written where it is to stand: asked before a long computation.
   *
   * @throws IllegalArgumentException with one sentence if its folder is missing or not writable, or
   *     it is a folder itself
   */
  public static Path writable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    require(!Files.isDirectory(file), "%s is a folder, so no file can be written there", file);
    require(
        folder != null && Files.isDirectory(folder),
        "%s is not a folder, so %s cannot be written",
        folder,
        file);
    require(Files.isWritable(folder), "%s may not be written, so %s cannot", folder, file);
    return file;
  }
}
