package io.github.mist4j.network;

import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Orders of the equal values of columns that look random and follow from the values alone: not from
 * the order of rows, of columns, or of the sides.
 *
 * <p>The order of equal values in a column is that of hashes of their rows with the column. What a
 * row is told by are its values, each with what its column is told by, at first its margin; rows
 * that are the same are numbered, as each must go its own way in every column. What a column is
 * told by is its values beside those of its rows. Only where a table is its own mirror image, so
 * that hashes cannot tell two rows or columns apart, does their order decide.
 */
final class TieOrders {
  private final int[][] ranks;
  private final int[][] levels;
  private final long[] rows;
  private final long[] columns;

  /** Of all columns of a sample, (d, n). */
  TieOrders(double[][] values) {
    int d = values.length;
    int n = values[0].length;
    ranks = new int[d][];
    levels = new int[d][];
    for (int c = 0; c < d; c++) {
      ranks[c] = Ranks.of(values[c], new SplittableRandom(0));
      levels[c] = Ranks.levels(values[c], ranks[c]);
    }
    boolean ties = IntStream.range(0, d).anyMatch(this::hasTies);
    rows = new long[ties ? n : 0];
    columns = new long[ties ? d : 0];
    if (ties) {
      tellApart();
    }
  }

  private boolean hasTies(int column) {
    return levels[column] != ranks[column];
  }

  private void tellApart() {
    var margins = new long[columns.length];
    for (int c = 0; c < columns.length; c++) {
      for (int level : levels[c]) {
        margins[c] += RandomStreams.hash(level);
      }
    }
    tellRows(margins);
    tellColumns();
    tellRows(columns.clone()); // now apart where columns have the same margin
    tellColumns();
    number(rows);
    number(columns);
  }

  private void tellRows(long[] byColumn) {
    Arrays.fill(rows, 0);
    for (int c = 0; c < byColumn.length; c++) {
      for (int r = 0; r < rows.length; r++) {
        rows[r] += RandomStreams.hash(byColumn[c] + RandomStreams.hash(levels[c][r]));
      }
    }
  }

  private void tellColumns() {
    for (int c = 0; c < columns.length; c++) {
      columns[c] = 0;
      for (int r = 0; r < rows.length; r++) {
        columns[c] += RandomStreams.hash(rows[r] + RandomStreams.hash(levels[c][r]));
      }
    }
  }

  /** Makes equal keys different by how many of the same stand before. */
  private static void number(long[] keys) {
    int[] before = Ranks.occurrences(keys);
    for (int k = 0; k < keys.length; k++) {
      keys[k] = RandomStreams.hash(keys[k]) + RandomStreams.hash(before[k]);
    }
  }

  /** The same number where the value is the same, the ranks where none stands twice, (d, n). */
  int[][] levels() {
    return levels;
  }

  /** The ranks in the order that a number names, (d, n). */
  int[][] ranks(long number) {
    var ordered = new int[ranks.length][];
    for (int c = 0; c < ranks.length; c++) {
      ordered[c] = hasTies(c) ? ranks(c, number) : ranks[c];
    }
    return ordered;
  }

  private int[] ranks(int column, long number) {
    long salt = RandomStreams.hash(columns[column] + RandomStreams.hash(number));
    var keys = new long[rows.length]; // the level, then the hash
    for (int r = 0; r < keys.length; r++) {
      long hash = RandomStreams.hash(rows[r] + salt);
      keys[r] = (long) levels[column][r] << Integer.SIZE | hash >>> Integer.SIZE;
    }
    return Ranks.of(keys);
  }
}
