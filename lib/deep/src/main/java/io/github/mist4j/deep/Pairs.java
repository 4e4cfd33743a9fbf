package io.github.mist4j.deep;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows of X stand beside which of Y: first each row beside its own, as in the sample; then
 * each row beside {@code others} rows that are not its own, as if X and Y were independent.
 *
 * @param x rows of X, (n + n · others)
 * @param y rows of Y, the same
 */
record Pairs(int n, int others, int[] x, int[] y) {
  /**
   * Pairs of n rows with so many others each, which lie at distances spread evenly over the order
   * of rows: all others where there are n − 1.
   */
  static Pairs of(int n, int others) {
    var x = new int[n + n * others];
    var y = new int[x.length];
    for (int i = 0; i < n; i++) {
      x[i] = i;
      y[i] = i;
      for (int k = 0; k < others; k++) {
        int distance = 1 + (int) ((k + 0.5) * (n - 1) / others);
        x[n + i * others + k] = i;
        y[n + i * others + k] = (i + distance) % n;
      }
    }
    return new Pairs(n, others, x, y);
  }

  /** As many others a row as make no more than so many pairs, at least one. */
  static Pairs atMost(int n, long most) {
    return of(n, (int) Math.max(1, Math.min(n - 1, most / n - 1)));
  }

  int count() {
    return x.length;
  }

  /** Some of the pairs, whichever they are. */
  Pairs part(int from, int to) {
    return new Pairs(0, 0, Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to));
  }

  /** The parts of no more than so many pairs, in order. */
  List<Pairs> parts(int size) {
    return IntStream.iterate(
            0, from -> from < count(), from -> size < count() - from ? from + size : count())
        .mapToObj(from -> part(from, size < count() - from ? from + size : count()))
        .toList();
  }
}
