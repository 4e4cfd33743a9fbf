package io.github.mist4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileClaimTest {
  @TempDir Path folder;

  /** Claims the file named, says so, and waits to be ended. */
  static final class Other {
    private Other() {}

    public static void main(String... args) throws IOException {
      try (var claim = FileClaim.of(Path.of(args[0]))) {
        UnfinishedFile.beside(claim.file());
        System.out.write('c');
        System.out.flush();
        System.in.read();
      }
    }
  }

  @Test
  void aFileIsClaimedByOneAtATimeAndNothingIsLeft() {
    Path file = folder.resolve("f");
    for (int k = 0; k < 3; k++) {
      try (var claim = FileClaim.of(file)) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> FileClaim.of(claim.file()))
            .withMessage("%s is being written already", file);
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anotherProgramsClaimHoldsUntilItEndsAndWhatItLeftIsClearedAway() throws Exception {
    Path file = folder.resolve("f");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process other =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                file.toString())
            .start();
    try (InputStream said = other.getInputStream()) {
      assertThat(said.read()).isEqualTo('c');
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FileClaim.of(file))
          .withMessage("%s is being written already, by another program", file);
      AtomicFile.write(file, out -> out.write('n'));
      assertThat(folder.toFile().list()).as("the other's are at work").hasSize(3);
    }
    other.destroyForcibly().waitFor();
    try (var claim = FileClaim.of(file)) {
      assertThat(claim.file()).hasContent("n");
    }
    assertThat(folder.toFile().list()).containsExactly("f");
  }
}
