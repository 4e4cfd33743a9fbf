package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.Progress.Count;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private final StringWriter err = new StringWriter();
  private long millis = 5_000;

  private ProgressLine line(boolean terminal) {
    return new ProgressLine(new PrintWriter(err), terminal, () -> 1_000_000 * millis);
  }

  private void show(ProgressLine line, int after, String words) {
    millis += after;
    line.progress(
        new Progress() {
          @Override
          public Count count() {
            return Count.of("parts", 0, 0, 1, Duration.ZERO);
          }

          @Override
          public String toString() {
            return words;
          }
        });
  }

  @Test
  void aTerminalLineIsWrittenOverTwiceASecondAfterTwoSeconds() {
    try (var line = line(true)) {
      show(line, 1999, "too early");
      show(line, 1, "a long one");
      show(line, 499, "too early");
      show(line, 1, "short");
      show(line, 500, "longer");
      line.say("done");
    }
    assertThat(err).hasToString("\ra long one" + "\rshort     " + "\rlonger%ndone%n".formatted());
  }

  @Test
  void aFileGetsALineEveryTenSecondsAfterTwo() {
    try (var line = line(false)) {
      show(line, 1999, "too early");
      show(line, 1, "first");
      show(line, 9999, "too early");
      show(line, 1, "second");
    }
    assertThat(err).hasToString("first%nsecond%n".formatted());
  }
}
