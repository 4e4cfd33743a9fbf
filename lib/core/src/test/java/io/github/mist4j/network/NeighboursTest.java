package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NeighboursTest {
  @ParameterizedTest
  @CsvSource({"10, 1, 1", "57, 3, 2", "200, 1, 6"})
  @DisplayName("counts are those of the definition, computed row by row")
  void countsAreThoseOfTheDefinition(int n, int dx, int dy) {
    var rng = new SplittableRandom(n);
    var law = new Normal(Dispersion.dense(dx, dy, 0.6));
    Copula copula = Copula.of(law.sample(n, rng), rng);
    int[] queries = CopulaFeatures.queries(n, 40, rng);
    int[][] counts = Neighbours.of(copula, queries).counts();
    for (int q = 0; q < queries.length; q++) {
      int row = queries[q];
      int[] inX = distances(copula, row, 0, dx);
      int[] inY = distances(copula, row, dx, dx + dy);
      int[] joint =
          IntStream.range(0, n)
              .filter(r -> r != row)
              .map(r -> Math.max(inX[r], inY[r]))
              .sorted()
              .toArray();
      for (int k = 0; k < Neighbours.ORDERS.length; k++) {
        int radius = joint[Math.min(Neighbours.ORDERS[k], n - 1) - 1];
        assertThat(counts[2 * k][q]).isEqualTo(others(inX, radius));
        assertThat(counts[2 * k + 1][q]).isEqualTo(others(inY, radius));
      }
    }
  }

  private static int others(int[] distances, int radius) {
    return (int) Arrays.stream(distances).filter(d -> d <= radius).count() - 1;
  }

  private static int[] distances(Copula copula, int row, int from, int to) {
    int[] grid = copula.table().grid();
    return IntStream.range(0, copula.n())
        .map(
            r ->
                IntStream.range(from, to)
                    .map(c -> grid[copula.ranks()[c][r]] - grid[copula.ranks()[c][row]])
                    .map(Math::abs)
                    .max()
                    .orElseThrow())
        .toArray();
  }
}
