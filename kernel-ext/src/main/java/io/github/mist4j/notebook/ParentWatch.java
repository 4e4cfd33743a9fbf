package io.github.mist4j.notebook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the kernel when the Jupyter that started it is gone: killed, it leaves its kernels behind,
 * and each keeps its memory. Jupyter tells its kernels which process it is.
 */
final class ParentWatch {
  private static final String PARENT = "JPY_PARENT_PID";
  private static final Duration BETWEEN = Duration.ofSeconds(15); // gone within half a minute

  private ParentWatch() {}

  /** Watches, where the environment names the process. */
  static void install(Map<String, String> environment) {
    parent(environment)
        .ifPresent(parent -> watch(parent, BETWEEN, () -> Runtime.getRuntime().halt(0)));
  }

  private static Optional<ProcessHandle> parent(Map<String, String> environment) {
    try {
      return ProcessHandle.of(Long.parseLong(environment.getOrDefault(PARENT, "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Calls {@code end} once the process has ended. */
  static void watch(ProcessHandle parent, Duration between, Runnable end) {
    var thread =
        new Thread(
            () -> {
              try {
                while (parent.isAlive()) {
                  Thread.sleep(between.toMillis());
                }
                end.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "mist4j-parent");
    thread.setDaemon(true);
    thread.start();
  }
}
