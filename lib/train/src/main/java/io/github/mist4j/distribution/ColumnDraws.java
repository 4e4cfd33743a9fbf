package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns of X and Y beside each other. */
final class ColumnDraws {
  static final int TRIES = 100;

  private ColumnDraws() {}

  /** Refuses what no rows can be drawn of, before anything is. */
  static void checkDraw(int n, RandomGenerator rng) {
    require(rng != null, "rng must be given, was null");
    require(n >= Sample.MIN_ROWS, "a sample needs at least %d rows, had %d", Sample.MIN_ROWS, n);
  }

  /** The sample whose first dx columns are X, (d, n). */
  static Sample split(double[][] columns, int dx) {
    return Sample.ofColumns(
        Arrays.copyOfRange(columns, 0, dx), Arrays.copyOfRange(columns, dx, columns.length));
  }

  /** The first of some draws without a constant column; after many, the refusal of the last. */
  static Sample varying(int dx, Supplier<double[][]> draws) {
    double[][] columns = draws.get();
    for (int i = 1; i < TRIES && Stream.of(columns).anyMatch(ColumnDraws::constant); i++) {
      columns = draws.get();
    }
    return split(columns, dx);
  }

  /** The columns of X, (dx, n). */
  static double[][] ofX(Sample sample) {
    return IntStream.range(0, sample.dx()).mapToObj(sample::x).toArray(double[][]::new);
  }

  /** The columns of Y, (dy, n). */
  static double[][] ofY(Sample sample) {
    return IntStream.range(0, sample.dy()).mapToObj(sample::y).toArray(double[][]::new);
  }

  /** All columns, those of X first, (dx + dy, n). */
  static double[][] all(Sample sample) {
    return Stream.of(ofX(sample), ofY(sample)).flatMap(Stream::of).toArray(double[][]::new);
  }

  /** Adds a multiple of a column to another. */
  static void addScaled(double[] target, double weight, double[] source) {
    for (int r = 0; r < target.length; r++) {
      target[r] += weight * source[r];
    }
  }

  /** The first place of a rising sequence whose value is above a mark, or the last one. */
  static int firstAbove(double[] rising, double mark) {
    int low = 0;
    int high = rising.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rising[middle] > mark) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  static boolean constant(double[] column) {
    return Arrays.stream(column).allMatch(v -> v == column[0]);
  }
}
