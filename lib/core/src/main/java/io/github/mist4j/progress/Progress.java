package io.github.mist4j.progress;

import static io.github.mist4j.sample.Checks.require;

import java.time.Duration;
import java.util.Locale;

/**
 * How far some long work has come. Printed, it is one line.
 *
 * <p>A {@link Count} is the plainest one; others, such as that of a training, know more about their
 * work:
 *
 * <pre>{@code
 * ProgressListener listener = progress -> {
 *   double share = (double) progress.count().done() / progress.count().total();
 *   bar.setValue(share);
 *   bar.setText(progress.toString()); // 1,500 of 100,000 shuffles, 800/s, 2 min 03 s left
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Progress {
  /** What is counted, how much of it is done, and how long the rest will take. */
  Count count();

  /**
   * How much of some work is done.
   *
   * <pre>{@code
   * Count.of("shuffles", 1_500, 0, 10_000, Duration.ofSeconds(3)).toString()
   * // 1,500 of 10,000 shuffles, 500/s, 0 min 17 s left
   * }</pre>
   *
   * @param task what is counted, in the plural: {@code shuffles} for instance
   * @param done how many are done, those of earlier runs included
   * @param total how many there will be
   * @param perSecond how many are done in a second; 0 where that is not known yet
   * @param elapsed the time spent
   * @param remaining the time left, estimated; zero where the rate is not known
   */
  record Count(
      String task, long done, long total, double perSecond, Duration elapsed, Duration remaining)
      implements Progress {
    private static final double SLOW = 100; // below, a tenth a second makes a difference of 0.1%

    /** Checks that no more is done than there is. */
    public Count {
      require(task != null && !task.isBlank(), "task must be given, was '%s'", task);
      require(done >= 0 && done <= total, "done must be from 0 to %s, was %s", total, done);
    }

    /**
     * The same count, its rate and the time left from the time this run has taken.
     *
     * @param before how many an earlier run had done
     * @param elapsed the time of this run
     */
    public static Count of(String task, long done, long before, long total, Duration elapsed) {
      double seconds = elapsed.toNanos() / 1e9;
      double rate = done > before && seconds > 0 ? (done - before) / seconds : 0;
      Duration remaining =
          rate > 0 ? Duration.ofMillis(Math.round(1000 * (total - done) / rate)) : Duration.ZERO;
      return new Count(task, done, total, rate, elapsed, remaining);
    }

    @Override
    public Count count() {
      return this;
    }

    /** Whether all is done. */
    public boolean finished() {
      return done == total;
    }

    /** Done, total, and where it is known the rate and the time left. */
    @Override
    public String toString() {
      String line = String.format(Locale.ROOT, "%,d of %,d %s", done, total, task);
      return perSecond > 0
          ? String.format(
              Locale.ROOT,
              perSecond < SLOW ? "%s, %.1f/s, %s left" : "%s, %,.0f/s, %s left",
              line,
              perSecond,
              clock(remaining))
          : line;
    }

    /** A time as in {@code 1 h 05 min} or {@code 3 min 20 s}. */
    private static String clock(Duration time) {
      Duration rounded = Duration.ofSeconds(Math.round(time.toMillis() / 1000.0));
      return rounded.toHours() > 0
          ? String.format(Locale.ROOT, "%d h %02d min", rounded.toHours(), rounded.toMinutesPart())
          : String.format(
              Locale.ROOT, "%d min %02d s", rounded.toMinutes(), rounded.toSecondsPart());
    }
  }
}
