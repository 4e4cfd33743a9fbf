package io.github.mist4j.network;

import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;

/**
 * A sample seen through its ranks: all that is left once the margins are gone.
 *
 * @param ranks 0…n−1 in every column, X first, (d, n)
 * @param levels the same number where the value is the same, the ranks where none stands twice, (d,
 *     n)
 * @param dx the number of columns of X
 * @param table the scores of n rows
 */
record RankedSample(int[][] ranks, int[][] levels, int dx, ScoreTable table) {

  /** With equal values in the order that a seed names. */
  static RankedSample of(Sample sample, long seed) {
    return inOrders(sample, seed, share -> 1).get(0);
  }

  /**
   * In as many orders of equal values as the largest share, over the columns, of rows that repeat a
   * value asks for.
   *
   * @param seed names the orders
   * @param orders how many, at least 1, by that share
   */
  static List<RankedSample> inOrders(Sample given, long seed, DoubleToIntFunction orders) {
    Sample sample = given.withIndicators();
    int dx = sample.dx();
    var values = new double[dx + sample.dy()][];
    Arrays.setAll(values, c -> c < dx ? sample.x(c) : sample.y(c - dx));
    var ties = new TieOrders(values);
    ScoreTable table = ScoreTable.of(sample.n());
    var first = new RankedSample(ties.ranks(seed), ties.levels(), dx, table);
    var samples = new ArrayList<>(List.of(first));
    int count = orders.applyAsInt(first.repeatedShare());
    for (int k = 1; k < count; k++) {
      samples.add(new RankedSample(ties.ranks(seed + k), ties.levels(), dx, table));
    }
    return samples;
  }

  /** Whether no value of a column stands twice. */
  boolean distinct(int column) {
    return levels[column] == ranks[column];
  }

  /** The largest share, over the columns, of rows whose value stands in an earlier rank too. */
  double repeatedShare() {
    return IntStream.range(0, d()).mapToLong(this::repeated).max().orElseThrow() / (double) n();
  }

  private long repeated(int column) {
    return distinct(column)
        ? 0
        : IntStream.range(0, n()).filter(r -> levels[column][r] != ranks[column][r]).count();
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
  RankedSample columns(boolean[] ofX, boolean[] ofY) {
    int[] kept = IntStream.range(0, d()).filter(c -> c < dx ? ofX[c] : ofY[c - dx]).toArray();
    return columns(kept, (int) IntStream.of(kept).filter(c -> c < dx).count());
  }

  /** X in the place of Y and Y in that of X. */
  RankedSample swapped() {
    return columns(IntStream.range(0, d()).map(c -> (c + dx) % d()).toArray(), dy());
  }

  private RankedSample columns(int[] chosen, int x) {
    return new RankedSample(
        IntStream.of(chosen).mapToObj(c -> ranks[c]).toArray(int[][]::new),
        IntStream.of(chosen).mapToObj(c -> levels[c]).toArray(int[][]::new),
        x,
        table);
  }

  /** The same X with the rows of Y in another order. */
  RankedSample shuffled(int[] order) {
    var shuffled = ranks.clone();
    var shuffledLevels = levels.clone();
    for (int c = dx; c < d(); c++) {
      shuffled[c] = chosen(ranks[c], order);
      shuffledLevels[c] = distinct(c) ? shuffled[c] : chosen(levels[c], order);
    }
    return new RankedSample(shuffled, shuffledLevels, dx, table);
  }

  private static int[] chosen(int[] column, int[] rows) {
    return IntStream.of(rows).map(r -> column[r]).toArray();
  }

  /**
   * An order of the rows that follows from their ranks by hashing: it does not change with the
   * order of rows or columns, the exchange of X and Y, or the direction of a column, (n).
   */
  int[] places() {
    int n = n();
    var keys = new long[n];
    for (int[] column : ranks) {
      for (int r = 0; r < n; r++) {
        keys[r] += RandomStreams.hash(column[r]) + RandomStreams.hash(n - 1 - column[r]);
      }
    }
    return Ranks.of(keys);
  }

  /** The rows in the order of their places, (n). */
  int[] byPlace() {
    return Ranks.inverse(places());
  }

  /**
   * Which of the sides comes first, by hashes of their ranks at the places of the rows: it does not
   * change with the order of rows or columns or the direction of a column, and X and Y exchanged
   * have it the other way round.
   */
  boolean xFirst(int[] places) {
    int n = n();
    long keyOfX = 0;
    long keyOfY = 0;
    for (int c = 0; c < d(); c++) {
      long key = 0;
      for (int r = 0; r < n; r++) {
        int rank = ranks[c][r];
        long either = RandomStreams.hash(rank) + RandomStreams.hash(n - 1 - rank);
        key += RandomStreams.hash(places[r] + RandomStreams.hash(either));
      }
      keyOfX += c < dx ? RandomStreams.hash(key) : 0;
      keyOfY += c < dx ? 0 : RandomStreams.hash(key);
    }
    return keyOfX <= keyOfY;
  }

  /**
   * The same rows with other columns; equal values stand in the order of places.
   *
   * @param x values of X, of the precision of floats, (columns, n)
   * @param y values of Y
   */
  RankedSample ofValues(double[][] x, double[][] y, int[] places) {
    int d = x.length + y.length;
    var otherRanks = new int[d][];
    var otherLevels = new int[d][];
    for (int c = 0; c < d; c++) {
      double[] values = c < x.length ? x[c] : y[c - x.length];
      double[] column = Arrays.stream(values).map(v -> (float) v).toArray();
      otherRanks[c] = Ranks.of(column, places);
      otherLevels[c] = Ranks.levels(column, otherRanks[c]);
    }
    return new RankedSample(otherRanks, otherLevels, x.length, table);
  }

  /**
   * The rows in so many blocks whose sizes differ by at most one, by their {@linkplain #places
   * places}.
   */
  List<RankedSample> blocks(int count) {
    int n = n();
    int[] places = places();
    var size = new int[count];
    var within = new int[n];
    for (int r = 0; r < n; r++) {
      within[r] = size[places[r] % count]++;
    }
    var tables = new HashMap<Integer, ScoreTable>();
    var blocks = new ArrayList<RankedSample>();
    for (int b = 0; b < count; b++) {
      ScoreTable scores = tables.computeIfAbsent(size[b], ScoreTable::of);
      var blockRanks = new int[d()][size[b]];
      var blockLevels = blockRanks.clone();
      for (int c = 0; c < d(); c++) {
        blockLevels[c] = distinct(c) ? blockRanks[c] : new int[size[b]];
      }
      blocks.add(new RankedSample(blockRanks, blockLevels, dx, scores));
    }
    for (int c = 0; c < d(); c++) {
      var next = new int[count];
      var level = new int[count]; // the least rank of the value at hand in a block
      var value = new int[count];
      for (int r : Ranks.inverse(ranks[c])) {
        int b = places[r] % count;
        RankedSample block = blocks.get(b);
        boolean again = next[b] > 0 && value[b] == levels[c][r];
        level[b] = again ? level[b] : next[b];
        value[b] = levels[c][r];
        block.levels[c][within[r]] = level[b];
        block.ranks[c][within[r]] = next[b]++;
      }
    }
    return blocks;
  }
}
