package io.github.mist4j.table;

import java.util.LinkedHashMap;
import java.util.Map;

/** Cells of one kind: how many, and the first different ones with their places. */
final class Words {
  private static final int KEPT = 5; // a sentence names no more

  /** So many that a sentence counts them as a whole only. */
  private static final int MANY = 1000;

  /** One word: how often it stands, where all are kept, and in which row first. */
  record Word(long count, long firstRow) {}

  private final Map<String, Word> kept = new LinkedHashMap<>();
  private long count;
  private boolean all = true;

  void add(String cell, long row) {
    count++;
    if (!all && count > MANY) {
      return;
    }
    if (kept.size() == KEPT && !kept.containsKey(cell)) {
      all = false;
      return;
    }
    kept.merge(cell, new Word(1, row), (a, b) -> new Word(a.count + 1, a.firstRow));
  }

  long count() {
    return count;
  }

  /** The first different ones, in their order. */
  Map<String, Word> kept() {
    return kept;
  }

  /** Whether there are no others. */
  boolean isAll() {
    return all;
  }
}
