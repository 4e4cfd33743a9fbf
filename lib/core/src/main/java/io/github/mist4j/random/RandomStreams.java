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
  private RandomStreams() {}

  /** The random numbers that belong to one index of a seed and to nothing else. */
  public static RandomGenerator of(long seed, long index) {
    return new SplittableRandom(mixed(mixed(seed) + index));
  }

  private static long mixed(
      long value) { // the finalizer of MurmurHash3: every bit reaches every bit
    long h = value + 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
    h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return h ^ (h >>> 33);
  }
}
