package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private final StringWriter err = new StringWriter();

  @Test
  void aTerminalLineIsWrittenOverAtMostTwiceASecond() throws InterruptedException {
    try (var line = new ProgressLine(new PrintWriter(err), true)) {
      line.show("too early");
      Thread.sleep(510);
      line.show("a long one");
      line.show("too early");
      Thread.sleep(510);
      line.show("short");
    }
    assertThat(err).hasToString("\ra long one" + "\rshort     " + System.lineSeparator());
  }

  @Test
  void aFileIsSparedTheFirstSeconds() {
    try (var line = new ProgressLine(new PrintWriter(err), false)) {
      line.show("too early");
    }
    assertThat(err.toString()).isEmpty();
  }
}
