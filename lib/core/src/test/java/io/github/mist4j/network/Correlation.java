package io.github.mist4j.network;

import java.util.Arrays;

/** The correlation of two columns of numbers. */
final class Correlation {
  private Correlation() {}

  static double of(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int r = 0; r < a.length; r++) {
      ab += (a[r] - meanA) * (b[r] - meanB);
      aa += (a[r] - meanA) * (a[r] - meanA);
      bb += (b[r] - meanB) * (b[r] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }
}
