package io.github.mist4j.distribution;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;

/** Columns of X and Y beside each other. */
final class Columns {
  private Columns() {}

  /** The sample whose first dx columns are X, (d, n). */
  static Sample split(double[][] columns, int dx) {
    return Sample.ofColumns(
        Arrays.copyOfRange(columns, 0, dx), Arrays.copyOfRange(columns, dx, columns.length));
  }
}
