package io.github.mist4j.sample;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/**
 * The one way of refusing an argument: a sentence that names it, its value and the rule.
 *
 * <pre>{@code
 * require(level > 0 && level < 1, "level must be in (0, 1), was %s", level);
 * }</pre>
 */
public final class Checks {
  private static final int MOST_THREADS = 1024; // more than machines have; each takes memory

  /** In a cell of a notebook the sentence says all, and a trace would hide it. */
  private static final boolean SENTENCES_ALONE = Boolean.getBoolean("mist4j.sentences");

  private Checks() {}

  /**
   * Refuses a number of threads that no machine has.
   *
   * @throws IllegalArgumentException if it is not from 1 to 1024
   */
  public static void requireThreads(int threads) {
    require(
        threads > 0 && threads <= MOST_THREADS,
        "threads must be from 1 to %d, was %d",
        MOST_THREADS,
        threads);
  }

  /**
   * Refuses unless the rule holds.
   *
   * @throws IllegalArgumentException with the formatted sentence if {@code rule} is false
   */
  @FormatMethod
  public static void require(boolean rule, @FormatString String sentence, Object... values) {
    if (!rule) {
      var refusal = new IllegalArgumentException(String.format(Locale.ROOT, sentence, values));
      if (SENTENCES_ALONE) {
        refusal.setStackTrace(new StackTraceElement[0]);
      }
      throw refusal;
    }
  }
}
