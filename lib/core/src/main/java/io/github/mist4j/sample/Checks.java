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
  private Checks() {}

  /**
   * Refuses unless the rule holds.
   *
   * @throws IllegalArgumentException with the formatted sentence if {@code rule} is false
   */
  @FormatMethod
  public static void require(boolean rule, @FormatString String sentence, Object... values) {
    if (!rule) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, sentence, values));
    }
  }
}
