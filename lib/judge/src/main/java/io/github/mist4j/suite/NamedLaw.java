package io.github.mist4j.suite;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A law with columns of names, by its rows.
 *
 * @param xKinds of the columns of X
 * @param yKinds of the columns of Y
 * @param row draws the values of a row, those of X first, names and booleans as 0, 1, …
 * @param mutualInformation nats
 * @param describe the law in words
 */
record NamedLaw(
    List<ColumnKind> xKinds,
    List<ColumnKind> yKinds,
    Function<RandomGenerator, double[]> row,
    double mutualInformation,
    String describe)
    implements Distribution {
  private static final int TRIES = 100;

  @Override
  public int dx() {
    return xKinds.size();
  }

  @Override
  public int dy() {
    return yKinds.size();
  }

  /** Rows, drawn again where a column is constant. */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    double[][] columns = columns(n, rng);
    for (int k = 1; k < TRIES && Arrays.stream(columns).anyMatch(NamedLaw::constant); k++) {
      columns = columns(n, rng);
    }
    return Sample.ofColumns(
            Arrays.copyOfRange(columns, 0, dx()), Arrays.copyOfRange(columns, dx(), columns.length))
        .withKinds(xKinds, yKinds);
  }

  private double[][] columns(int n, RandomGenerator rng) {
    var columns = new double[dx() + dy()][n];
    for (int r = 0; r < n; r++) {
      double[] values = row.apply(rng);
      for (int c = 0; c < columns.length; c++) {
        columns[c][r] = values[c];
      }
    }
    return columns;
  }

  private static boolean constant(double[] column) {
    return Arrays.stream(column).allMatch(value -> value == column[0]);
  }
}
