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
  void aCountHasTheRateAndTheTimeLeftWithoutWhatAnEarlierRunDid() throws InterruptedException {
    try (var line = new ProgressLine(new PrintWriter(err), true)) {
      line.show("estimates", 1000, 1400);
      Thread.sleep(1000);
      line.show("estimates", 1100, 1400);
    }
    assertThat(err.toString())
        .matches("(?s)\\r1,100 of 1,400 estimates, (9\\d\\.\\d|100\\.\\d)/s, 0 min 03 s left.*");
  }

  @Test
  void aFileIsSparedTheFirstSeconds() {
    try (var line = new ProgressLine(new PrintWriter(err), false)) {
      line.show("too early");
    }
    assertThat(err.toString()).isEmpty();
  }
}
