package io.github.mist4j.deep;

import io.github.mist4j.random.RandomStreams;
import java.util.random.RandomGenerator;

/**
 * What a step draws beside its rows: times, normal numbers, other rows. Training draws anew each
 * time; held-out rows are looked at with the same draws always, so that looks can be compared.
 */
final class Noise {
  private final long seed;
  private final RandomGenerator training;

  Noise(long seed) {
    this.seed = seed;
    training = RandomStreams.of(seed, -31);
  }

  /** Of the next step. */
  RandomGenerator training() {
    return training;
  }

  /** Of a look or a reading, from the start. */
  RandomGenerator heldOut() {
    return RandomStreams.of(seed, -32);
  }

  /**
   * A time in (0, 1) for each of so many rows, one in each of as many equal parts, in any order.
   */
  static float[] times(int rows, RandomGenerator rng) {
    var times = new float[rows];
    for (int r = 0; r < rows; r++) {
      times[r] = (float) ((r + rng.nextDouble()) / rows);
    }
    for (int r = rows - 1; r > 0; r--) {
      int other = rng.nextInt(r + 1);
      float time = times[r];
      times[r] = times[other];
      times[other] = time;
    }
    return times;
  }

  /** So many normal numbers. */
  static float[] normal(int count, RandomGenerator rng) {
    var normal = new float[count];
    for (int i = 0; i < count; i++) {
      normal[i] = (float) rng.nextGaussian();
    }
    return normal;
  }
}
