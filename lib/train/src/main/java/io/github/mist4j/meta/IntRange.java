package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import java.util.random.RandomGenerator;

/**
 * The whole numbers from low to high, both included.
 *
 * <pre>{@code
 * int columns = new IntRange(2, 8).draw(rng); // 2, 3, … or 8
 * }</pre>
 *
 * @param low the lowest, positive
 * @param high the highest, at least low
 */
public record IntRange(int low, int high) {
  /** Checks the order. */
  public IntRange {
    require(
        low > 0 && high >= low && high < Integer.MAX_VALUE,
        "a range must go up from at least 1, was %d..%d",
        low,
        high);
  }

  /** The range of one number. */
  public static IntRange of(int only) {
    return new IntRange(only, only);
  }

  /** Those of them up to a limit, the lowest in any case. */
  IntRange upTo(int limit) {
    return new IntRange(low, Math.max(low, Math.min(high, limit)));
  }

  /** One of them, all equally likely. */
  public int draw(RandomGenerator rng) {
    return rng.nextInt(low, high + 1);
  }

  /** As on the command line: {@code 2..32}, or {@code 5}. */
  @Override
  public String toString() {
    return low == high ? Integer.toString(low) : low + ".." + high;
  }
}
