package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

/** Rows turned in the plane of two columns by speed · ‖row‖²; the lengths stay, so it inverts. */
record SpiralMap(double speed, int first, int second) implements ColumnMap {
  @Override
  public int columns(int d) {
    require(
        Math.max(first, second) < d,
        "a spiral of the columns %d and %d (from 0) needs more than %d columns",
        first,
        second,
        d);
    return d;
  }

  @Override
  public double[][] apply(double[][] columns) {
    double[][] turned = columns.clone();
    int n = columns[0].length;
    turned[first] = new double[n];
    turned[second] = new double[n];
    for (int r = 0; r < n; r++) {
      double square = 0;
      for (double[] column : columns) {
        square += column[r] * column[r];
      }
      double cos = Math.cos(speed * square);
      double sin = Math.sin(speed * square);
      turned[first][r] = cos * columns[first][r] - sin * columns[second][r];
      turned[second][r] = sin * columns[first][r] + cos * columns[second][r];
    }
    return turned;
  }
}
