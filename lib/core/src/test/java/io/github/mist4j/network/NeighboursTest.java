package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
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
      Copula copula = Copula.of(sample, rng);
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
}
