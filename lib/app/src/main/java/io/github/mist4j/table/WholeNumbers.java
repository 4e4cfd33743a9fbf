package io.github.mist4j.table;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/** Whole numbers of 64 bits as doubles that keep their order and which of them are equal. */
final class WholeNumbers {
  private static final long EXACT = 1L << 53; // doubles above skip whole numbers

  private WholeNumbers() {}

  /**
   * The numbers themselves where doubles hold them; else how far they are from the smallest; else,
   * where that is too far, their ranks. Mutual information is the same for all three.
   *
   * @param missing stands for a missing value, which becomes NaN
   */
  static double[] doubles(long[] values, long missing) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (long value : values) {
      if (value != missing) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    long span = most - least;
    if (least >= -EXACT && most <= EXACT) {
      return doubles(values, missing, value -> value);
    }
    if (span >= 0 && span <= EXACT) { // below 0 it is beyond a long
      long from = least;
      return doubles(values, missing, value -> value - from);
    }
    long[] sorted = Arrays.stream(values).filter(v -> v != missing).sorted().distinct().toArray();
    return doubles(values, missing, value -> 1 + Arrays.binarySearch(sorted, value));
  }

  private static double[] doubles(long[] values, long missing, LongToDoubleFunction value) {
    return Arrays.stream(values)
        .mapToDouble(v -> v == missing ? Double.NaN : value.applyAsDouble(v))
        .toArray();
  }
}
