package io.github.mist4j.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Float arrays used again and again by one thread, kept by the power of two above their length. */
final class Buffers {
  private final List<ArrayDeque<float[]>> free = new ArrayList<>();
  private final List<float[]> used = new ArrayList<>();

  Buffers() {
    for (int bits = 0; bits < Integer.SIZE; bits++) {
      free.add(new ArrayDeque<>());
    }
  }

  /** Arrays of at least so many values, with anything in them. */
  float[][] take(int channels, int rows) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(16, rows) - 1);
    var arrays = new float[channels][];
    for (int c = 0; c < channels; c++) {
      float[] array = free.get(bits).poll();
      arrays[c] = array != null ? array : new float[1 << bits];
      used.add(arrays[c]);
    }
    return arrays;
  }

  /** How many values the arrays hold that are not in use. */
  long values() {
    return IntStream.range(0, Integer.SIZE).mapToLong(b -> (long) free.get(b).size() << b).sum();
  }

  /** As {@link #take}, with zeros in the rows. */
  float[][] takeZeros(int channels, int rows) {
    float[][] arrays = take(channels, rows);
    for (float[] array : arrays) {
      Arrays.fill(array, 0, rows, 0);
    }
    return arrays;
  }

  /** Takes all arrays back. */
  void release() {
    for (float[] array : used) {
      free.get(Integer.numberOfTrailingZeros(array.length)).push(array);
    }
    used.clear();
  }
}
