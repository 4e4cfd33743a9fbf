package io.github.mist4j.estimator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.estimator.KsgOptions.Algorithm;
import io.github.mist4j.sample.Ranks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NeighbourCounterTest {
  /** Columns of random scale, a third of them rounded so that values and distances are tied. */
  private static double[][] columns(int count, int n, SplittableRandom rng) {
    var columns = new double[count][n];
    for (double[] column : columns) {
      double scale = Math.pow(10, rng.nextInt(-6, 7));
      double step = rng.nextInt(3) == 0 ? 0.5 : 0;
      for (int r = 0; r < n; r++) {
        double v = rng.nextGaussian();
        column[r] = scale * (step == 0 ? v : step * Math.rint(v / step));
      }
    }
    return columns;
  }

  private static double[] distances(double[][] columns, int row) {
    return IntStream.range(0, columns[0].length)
        .mapToDouble(
            r -> Arrays.stream(columns).mapToDouble(c -> Math.abs(c[r] - c[row])).max().orElse(0))
        .toArray();
  }

  /** The definition: all distances, sorted; of equal ones the earlier row first. */
  private static int[][] byDefinition(double[][] x, double[][] y, int k, Algorithm algorithm) {
    int n = x[0].length;
    var counts = new int[2][n];
    for (int row = 0; row < n; row++) {
      int self = row;
      double[][] sides = {distances(x, row), distances(y, row)};
      double[] joint =
          IntStream.range(0, n).mapToDouble(r -> Math.max(sides[0][r], sides[1][r])).toArray();
      int[] near =
          IntStream.range(0, n)
              .filter(r -> r != self)
              .boxed()
              .sorted(Comparator.comparingDouble(r -> joint[r]))
              .limit(k)
              .mapToInt(Integer::intValue)
              .toArray();
      for (int side = 0; side < 2; side++) {
        double[] apart = sides[side];
        double reach = Arrays.stream(near).mapToDouble(r -> apart[r]).max().orElseThrow();
        counts[side][row] =
            (int)
                IntStream.range(0, n)
                    .filter(r -> r != self)
                    .mapToDouble(r -> apart[r])
                    .filter(v -> algorithm == Algorithm.FIRST ? v < joint[near[k - 1]] : v <= reach)
                    .count();
      }
    }
    return counts;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("counts are those of the definition, with ties, mixed scales and in any order of Y")
  void countsAreThoseOfTheDefinition(Algorithm algorithm) {
    for (int seed = 0; seed < 300; seed++) {
      var rng = new SplittableRandom(seed);
      int dx = 1 + rng.nextInt(2);
      int dy = 1 + rng.nextInt(2);
      // from here on there are trees: 80 rows of 2 columns, 270 of 3, 640 of 4
      int n = seed % 60 == 0 ? 700 : 12 + rng.nextInt(seed % 3 == 0 ? 320 : 150);
      int k = 1 + rng.nextInt(6);
      double[][] x = columns(dx, n, rng);
      double[][] y = columns(dy, n, rng);
      int[] order = Ranks.shuffled(n, rng);
      double[][] ordered =
          Arrays.stream(y)
              .map(c -> Arrays.stream(order).mapToDouble(r -> c[r]).toArray())
              .toArray(double[][]::new);
      int[][] expected = byDefinition(x, ordered, k, algorithm);
      NeighbourCounts counts = new NeighbourCounter(x, y, k, algorithm).counts(order);
      assertThat(counts.inX()).as("X, seed %d", seed).containsExactly(expected[0]);
      assertThat(counts.inY()).as("Y, seed %d", seed).containsExactly(expected[1]);
    }
  }

  @Test
  @DisplayName("the number of threads changes nothing")
  void threadsChangeNothing() throws Exception {
    var rng = new SplittableRandom(3);
    var counter =
        new NeighbourCounter(columns(1, 3000, rng), columns(1, 3000, rng), 4, Algorithm.FIRST);
    int[] order = Ranks.shuffled(3000, rng);
    int[] alone = null;
    for (int threads = 1; threads <= 3; threads++) {
      var pool = new ForkJoinPool(threads);
      int[] inX = pool.submit(() -> counter.counts(order)).get().inX();
      pool.shutdown();
      alone = alone == null ? inX : alone;
      assertThat(inX).containsExactly(alone);
    }
  }
}
