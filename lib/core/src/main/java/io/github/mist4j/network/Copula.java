package io.github.mist4j.network;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.random.RandomGenerator;

/**
 * A sample seen through its ranks: all that is left once the margins are gone.
 *
 * @param ranks 0…n−1 in every column, X first, (d, n)
 * @param dx the number of columns of X
 * @param table the scores of n rows
 */
record Copula(int[][] ranks, int dx, ScoreTable table) {
  static Copula of(Sample sample, RandomGenerator ties) {
    return of(sample, ScoreTable.of(sample.n()), ties);
  }

  static Copula of(Sample sample, ScoreTable table, RandomGenerator ties) {
    int dx = sample.dx();
    var ranks = new int[dx + sample.dy()][];
    for (int c = 0; c < ranks.length; c++) {
      ranks[c] = Ranks.of(c < dx ? sample.x(c) : sample.y(c - dx), ties);
    }
    return new Copula(ranks, dx, table);
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

  /** The same X with the rows of Y in a random order. */
  Copula shuffled(RandomGenerator rng) {
    int n = n();
    int[] order = Ranks.shuffled(n, rng);
    var shuffled = ranks.clone();
    for (int c = dx; c < d(); c++) {
      var column = new int[n];
      for (int r = 0; r < n; r++) {
        column[r] = ranks[c][order[r]];
      }
      shuffled[c] = column;
    }
    return new Copula(shuffled, dx, table);
  }
}
