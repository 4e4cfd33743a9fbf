package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * An estimator that is asked to stop after some time.
 *
 * @param estimator the estimator
 * @param limit the time
 */
record LimitedEstimator(MutualInformationEstimator estimator, Duration limit)
    implements DelegatingEstimator {
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE); // 292 years

  LimitedEstimator {
    require(
        limit != null && limit.compareTo(Duration.ZERO) > 0,
        "the time limit must be positive, was %s",
        limit);
  }

  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    long start = System.nanoTime();
    long most = limit.compareTo(LONGEST) < 0 ? limit.toNanos() : Long.MAX_VALUE;
    var told = options.progress().stoppedBy(() -> System.nanoTime() - start > most);
    try {
      return estimator.estimate(sample, options.withProgress(told));
    } catch (CancellationException e) {
      if (options.progress().stopRequested() || System.nanoTime() - start <= most) {
        throw e; // somebody else wanted it to end
      }
      throw new IllegalArgumentException(
          "no answer within %s s: %s".formatted(limit.toMillis() / 1000.0, e.getMessage()), e);
    }
  }

  @Override
  public String method() {
    return estimator.method();
  }

  @Override
  public MutualInformationEstimator with(String option, String value) {
    return new LimitedEstimator(estimator.with(option, value), limit);
  }
}
