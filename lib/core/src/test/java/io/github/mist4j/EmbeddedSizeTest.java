package io.github.mist4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a program takes along that embeds the estimators. */
final class EmbeddedSizeTest {
  private static final Path CLASSES = Path.of("target", "classes");
  private static final Path CLASSPATH = Path.of("target", "runtime-classpath"); // written by Maven
  private static final long MEGABYTE = 1_000_000;

  @Test
  void coreAndTheJarsThatItNeedsAreUnderEightMegabytes() throws IOException {
    String[] jars = Files.readString(CLASSPATH).trim().split(File.pathSeparator, -1);
    long size = 0;
    for (String jar : jars) {
      size += Files.size(Path.of(jar));
    }
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file); // more than in the jar, which is not there yet
      }
    }
    assertThat(size).as("bytes of %s", String.join(", ", jars)).isLessThan(8 * MEGABYTE);
  }
}
