package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A function from outside, checked on what it meets. */
final class Monotone {
  private Monotone() {}

  static double[] applied(String name, DoubleUnaryOperator function, double[] column) {
    double[] mapped = Arrays.stream(column).map(function).toArray();
    int[] order =
        IntStream.range(0, column.length)
            .boxed()
            .sorted((a, b) -> Double.compare(column[a], column[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double direction = 0;
    for (int r = 1; r < order.length; r++) {
      int below = order[r - 1];
      int above = order[r];
      if (column[above] > column[below]) {
        double step = Math.signum(mapped[above] - mapped[below]);
        direction = direction == 0 ? step : direction;
        require(
            Math.abs(step) == 1 && step == direction,
            "transform '%s' must be strictly monotone, but maps %s to %s and %s to %s%s",
            name,
            column[below],
            mapped[below],
            column[above],
            mapped[above],
            step == -direction ? ", against the direction of the values before" : "");
      }
    }
    return mapped;
  }
}
