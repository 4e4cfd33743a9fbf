package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ParentWatchTest {
  @Test
  @DisplayName("the end is called when the process has ended, and not before")
  void endsWithTheProcess() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "jshell").toString();
    Process process = new ProcessBuilder(java).start(); // waits for its input
    var ended = new CountDownLatch(1);
    ParentWatch.watch(process.toHandle(), Duration.ofMillis(20), ended::countDown);
    assertThat(ended.await(200, TimeUnit.MILLISECONDS)).isFalse();
    process.destroyForcibly().waitFor();
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("without a process in the environment nothing is watched")
  void watchesNothing() {
    for (String pid : new String[] {"", "x", "-1", "99999999999999999999"}) {
      assertThatCode(() -> ParentWatch.install(Map.of("JPY_PARENT_PID", pid)))
          .doesNotThrowAnyException();
    }
  }
}
