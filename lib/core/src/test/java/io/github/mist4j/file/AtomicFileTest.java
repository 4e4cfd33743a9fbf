package io.github.mist4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void aFileWhoseWritingFailsIsLeftAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write('n');
                      throw new IOException("no space left");
                    }))
        .withMessage("%s cannot be written", file);
    assertThat(file).hasContent("old");
    AtomicFile.write(file, out -> out.write('n'));
    assertThat(file).hasContent("n");
  }

  @Test
  void aPlaceWhereNoFileCanStandIsRefusedBeforehand() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AtomicFile.writable(folder))
        .withMessage("%s is a folder, so no file can be written there", folder);
    Path nowhere = folder.resolve("no/f");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AtomicFile.writable(nowhere))
        .withMessage("%s is not a folder, so %s cannot be written", folder.resolve("no"), nowhere);
  }
}
