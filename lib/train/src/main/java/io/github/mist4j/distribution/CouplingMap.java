package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

/** The second column becomes second · exp(scale(first)) + shift(first), which inverts. */
record CouplingMap(Curve scale, Curve shift, int first, int second) implements ColumnMap {
  @Override
  public int columns(int d) {
    require(
        Math.max(first, second) < d,
        "a coupling of the columns %d and %d (from 0) needs more than %d columns",
        first,
        second,
        d);
    return d;
  }

  @Override
  public double[][] apply(double[][] columns) {
    double[][] coupled = columns.clone();
    int n = columns[0].length;
    coupled[second] = new double[n];
    for (int r = 0; r < n; r++) {
      double by = columns[first][r];
      coupled[second][r] = columns[second][r] * Math.exp(scale.at(by)) + shift.at(by);
    }
    return coupled;
  }
}
