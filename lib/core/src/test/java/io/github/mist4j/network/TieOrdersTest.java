package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.sample.Ranks;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TieOrdersTest {
  /** Columns of a few levels each, of which the first two go along with each other. */
  private static double[][] levels(int d, int n, int count, SplittableRandom rng) {
    var columns = new double[d][n];
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < d; c++) {
        columns[c][r] = c == 1 && rng.nextInt(2) == 0 ? columns[0][r] : rng.nextInt(count + c);
      }
    }
    return columns;
  }

  private static double[][] inOrder(double[][] columns, int[] rows) {
    return Arrays.stream(columns)
        .map(column -> IntStream.of(rows).mapToDouble(r -> column[r]).toArray())
        .toArray(double[][]::new);
  }

  /** Each row's ranks in all columns, sorted: equal rows may stand for each other. */
  private static int[][] sortedRows(int[][] ranks) {
    return IntStream.range(0, ranks[0].length)
        .mapToObj(r -> Arrays.stream(ranks).mapToInt(column -> column[r]).toArray())
        .sorted(Arrays::compare)
        .toArray(int[][]::new);
  }

  /** Where a row stands among those of its level, as a share of them. */
  private static double[] within(int[] ranks, double[] column) {
    return IntStream.range(0, ranks.length)
        .mapToDouble(
            r -> {
              long below = Arrays.stream(column).filter(v -> v < column[r]).count();
              long same = Arrays.stream(column).filter(v -> v == column[r]).count();
              return (ranks[r] - below + 0.5) / same;
            })
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  @DisplayName("the order of rows and of columns changes no rank of a row")
  void ordersChangeNothing(int d) {
    for (int seed = 0; seed < 10; seed++) {
      var rng = new SplittableRandom(seed);
      double[][] columns = levels(d, 150, 3, rng);
      int[][] ranks = new TieOrders(columns).ranks(seed);
      int[] rows = Ranks.shuffled(150, rng);
      assertThat(sortedRows(new TieOrders(inOrder(columns, rows)).ranks(seed)))
          .isDeepEqualTo(sortedRows(ranks));
      int[] turned = IntStream.range(0, d).map(c -> (c + 1) % d).toArray();
      double[][] others = IntStream.of(turned).mapToObj(c -> columns[c]).toArray(double[][]::new);
      int[][] expected = IntStream.of(turned).mapToObj(c -> ranks[c]).toArray(int[][]::new);
      assertThat(new TieOrders(others).ranks(seed)).isDeepEqualTo(expected);
    }
  }

  @Test
  @DisplayName("the order of rows changes nothing where columns have the same levels, as often")
  void balancedColumnsChangeNothing() {
    int n = 90;
    for (int seed = 0; seed < 10; seed++) {
      var rng = new SplittableRandom(seed);
      double[][] columns = new double[2][];
      for (int c = 0; c < 2; c++) {
        columns[c] = IntStream.of(Ranks.shuffled(n, rng)).mapToDouble(k -> k % 3).toArray();
      }
      int[][] ranks = new TieOrders(columns).ranks(seed);
      double[][] again = inOrder(columns, Ranks.shuffled(n, rng));
      assertThat(sortedRows(new TieOrders(again).ranks(seed))).isDeepEqualTo(sortedRows(ranks));
      double[][] exchanged = {columns[1], columns[0]};
      assertThat(new TieOrders(exchanged).ranks(seed))
          .isDeepEqualTo(new int[][] {ranks[1], ranks[0]});
    }
  }

  @Test
  @DisplayName("ranks are a permutation that keeps the order of the values, another one by number")
  void ranksKeepTheValues() {
    double[][] columns = levels(2, 200, 4, new SplittableRandom(1));
    var orders = new TieOrders(columns);
    for (int number = 0; number < 5; number++) {
      int[][] ranks = orders.ranks(number);
      for (int c = 0; c < 2; c++) {
        var byRank = new double[200];
        for (int r = 0; r < 200; r++) {
          byRank[ranks[c][r]] = columns[c][r];
        }
        assertThat(byRank).isSorted();
        assertThat(Arrays.stream(ranks[c]).distinct().count()).isEqualTo(200);
        assertThat(ranks[c]).isNotEqualTo(orders.ranks(number + 1)[c]);
      }
    }
  }

  @Test
  @DisplayName("rows that are the same stand in orders that have nothing to do with each other")
  void identicalRowsGiveNoDependence() {
    int n = 2000;
    var rng = new SplittableRandom(2);
    double[][] columns = {
      rng.ints(n, 0, 2).asDoubleStream().toArray(), rng.ints(n, 0, 3).asDoubleStream().toArray()
    };
    var orders = new TieOrders(columns);
    for (int number = 0; number < 10; number++) {
      int[][] ranks = orders.ranks(number);
      double[] x = within(ranks[0], columns[0]);
      double[] y = within(ranks[1], columns[1]);
      assertThat(Correlation.of(x, y)).isBetween(-4 / Math.sqrt(n), 4 / Math.sqrt(n));
      double[] next = within(orders.ranks(number + 1)[0], columns[0]);
      assertThat(Correlation.of(x, next)).isBetween(-4 / Math.sqrt(n), 4 / Math.sqrt(n));
    }
  }

  @Test
  @DisplayName("columns that are the same stand in orders that have nothing to do with each other")
  void identicalColumnsGiveNoDependence() {
    int n = 2000;
    double[] column = new SplittableRandom(3).ints(n, 0, 3).asDoubleStream().toArray();
    int[][] ranks = new TieOrders(new double[][] {column, column}).ranks(1);
    assertThat(Correlation.of(within(ranks[0], column), within(ranks[1], column)))
        .isBetween(-4 / Math.sqrt(n), 4 / Math.sqrt(n));
  }
}
