package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NeighboursTest {

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 13, 14, 30, 100, 501})
  @DisplayName("of one column a side, the walk along the order finds what comparing all rows finds")
  void pairsByOrderEqualPairsByRow(int n) {
    var rng = new SplittableRandom(n);
    for (int repeat = 0; repeat < 20; repeat++) {
      double spread = Math.pow(10, -rng.nextInt(4));
      var columns = new double[2][n];
      for (int r = 0; r < n; r++) {
        columns[0][r] = rng.nextGaussian();
        columns[1][r] = Math.sin(2 * columns[0][r]) + spread * rng.nextGaussian();
      }
      var sample = Sample.ofColumns(new double[][] {columns[0]}, new double[][] {columns[1]});
      RankedSample copula = RankedSample.of(sample, repeat);
      int[] queries = IntStream.range(0, n).filter(r -> r % 3 != 1).toArray();
      Neighbours byOrder = Neighbours.of(copula, queries);
      Neighbours byRow = Neighbours.ofColumns(copula, queries);
      assertThat(byOrder.counts()).isDeepEqualTo(byRow.counts());
      for (int channel = 0; channel < Neighbours.EXPLAINED; channel++) {
        for (int c = 0; c < 2; c++) {
          assertThat(byOrder.explained()[channel][c])
              .isCloseTo(byRow.explained()[channel][c], within(1e-6f));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 13, 14, 40, 300})
  @DisplayName("counts of any columns are those of the definition")
  void countsFollowTheDefinition(int n) {
    var rng = new SplittableRandom(n);
    for (int repeat = 0; repeat < 20; repeat++) {
      int dx = 1 + rng.nextInt(9);
      int dy = 2 + rng.nextInt(9);
      var columns = new double[dx + dy][n];
      for (int r = 0; r < n; r++) {
        double shared = rng.nextGaussian();
        for (double[] column : columns) {
          column[r] = shared + repeat * rng.nextGaussian(); // repeat 0: all columns the same
        }
      }
      var sample =
          Sample.ofColumns(Arrays.copyOf(columns, dx), Arrays.copyOfRange(columns, dx, dx + dy));
      RankedSample copula = RankedSample.of(sample, repeat);
      int[] queries = IntStream.range(0, n).filter(r -> r % 3 != 1).toArray();
      int[][] counts = Neighbours.ofColumns(copula, queries).counts();
      for (int q = 0; q < queries.length; q++) {
        double[] inX = distances(copula, 0, dx, queries[q]);
        double[] inY = distances(copula, dx, dx + dy, queries[q]);
        double[] joint =
            IntStream.range(0, n).mapToDouble(r -> Math.max(inX[r], inY[r])).sorted().toArray();
        for (int k = 0; k < Neighbours.ORDERS.length; k++) {
          double radius = joint[Math.min(Neighbours.ORDERS[k], n - 1)]; // the first is the row's
          assertThat(counts[2 * k][q]).isEqualTo(others(inX, radius));
          assertThat(counts[2 * k + 1][q]).isEqualTo(others(inY, radius));
        }
      }
    }
  }

  private static double[] distances(RankedSample copula, int from, int to, int row) {
    int[] steps = copula.table().grid().steps();
    return IntStream.range(0, copula.n())
        .mapToDouble(
            r ->
                IntStream.range(from, to)
                    .mapToDouble(c -> steps[copula.ranks()[c][r]] - steps[copula.ranks()[c][row]])
                    .map(Math::abs)
                    .max()
                    .orElseThrow())
        .toArray();
  }

  private static int others(double[] distances, double radius) {
    return (int) Arrays.stream(distances).filter(far -> far <= radius).count() - 1;
  }
}
