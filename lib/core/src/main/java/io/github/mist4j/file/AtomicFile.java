package io.github.mist4j.file;

import static io.github.mist4j.sample.Checks.require;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;

/**
 * Files that are whole or not there: written beside, then moved into place. A file that exists is
 * replaced only where {@link StandardCopyOption#REPLACE_EXISTING} is given. What is no file on a
 * disk, such as a pipe or {@code /dev/stdout}, is written to.
 *
 * <pre>{@code
 * AtomicFile.write(Path.of("notes.txt"), out -> out.write(bytes));
 * }</pre>
 */
public final class AtomicFile {
  private static final Set<String> STANDARD_OUTPUT =
      Set.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  private AtomicFile() {}

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything; the stream is buffered, and closed by the caller. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param options {@link StandardCopyOption#REPLACE_EXISTING}: an older one is replaced in the
   *     end; none: it is refused
   * @throws IllegalArgumentException as {@link #writable}
   * @throws UncheckedIOException if the file cannot be written; nothing has changed then
   */
  public static void write(Path file, Content content, CopyOption... options) {
    writable(file, options);
    try {
      if (isSpecial(file)) {
        writeTo(file, content);
      } else {
        replace(file, content, replaces(options));
      }
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(existsAlready(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(file), e);
    }
  }

  /**
   * Deletes what killed programs left beside a file that they were writing; for the owner of a
   * {@link FileClaim} around it. Nothing happens where the file's folder is not there.
   */
  public static void clearLeft(Path file) {
    UnfinishedFile.deleteLeft(file);
  }

  /** Through links, so that what a link names is replaced and not the link. */
  private static void replace(Path file, Content content, boolean replaces) throws IOException {
    Path place = Files.exists(file) ? file.toRealPath() : file;
    try (var beside = UnfinishedFile.beside(place)) {
      try (OutputStream out = new BufferedOutputStream(beside.stream())) {
        content.write(out);
        out.flush();
        beside.stream().getFD().sync(); // else a power cut may leave the name without the bytes
      }
      if (replaces) {
        move(beside.file(), place);
      } else {
        link(beside.file(), place);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Moves a file where none may be, at once: a move would replace one that has just come. */
  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.move(from, to); // a file system without links
    }
  }

  private static void writeTo(Path file, Content content) throws IOException {
    boolean standard = STANDARD_OUTPUT.contains(file.toString());
    try (var stream =
            standard
                ? new FileOutputStream(FileDescriptor.out)
                : new FileOutputStream(file.toFile(), true); // appending does not cut
        var out = new BufferedOutputStream(stream)) {
      content.write(out);
    }
  }

  /**
   * Returns the file if it can be written where it is to stand: asked before a long computation.
   *
   * @param options {@link StandardCopyOption#REPLACE_EXISTING}: a file may stand there already
   * @throws IllegalArgumentException with one sentence if its folder is missing or not writable, it
   *     is a folder itself, or it exists and may not be replaced
   */
  public static Path writable(Path file, CopyOption... options) {
    require(file != null, "file must be given, was null");
    Path folder = file.toAbsolutePath().getParent();
    require(!Files.isDirectory(file), "%s is a folder, so no file can be written there", file);
    require(
        folder != null && Files.isDirectory(folder),
        "%s is not a folder, so %s cannot be written",
        folder,
        file);
    if (isSpecial(file)) {
      return file;
    }
    require(
        Files.exists(file) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS),
        "%s is a link to a file that is not there",
        file);
    require(Files.isWritable(folder), "%s may not be written, so %s cannot", folder, file);
    require(replaces(options) || !Files.exists(file), "%s", existsAlready(file));
    return file;
  }

  /**
   * Whether a path is no file on a disk, but a pipe, a device or a stream of this program: it can
   * be written to once, and not be read again.
   */
  public static boolean isSpecial(Path file) {
    Path path = file.toAbsolutePath().normalize();
    boolean device = path.startsWith("/dev") && !path.startsWith("/dev/shm");
    return device
        || path.startsWith("/proc")
        || (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file));
  }

  private static boolean replaces(CopyOption... options) {
    return Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING);
  }

  private static String existsAlready(Path file) {
    return "%s exists already; StandardCopyOption.REPLACE_EXISTING (--overwrite) replaces it"
        .formatted(file);
  }
}
