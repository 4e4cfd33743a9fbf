package io.github.mist4j.table;

/**
 * What becomes of the rows in which a chosen column misses a value.
 *
 * <pre>{@code
 * Mist.estimate(homes, List.of("rooms"), List.of("price"), MissingCells.DROP_ROWS)
 * }</pre>
 */
public enum MissingCells {
  /** The table is refused. */
  REFUSE,
  /** They are left out; how many is said in a warning. */
  DROP_ROWS,
  /**
   * In a column of names what is missing is a level of its own, as it may say something; rows that
   * miss a number are left out.
   */
  AS_LEVEL
}
