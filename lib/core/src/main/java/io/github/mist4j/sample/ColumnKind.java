package io.github.mist4j.sample;

/**
 * What the values of a column are. The values of both kinds have an order.
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
  BOOLEAN
}
