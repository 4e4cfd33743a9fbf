package io.github.mist4j.file;

import static io.github.mist4j.sample.Checks.require;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The right to write a file over a long time, which one program and one part of it has at a time.
 *
 * <pre>{@code
 * try (var claim = FileClaim.of(Path.of("mine.mist"))) {
 *   train(claim.file());
 * }
 * }</pre>
 */
public final class FileClaim implements AutoCloseable {
  /** The locks of this program; those of a file system hold between programs only. */
  private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

  private static final int SIZES = 1 << 20; // none of them takes a block of the disk

  private final Path file;
  private final Path lockFile;
  private final RandomAccessFile opened;

  private FileClaim(Path file, Path lockFile, RandomAccessFile opened) {
    this.file = file;
    this.lockFile = lockFile;
    this.opened = opened;
  }

  /**
   * Claims a file, which need not exist, and clears away what killed programs left beside it.
   *
   * @throws IllegalArgumentException with one sentence if another has claimed it
   */
  public static FileClaim of(Path file) {
    Path lockFile = HiddenName.of(real(file), ".lock").toAbsolutePath();
    require(CLAIMED.add(lockFile), "%s is being written already", file);
    try {
      RandomAccessFile locked = locked(lockFile);
      require(locked != null, "%s is being written already, by another program", file);
      UnfinishedFile.deleteLeft(real(file));
      UnfinishedFile.deleteLeft(real(state(file)));
      return new FileClaim(file, lockFile, locked);
    } catch (IOException e) {
      CLAIMED.remove(lockFile);
      throw new UncheckedIOException("%s cannot be written".formatted(file), e);
    } catch (RuntimeException e) {
      CLAIMED.remove(lockFile);
      throw e;
    }
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** Where long work on a file keeps how far it is. */
  private static Path state(Path file) {
    return file.resolveSibling(file.getFileName() + ".state");
  }

  private static Path real(Path file) {
    try {
      return Files.exists(file)
          ? file.toRealPath()
          : file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      return file.toAbsolutePath();
    }
  }

  /** The lock file, open and locked; null if another program has the lock. */
  private static RandomAccessFile locked(Path lockFile) throws IOException {
    while (true) {
      var opened = new RandomAccessFile(lockFile.toFile(), "rw");
      try {
        if (opened.getChannel().tryLock() == null) {
          opened.close();
          return null;
        }
        if (isAt(lockFile, opened)) {
          return opened;
        }
        opened.close(); // a file that its owner deleted just before
      } catch (IOException | RuntimeException e) {
        opened.close();
        throw e;
      }
    }
  }

  /** Whether the open file still has its name: then both have the size that it is given. */
  private static boolean isAt(Path lockFile, RandomAccessFile opened) throws IOException {
    opened.setLength(ThreadLocalRandom.current().nextInt(1, SIZES));
    return Files.exists(lockFile) && Files.size(lockFile) == opened.length();
  }

  /** Gives the right back. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(lockFile); // while it is locked: another's would be deleted afterwards
      opened.close();
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be deleted".formatted(lockFile), e);
    } finally {
      CLAIMED.remove(lockFile);
    }
  }
}
