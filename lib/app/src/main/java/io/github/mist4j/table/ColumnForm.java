package io.github.mist4j.table;

import java.util.Optional;

/**
 * What the cells of a column in a file are taken as.
 *
 * @param kind their kind
 * @param decimal the decimal sign of numbers
 * @param order the order of dates, as in {@link DateText}
 * @param unit the percent or currency sign of numbers, empty where there is none
 * @param note what a reader should know of it
 */
record ColumnForm(Kind kind, char decimal, int order, String unit, Optional<String> note) {

  /** The kinds of columns. */
  enum Kind {
    /** Numbers that doubles hold. */
    NUMBERS,
    /** Whole numbers beyond 2^53, where doubles skip some. */
    LONGS,
    /** Whole numbers beyond 2^63, taken as their ranks. */
    RANKED,
    /** True and false. */
    TRUTHS,
    /** Days. */
    DAYS,
    /** Days with a time, to the millisecond. */
    TIMES,
    /** The same to the nanosecond. */
    NANOSECONDS,
    /** What somebody has called names. */
    NAMES,
    /** Anything else. */
    WORDS
  }

  static ColumnForm of(Kind kind) {
    return new ColumnForm(kind, '.', 0, "", Optional.empty());
  }

  /** What somebody has called names. */
  static ColumnForm names() {
    return new ColumnForm(Kind.NAMES, '.', 0, "", Optional.empty());
  }

  static ColumnForm numbers(char decimal) {
    return new ColumnForm(Kind.NUMBERS, decimal, 0, "", Optional.empty());
  }

  /** Text that is nearly something else. */
  static ColumnForm words(String note) {
    return new ColumnForm(Kind.WORDS, '.', 0, "", Optional.of(note));
  }
}
