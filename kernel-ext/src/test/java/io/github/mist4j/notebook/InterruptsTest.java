package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class InterruptsTest {
  private final AtomicInteger hard = new AtomicInteger();

  private void interrupt() {
    InterruptSignal.interrupted(hard::incrementAndGet);
  }

  @Test
  @DisplayName("the first interrupt asks running work to stop, the second ends the cell")
  void secondInterruptIsHard() {
    try (var watch = Interrupts.watch()) {
      assertThat(watch.asked()).isFalse();
      interrupt();
      assertThat(watch.asked()).isTrue();
      assertThat(hard).hasValue(0);
      interrupt();
      assertThat(hard).hasValue(1);
    }
  }

  @Test
  @DisplayName("where nothing runs, or it has ended, an interrupt ends the cell")
  void interruptWithNothingRunningIsHard() {
    interrupt();
    assertThat(hard).hasValue(1);
    Interrupts.watch().close();
    interrupt();
    assertThat(hard).hasValue(2);
  }
}
