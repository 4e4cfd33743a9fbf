package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Columns of samples as estimators take them. */
final class SampleColumns {
  private SampleColumns() {}

  /** All columns of a sample, X first, (dx + dy, n). */
  static double[][] of(Sample sample) {
    return IntStream.range(0, sample.dx() + sample.dy())
        .mapToObj(c -> c < sample.dx() ? sample.x(c) : sample.y(c - sample.dx()))
        .toArray(double[][]::new);
  }

  /** Refuses a sample with a column of names. */
  static void refuseNames(String method, Sample sample) {
    for (int c = 0; c < sample.dx() + sample.dy(); c++) {
      require(
          !isNominal(sample, c),
          "column '%s' holds names, and method %s takes numbers; methods for names are mist, names,"
              + " plug-in, ross and gao",
          name(sample, c),
          method);
    }
  }

  /** Whether a column holds names, those of X first. */
  static boolean isNominal(Sample sample, int column) {
    return kind(sample, column) == ColumnKind.NOMINAL;
  }

  /** Whether a column holds numbers, those of X first. */
  static boolean isNumeric(Sample sample, int column) {
    return kind(sample, column) == ColumnKind.NUMERIC;
  }

  private static ColumnKind kind(Sample sample, int column) {
    return column < sample.dx()
        ? sample.xKinds().get(column)
        : sample.yKinds().get(column - sample.dx());
  }

  /** The combinations of the values of X. */
  static JointLevels levelsOfX(Sample sample) {
    return JointLevels.of(
        IntStream.range(0, sample.dx()).mapToObj(sample::x).toArray(double[][]::new));
  }

  /** The combinations of the values of Y. */
  static JointLevels levelsOfY(Sample sample) {
    return levelsOfX(sample.swapped());
  }

  /** The name of a column, those of X first. */
  static String name(Sample sample, int column) {
    return column < sample.dx()
        ? sample.xNames().get(column)
        : sample.yNames().get(column - sample.dx());
  }

  /**
   * All columns standardized, X first, (dx + dy, n).
   *
   * @throws IllegalArgumentException if a column holds names, or if n ≤ dx + dy + 1, too few for
   *     their correlation
   */
  static double[][] standardized(String method, Sample sample) {
    refuseNames(method, sample);
    int enough = sample.dx() + sample.dy() + 1;
    require(
        sample.n() > enough,
        "method %s needs more than dx + dy + 1 = %d rows, had %d",
        method,
        enough,
        sample.n());
    return Arrays.stream(of(sample)).map(Scaling::standardized).toArray(double[][]::new);
  }

  /** The columns with their rows in another order, (columns, n). */
  static double[][] ordered(double[][] columns, int[] order) {
    return Arrays.stream(columns)
        .map(column -> Arrays.stream(order).mapToDouble(r -> column[r]).toArray())
        .toArray(double[][]::new);
  }

  /** The columns of both. */
  static double[][] both(double[][] x, double[][] y) {
    double[][] both = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, both, x.length, y.length);
    return both;
  }
}
