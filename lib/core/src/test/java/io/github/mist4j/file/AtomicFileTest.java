package io.github.mist4j.file;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
  private static final Path FULL = Path.of("/dev/full");
  private static final Path NULL = Path.of("/dev/null");

  @TempDir Path folder;

  private static void write(Path file, String text) {
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aFileWhoseWritingFailsIsLeftAsItWasAndNothingBesideIt() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write('n');
                      throw new IOException("no space left");
                    },
                    REPLACE_EXISTING))
        .withMessage("%s cannot be written", file);
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("f");
    AtomicFile.write(file, out -> out.write('n'), REPLACE_EXISTING);
    assertThat(file).hasContent("n");
    assertThat(folder.toFile().list()).containsExactly("f");
  }

  @Test
  void aFileIsReplacedOnlyWhereThatIsAskedFor() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    String sentence =
        file + " exists already; StandardCopyOption.REPLACE_EXISTING (--overwrite) replaces it";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AtomicFile.writable(file))
        .withMessage(sentence);
    assertThatIllegalArgumentException().isThrownBy(() -> write(file, "new")).withMessage(sentence);
    Path late = folder.resolve("late");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AtomicFile.write(late, out -> Files.writeString(late, "other")))
        .withMessageContaining("exists already");
    assertThat(file).hasContent("old");
    assertThat(late).hasContent("other");
  }

  @Test
  void ofManyWhoWriteOneFileAtOnceOneSucceedsAndItIsWhole() throws IOException {
    var refused = new AtomicInteger();
    String text = "0123456789".repeat(10_000);
    Path file = folder.resolve("f");
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            k -> {
              try {
                write(file, k + text);
              } catch (IllegalArgumentException e) {
                refused.incrementAndGet();
              }
            });
    assertThat(refused).hasValue(7);
    assertThat(Files.readString(file)).endsWith(text).hasSize(1 + text.length());
    assertThat(folder.toFile().list()).containsExactly("f");
  }

  @Test
  void whatOthersCallNearlyTheSameStays() throws IOException {
    Path other = Files.writeString(folder.resolve("f.part"), "mine");
    Path target = Files.writeString(folder.resolve("target"), "far");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    write(folder.resolve("f"), "new");
    AtomicFile.write(link, out -> out.write('n'), REPLACE_EXISTING);
    assertThat(other).hasContent("mine");
    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("n");
    Files.delete(target);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AtomicFile.writable(link, REPLACE_EXISTING))
        .withMessage("%s is a link to a file that is not there", link);
  }

  @Test
  void aNameOfTheLongestKindIsWritten() {
    Path file = folder.resolve("n".repeat(255));
    write(file, "new");
    assertThat(file).hasContent("new");
  }

  static boolean hasDevices() {
    return Files.isWritable(FULL) && Files.isWritable(NULL);
  }

  @Test
  @EnabledIf("hasDevices")
  void aDeviceIsWrittenToAndNeverReplaced() {
    write(NULL, "gone");
    assertThat(AtomicFile.isSpecial(NULL)).isTrue();
    assertThat(Files.isRegularFile(NULL)).isFalse();
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> write(FULL, "full"))
        .withMessage("/dev/full cannot be written");
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
