package io.github.mist4j.estimator;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Columns of samples as estimators take them. */
final class Columns {
  private Columns() {}

  /** All columns of a sample, X first, (dx + dy, n). */
  static double[][] of(Sample sample) {
    return IntStream.range(0, sample.dx() + sample.dy())
        .mapToObj(c -> c < sample.dx() ? sample.x(c) : sample.y(c - sample.dx()))
        .toArray(double[][]::new);
  }

  /** The column with mean 0 and variance 1 over its n rows. */
  static double[] standardized(double[] column) {
    double mean = Arrays.stream(column).average().orElseThrow();
    double square = Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum();
    double spread = Math.sqrt(square / column.length);
    return Arrays.stream(column).map(v -> (v - mean) / spread).toArray();
  }
}
