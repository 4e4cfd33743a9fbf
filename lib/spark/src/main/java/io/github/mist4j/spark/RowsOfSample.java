package io.github.mist4j.spark;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.sample.Warning;

/** What is said of the rows that a sample has of those that there are. */
final class RowsOfSample {
  private RowsOfSample() {}

  /** Some rows miss a cell. */
  static Warning droppedWarning(long dropped, long rows) {
    return new Warning(
        Warning.Kind.ROWS_DROPPED,
        "%s of %s rows dropped: a cell of x or y was missing".formatted(dropped, rows));
  }

  /** There are more rows than are looked at. */
  static Warning chosenWarning(long chosen, long rows) {
    return new Warning(Warning.Kind.ROWS_DROPPED, chosenSentence(chosen, rows));
  }

  /** The same for notes. */
  static String chosenSentence(long chosen, long rows) {
    return "%s of %s rows are looked at, chosen by a hash of their values".formatted(chosen, rows);
  }

  /** The warnings of an estimate, for a cell of a data frame. */
  static String[] sentences(Estimate estimate) {
    return estimate.warnings().stream().map(Warning::sentence).toArray(String[]::new);
  }
}
