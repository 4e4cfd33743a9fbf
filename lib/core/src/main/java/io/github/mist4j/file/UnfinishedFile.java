package io.github.mist4j.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that is being written under a name of its own, beside the one that it is to have, and that
 * is gone when this is closed. It is locked while it is written, so that one whose program was
 * killed is told from one that is still at work.
 */
final class UnfinishedFile implements AutoCloseable {
  private static final String SUFFIX = ".part";

  /** Those of this program: closing a second channel of one would end its lock. */
  private static final Set<Path> AT_WORK = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileOutputStream stream;

  private UnfinishedFile(Path file, FileOutputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  /** A new file, of a name that no file has. */
  static UnfinishedFile beside(Path target) throws IOException {
    while (true) {
      String word = UUID.randomUUID().toString().substring(0, 8);
      Path file = HiddenName.of(target, "-" + word + SUFFIX);
      AT_WORK.add(file.toAbsolutePath());
      try {
        Files.createFile(file); // fails where there is one
        return open(file);
      } catch (FileAlreadyExistsException e) {
        AT_WORK.remove(file.toAbsolutePath()); // another word
      } catch (IOException | RuntimeException e) {
        AT_WORK.remove(file.toAbsolutePath());
        throw e;
      }
    }
  }

  private static UnfinishedFile open(Path file) throws IOException {
    // Not a channel's stream, which an interrupt of the thread would close in the middle.
    var stream = new FileOutputStream(file.toFile());
    try {
      stream.getChannel().tryLock(); // until the stream is closed
    } catch (IOException e) {
      // a file system without locks: a leftover of a killed program stays then
    }
    return new UnfinishedFile(file, stream);
  }

  Path file() {
    return file;
  }

  FileOutputStream stream() {
    return stream;
  }

  /** Deletes what programs left that were killed while they wrote a file. */
  static void deleteLeft(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    String pattern = HiddenName.of(target, "-*" + SUFFIX).getFileName().toString();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : files) {
        if (!AT_WORK.contains(file.toAbsolutePath()) && isLeft(file)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      // they are in nobody's way
    }
  }

  private static boolean isLeft(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      stream.close();
    } finally {
      Files.deleteIfExists(file);
      AT_WORK.remove(file.toAbsolutePath());
    }
  }
}
