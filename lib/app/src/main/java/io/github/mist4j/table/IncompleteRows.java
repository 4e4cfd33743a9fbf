package io.github.mist4j.table;

/** What becomes of rows in which a chosen column misses a value. */
enum IncompleteRows {
  REFUSED,
  DROPPED
}
