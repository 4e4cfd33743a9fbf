package io.github.mist4j.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The fuzzers' claims without Jazzer, on some hundreds of changed files. */
final class ReadersTest {
  private static final int CHANGES = 100; // of each file; some seconds in all

  private final Random random = new Random(5);

  /** A fuzzer. */
  @FunctionalInterface
  private interface Fuzzer {
    void take(byte[] bytes) throws IOException;
  }

  private void holds(Fuzzer fuzzer, List<byte[]> begin) throws IOException {
    fuzzer.take(new byte[0]);
    for (byte[] bytes : begin) {
      fuzzer.take(bytes);
      for (int k = 0; k < CHANGES; k++) {
        byte[] changed = changed(bytes);
        assertThatCode(() -> fuzzer.take(changed)).doesNotThrowAnyException();
      }
    }
  }

  /** Some bytes changed among the first thousand, and perhaps the end cut off. */
  private byte[] changed(byte[] bytes) {
    int cut = random.nextInt(4) == 0 ? random.nextInt(bytes.length) + 1 : bytes.length;
    byte[] changed = Arrays.copyOf(bytes, cut);
    for (int k = random.nextInt(4); k >= 0; k--) {
      changed[random.nextInt(Math.min(1000, cut))] = (byte) random.nextInt(256);
    }
    return changed;
  }

  @Test
  @DisplayName("a table that somebody has changed is read, or refused with one sentence")
  void tables() throws IOException {
    holds(TableFuzzer::fuzzerTestOneInput, Corpus.tables());
  }

  @Test
  @DisplayName("a model that somebody has changed answers, or is refused with one sentence")
  void models() throws IOException {
    holds(ModelFuzzer::fuzzerTestOneInput, Corpus.models());
  }

  @Test
  @DisplayName("a folder of datasets that somebody has changed is read, or refused")
  void folders() throws IOException {
    holds(FolderFuzzer::fuzzerTestOneInput, Corpus.folders());
  }

  @Test
  @DisplayName("anything but a sentence is a finding")
  void findings() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Refusals.readOrRefused(
                    () -> {
                      throw new ArrayIndexOutOfBoundsException(3);
                    }));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Refusals.readOrRefused(
                    () -> {
                      throw new IllegalArgumentException(" ".repeat(5000));
                    }));
  }
}
