package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

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
    if (seconds == null) {
      return estimator;
    }
    long nanos = Math.round(1e9 * seconds); // 0 for NaN, the largest long for what is beyond it
    require(nanos > 0, "--time-limit must be positive, was %s s", seconds);
    return estimator.within(Duration.ofNanos(nanos));
  }

  /** What identifies answers that were given under it; empty without a limit. */
  String words() {
    return seconds == null ? "" : ", within %s s".formatted(seconds);
  }
}
