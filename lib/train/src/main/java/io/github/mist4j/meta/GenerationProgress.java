package io.github.mist4j.meta;

import java.time.Duration;
import java.util.Locale;

/**
 * Where a generation stands.
 *
 * @param datasets the datasets in the folder, earlier runs included
 * @param total how many there will be
 * @param datasetsPerSecond the rate of this run
 * @param remaining the time left at this rate
 */
public record GenerationProgress(
    long datasets, long total, double datasetsPerSecond, Duration remaining) {
  /** After so many datasets, {@code before} of them by earlier runs. */
  public static GenerationProgress of(long datasets, long before, long total, double seconds) {
    double rate = datasets > before ? (datasets - before) / seconds : 0;
    Duration remaining =
        rate > 0 ? Duration.ofSeconds(Math.round((total - datasets) / rate)) : Duration.ZERO;
    return new GenerationProgress(datasets, total, rate, remaining);
  }

  /** Whether all are there. */
  public boolean finished() {
    return datasets == total;
  }

  /** One line: datasets, rate, time left. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d datasets, %.0f/s, %s left",
        datasets,
        total,
        datasetsPerSecond,
        clock(remaining));
  }

  /** A time as in {@code 1 h 05 min} or {@code 3 min 20 s}. */
  public static String clock(Duration time) {
    return time.toHours() > 0
        ? "%d h %02d min".formatted(time.toHours(), time.toMinutesPart())
        : "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
