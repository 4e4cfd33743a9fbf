package io.github.mist4j.cli;

import io.github.mist4j.estimator.MutualInformationEstimator;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a method may take for a sample. */
final class TimeLimitOption {
  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description =
          "Stop a method after so long on a sample: a fit of a network answers with the best until"
              + " then, others do not answer (default: none).")
  private Double seconds;

  /** The estimator, which stops in time where a limit is given. */
  MutualInformationEstimator in(MutualInformationEstimator estimator) {
    return seconds == null
        ? estimator
        : estimator.within(Duration.ofMillis(Math.round(1000 * seconds)));
  }

  /** What identifies answers that were given under it; empty without a limit. */
  String words() {
    return seconds == null ? "" : ", within %s s".formatted(seconds);
  }
}
