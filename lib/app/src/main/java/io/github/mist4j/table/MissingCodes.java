package io.github.mist4j.table;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Warning;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * Numbers that may stand for a missing value, as 99 does in many a survey: nines alone, with or
 * without a sign, again and again, and as far from all other values as these are from each other.
 * They stay numbers until someone says otherwise.
 */
final class MissingCodes {
  private static final Pattern NINES = Pattern.compile("-?9+");
  private static final int FEWEST_ROWS = 3;
  private static final double LARGEST = 1e9;

  private MissingCodes() {}

  /** The warning, if a column of numbers has such a value. */
  static Optional<Warning> warning(TableColumn column) {
    if (column.kind().filter(kind -> kind == ColumnKind.NUMERIC).isEmpty()) {
      return Optional.empty();
    }
    double[] sorted =
        Arrays.stream(column.values()).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) {
      return Optional.empty();
    }
    return DoubleStream.of(sorted[sorted.length - 1], sorted[0])
        .filter(code -> Math.abs(code) <= LARGEST && NINES.matcher("" + (long) code).matches())
        .filter(code -> code == Math.rint(code) && isFar(code, sorted))
        .boxed()
        .findFirst()
        .map(code -> warning(column.name(), (long) code.doubleValue(), sorted));
  }

  private static boolean isFar(double code, double[] sorted) {
    double[] others = Arrays.stream(sorted).filter(v -> v != code).toArray();
    if (others.length < FEWEST_ROWS || sorted.length - others.length < FEWEST_ROWS) {
      return false;
    }
    double least = others[0];
    double most = others[others.length - 1];
    double gap = code > most ? code - most : least - code;
    return most > least && gap >= most - least;
  }

  private static Warning warning(String name, long code, double[] sorted) {
    long rows = Arrays.stream(sorted).filter(v -> v == code).count();
    return new Warning(
        Warning.Kind.LOOKS_LIKE_MISSING,
        ("column '%s' holds %s in %s of %s rows, far from all others: if it stands for a missing"
                + " value, ReadOptions.withMissing(\"%s\") (--missing %s) reads it so")
            .formatted(name, code, rows, sorted.length, code, code));
  }
}
