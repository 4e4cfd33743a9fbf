package io.github.mist4j.sample;

/**
 * What the values of a column are. Numbers and booleans have an order, names have none.
 *
 * <pre>{@code
 * Sample sample = Sample.ofColumns(x, y).withKinds(List.of(NUMERIC, BOOLEAN), List.of(NUMERIC));
 * sample.xKinds() // [NUMERIC, BOOLEAN]
 * }</pre>
 */
public enum ColumnKind {
  /** Numbers: measurements, counts, ranks, codes that have an order. */
  NUMERIC,
  /** False and true, as 0 and 1. */
  BOOLEAN,
  /**
   * Names: towns, species, codes without order. A sample holds them as numbers 0, 1, 2, … in the
   * order in which they first appear, so that nothing depends on what they are called.
   */
  NOMINAL
}
