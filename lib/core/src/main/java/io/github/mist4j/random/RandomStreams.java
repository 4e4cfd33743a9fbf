package io.github.mist4j.random;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random numbers by address: a seed names a sequence of streams, an index one of them.
 *
 * <p>Work that is split over threads takes one stream a task, so that the number of threads changes
 * nothing in a result.
 *
 * <pre>{@code
 * double[] draws = LongStream.range(0, 100).parallel()
 *     .mapToDouble(i -> RandomStreams.of(seed, i).nextGaussian()).toArray();
 * }</pre>
 */
public final class RandomStreams {
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L; // of 2^64, as SplitMix64 has it

  private RandomStreams() {}

  /** The random numbers that belong to one index of a seed and to nothing else. */
  public static RandomGenerator of(long seed, long index) {
    return new SplittableRandom(mixed(mixed(seed) + index));
  }

  /**
   * Bits that look random, the same for the same number: for keys of values and for orders of rows
   * that no seed may change. It is not the mixing of seeds, as estimates hang on each to the bit.
   */
  public static long hash(long number) {
    long bits = (number + 1) * GOLDEN_RATIO;
    bits = (bits ^ (bits >>> 32)) * GOLDEN_RATIO;
    return bits ^ (bits >>> 29);
  }

  /** The finalizer of MurmurHash3: every bit reaches every bit. */
  private static long mixed(long value) {
    long h = value + GOLDEN_RATIO;
    h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
    h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return h ^ (h >>> 33);
  }
}
