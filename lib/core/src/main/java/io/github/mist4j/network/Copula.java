package io.github.mist4j.network;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A sample seen through its ranks: all that is left once the margins are gone.
 *
 * @param ranks 0…n−1 in every column, X first, (d, n)
 * @param dx the number of columns of X
 * @param ties whether some column holds a value more than once
 * @param table the scores of n rows
 */
record Copula(int[][] ranks, int dx, boolean ties, ScoreTable table) {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  static Copula of(Sample sample, RandomGenerator ties) {
    return of(sample, ScoreTable.of(sample.n()), ties);
  }

  static Copula of(Sample sample, ScoreTable table, RandomGenerator ties) {
    int dx = sample.dx();
    var ranks = new int[dx + sample.dy()][];
    boolean tied = false;
    for (int c = 0; c < ranks.length; c++) {
      double[] column = c < dx ? sample.x(c) : sample.y(c - dx);
      ranks[c] = Ranks.of(column, ties);
      tied = tied || Ranks.tied(column, ranks[c]);
    }
    return new Copula(ranks, dx, tied, table);
  }

  int n() {
    return ranks[0].length;
  }

  int d() {
    return ranks.length;
  }

  int dy() {
    return ranks.length - dx;
  }

  /** Some of the columns of X and of Y. */
  Copula columns(boolean[] ofX, boolean[] ofY) {
    var kept = new ArrayList<int[]>();
    int x = 0;
    for (int c = 0; c < d(); c++) {
      if (c < dx ? ofX[c] : ofY[c - dx]) {
        kept.add(ranks[c]);
        x += c < dx ? 1 : 0;
      }
    }
    return new Copula(kept.toArray(int[][]::new), x, ties, table);
  }

  /** X in the place of Y and Y in that of X. */
  Copula swapped() {
    var swapped = new int[d()][];
    for (int c = 0; c < swapped.length; c++) {
      swapped[c] = ranks[(c + dx) % d()];
    }
    return new Copula(swapped, dy(), ties, table);
  }

  /** The same X with the rows of Y in another order. */
  Copula shuffled(int[] order) {
    int n = n();
    var shuffled = ranks.clone();
    for (int c = dx; c < d(); c++) {
      var column = new int[n];
      for (int r = 0; r < n; r++) {
        column[r] = ranks[c][order[r]];
      }
      shuffled[c] = column;
    }
    return new Copula(shuffled, dx, ties, table);
  }

  /**
   * The rows in so many blocks whose sizes differ by at most one. Which rows stand together follows
   * from their ranks by hashing, in a way that does not change with the order of rows or columns,
   * the exchange of X and Y, or the direction of a column.
   */
  List<Copula> blocks(int count) {
    int n = n();
    var keys = new long[n];
    for (int[] column : ranks) {
      for (int r = 0; r < n; r++) {
        keys[r] += mixed(column[r]) + mixed(n - 1 - column[r]);
      }
    }
    int[] places = Ranks.of(keys);
    var size = new int[count];
    var within = new int[n];
    for (int r = 0; r < n; r++) {
      within[r] = size[places[r] % count]++;
    }
    var tables = new HashMap<Integer, ScoreTable>();
    var blocks = new ArrayList<Copula>();
    for (int b = 0; b < count; b++) {
      ScoreTable scores = tables.computeIfAbsent(size[b], ScoreTable::of);
      blocks.add(new Copula(new int[d()][size[b]], dx, ties, scores));
    }
    for (int c = 0; c < d(); c++) {
      var row = new int[n]; // by rank
      for (int r = 0; r < n; r++) {
        row[ranks[c][r]] = r;
      }
      var next = new int[count];
      for (int r : row) {
        int b = places[r] % count;
        blocks.get(b).ranks[c][within[r]] = next[b]++;
      }
    }
    return blocks;
  }

  /** Bits that look random, the same for the same number. */
  private static long mixed(int number) {
    long bits = (number + 1) * MIX;
    bits = (bits ^ (bits >>> 32)) * MIX;
    return bits ^ (bits >>> 29);
  }
}
