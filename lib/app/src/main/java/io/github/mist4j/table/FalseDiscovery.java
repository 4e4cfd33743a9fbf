package io.github.mist4j.table;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * p-values that know how many questions were asked: q-values after Benjamini and Hochberg (1995),
 * <i>Controlling the false discovery rate</i>. Of all that is called dependent at q ≤ 0.05, about
 * 5% are not.
 */
final class FalseDiscovery {
  private FalseDiscovery() {}

  /** q_(i) = min over j ≥ i of p_(j) m/j, in the order of the p-values given; NaN stays NaN. */
  static double[] qValues(double[] pValues) {
    int[] order =
        IntStream.range(0, pValues.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    var q = new double[pValues.length];
    Arrays.fill(q, Double.NaN);
    double least = 1;
    for (int place = order.length - 1; place >= 0; place--) {
      least = Math.min(least, pValues[order[place]] * order.length / (place + 1));
      q[order[place]] = least;
    }
    return q;
  }
}
