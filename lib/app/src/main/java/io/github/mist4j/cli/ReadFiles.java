package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * What a command reads, which it must not replace: whoever gives the same file to {@code --out} has
 * mistyped it, even with {@code --overwrite}.
 */
interface ReadFiles extends Predicate<Path> {
  /** Nothing. */
  ReadFiles NONE = written -> false;

  /** Where a standard input that comes from a file has a name. */
  Path STANDARD_INPUT = Path.of("/dev/stdin");

  /** One file, by any of its names: through links and folders, in other letters. */
  static ReadFiles of(Path read) {
    return written -> {
      try {
        return Files.exists(read) && Files.exists(written) && Files.isSameFile(read, written);
      } catch (IOException e) {
        throw new UncheckedIOException("%s cannot be read".formatted(read), e);
      }
    };
  }

  /**
   * Refuses to write what is read.
   *
   * @throws IllegalArgumentException if it is
   */
  default void refuse(Path written) {
    require(!test(written), "%s is the file that is read; write the result elsewhere", written);
  }
}
