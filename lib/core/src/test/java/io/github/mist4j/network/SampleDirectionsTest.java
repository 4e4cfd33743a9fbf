package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleDirectionsTest {
  private static final Offset<Double> SAME = within(1e-6);

  private static double[][] normal(int d, int n, SplittableRandom rng) {
    return IntStream.range(0, d)
        .mapToObj(c -> DoubleStream.generate(rng::nextGaussian).limit(n).toArray())
        .toArray(double[][]::new);
  }

  /** The columns turned at random, one plane after another. */
  private static double[][] turned(double[][] columns, SplittableRandom rng) {
    double[][] turned = Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < turned.length; i++) {
      for (int j = 0; j < i; j++) {
        double angle = rng.nextDouble(2 * Math.PI);
        for (int r = 0; r < turned[i].length; r++) {
          double a = turned[i][r];
          double b = turned[j][r];
          turned[i][r] = Math.cos(angle) * a - Math.sin(angle) * b;
          turned[j][r] = Math.sin(angle) * a + Math.cos(angle) * b;
        }
      }
    }
    return turned;
  }

  private static RankedSample ranked(double[][] x, double[][] y) {
    return RankedSample.of(Sample.ofColumns(x, y), 1);
  }

  private static RankedSample directions(double[][] x, double[][] y) {
    return SampleDirections.of(ranked(x, y)).orElseThrow();
  }

  private static double[] scores(RankedSample sample, int column) {
    double[] byRank = sample.table().scores();
    return IntStream.of(sample.ranks()[column]).mapToDouble(k -> byRank[k]).toArray();
  }

  private static double[] squares(double[] values) {
    return Arrays.stream(values).map(v -> v * v).toArray();
  }

  @Test
  @DisplayName("one column a side has no directions but its own")
  void singleColumnsHaveNone() {
    var rng = new SplittableRandom(1);
    assertThat(SampleDirections.of(ranked(normal(1, 50, rng), normal(1, 50, rng)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 4, 1", "1, 6, 1, 4", "2, 2, 5, 5", "7, 3, 6, 6", "9, 8, 6, 6"})
  @DisplayName("each side has three curved directions and one for each of up to three columns")
  void countsFollowTheColumns(int dx, int dy, int ofX, int ofY) {
    var rng = new SplittableRandom(2);
    RankedSample found = directions(normal(dx, 14, rng), normal(dy, 14, rng));
    assertThat(found.dx()).isEqualTo(ofX);
    assertThat(found.dy()).isEqualTo(ofY);
    assertThat(found.n()).isEqualTo(14);
  }

  @ParameterizedTest
  @CsvSource({"5, 4, 60", "8, 1, 100", "16, 16, 50"})
  @DisplayName("directions of independent sides, fitted on other rows, are not correlated")
  void independentSidesShowNothing(int dx, int dy, int n) {
    int draws = 400;
    int kinds = 4;
    var sum = new double[kinds];
    var square = new double[kinds];
    var rng = new SplittableRandom(dx);
    for (int i = 0; i < draws; i++) {
      RankedSample found = directions(normal(dx, n, rng), normal(dy, n, rng));
      int last = Math.max(found.dx(), found.dy()) - 1; // of both squares
      double[][] x = new double[4][];
      double[][] y = new double[4][];
      int[] pairs = {0, last - 2, last - 1, last};
      for (int k = 0; k < kinds; k++) {
        x[k] = scores(found, Math.min(pairs[k], found.dx() - 1));
        y[k] = scores(found, found.dx() + Math.min(pairs[k], found.dy() - 1));
      }
      double[] seen = {
        Correlation.of(x[0], y[0]),
        Correlation.of(squares(x[1]), y[1]),
        Correlation.of(x[2], squares(y[2])),
        Correlation.of(squares(x[3]), squares(y[3]))
      };
      for (int k = 0; k < kinds; k++) {
        sum[k] += seen[k] / draws;
        square[k] += seen[k] * seen[k] / draws;
      }
    }
    for (int k = 0; k < kinds; k++) {
      double error = Math.sqrt((square[k] - sum[k] * sum[k]) / draws);
      assertThat(sum[k]).as("kind %d", k).isBetween(-4 * error, 4 * error);
    }
  }

  @Test
  @DisplayName("two pairs turned among 16 + 16 columns stand together in the leading direction")
  void turnedPairsAreFound() {
    var rng = new SplittableRandom(3);
    double[][] x = normal(16, 1000, rng);
    double[][] y = normal(16, 1000, rng);
    double[] strength = {0.9, 0.7};
    for (int k = 0; k < 2; k++) {
      for (int r = 0; r < 1000; r++) {
        double rest = Math.sqrt(1 - strength[k] * strength[k]);
        y[k][r] = strength[k] * x[k][r] + rest * y[k][r];
      }
    }
    RankedSample found = directions(turned(x, rng), turned(y, rng));
    for (int k = 0; k < 2; k++) {
      assertThat(Correlation.of(scores(found, k), scores(found, found.dx() + k)))
          .isCloseTo(strength[k], within(0.05));
    }
    assertThat(Correlation.of(scores(found, 2), scores(found, found.dx() + 2))).isLessThan(0.15);
  }

  @Test
  @DisplayName("a square that stands in a turned column is found, whichever side it is of")
  void turnedSquaresAreFound() {
    var rng = new SplittableRandom(4);
    double[][] x = normal(6, 1000, rng);
    double[][] y = normal(5, 1000, rng);
    for (int r = 0; r < 1000; r++) {
      y[0][r] = x[0][r] * x[0][r] + 0.3 * y[0][r];
    }
    double[][] turnedX = turned(x, rng);
    double[][] turnedY = turned(y, rng);
    RankedSample found = directions(turnedX, turnedY);
    assertThat(Correlation.of(squares(scores(found, 3)), scores(found, found.dx() + 3)))
        .isGreaterThan(0.7);
    RankedSample exchanged = directions(turnedY, turnedX);
    assertThat(Correlation.of(scores(exchanged, 4), squares(scores(exchanged, exchanged.dx() + 4))))
        .isGreaterThan(0.7);
  }

  @Test
  @DisplayName("lengths that go along with each other are found in both squares")
  void turnedLengthsAreFound() {
    var rng = new SplittableRandom(5);
    double[][] x = normal(5, 1000, rng);
    double[][] y = normal(4, 1000, rng);
    for (int r = 0; r < 1000; r++) {
      y[0][r] = Math.abs(x[0][r]) * (rng.nextBoolean() ? 1 : -1);
    }
    RankedSample found = directions(turned(x, rng), turned(y, rng));
    double seen = Correlation.of(squares(scores(found, 5)), squares(scores(found, found.dx() + 5)));
    assertThat(seen).isGreaterThan(0.7);
  }

  @ParameterizedTest
  @CsvSource({"2, 2, 40", "5, 3, 120", "6, 1, 80", "16, 16, 50"})
  @DisplayName(
      "the order of rows and of columns and the exchange of sides change no estimate of directions")
  void ordersChangeNothing(int dx, int dy, int n) {
    for (int seed = 0; seed < 5; seed++) {
      var rng = new SplittableRandom(seed);
      double[][] x = normal(dx, n, rng);
      double[][] y = normal(dy, n, rng);
      for (int r = 0; r < n; r++) {
        y[0][r] += x[0][r] * x[dx - 1][r];
      }
      double[] expected = estimates(x, y);
      int[] rows = Ranks.shuffled(n, rng);
      assertThat(estimates(inOrder(x, rows), inOrder(y, rows))).containsExactly(expected, SAME);
      double[][] otherX =
          IntStream.range(0, dx).mapToObj(c -> x[dx - 1 - c]).toArray(double[][]::new);
      double[][] otherY =
          IntStream.range(0, dy).mapToObj(c -> y[(c + 1) % dy]).toArray(double[][]::new);
      assertThat(estimates(otherX, otherY)).containsExactly(expected, SAME);
      assertThat(estimates(y, x)).containsExactly(expected, SAME);
    }
  }

  private static double[][] inOrder(double[][] columns, int[] rows) {
    return Arrays.stream(columns)
        .map(column -> IntStream.of(rows).mapToDouble(r -> column[r]).toArray())
        .toArray(double[][]::new);
  }

  private static double[] estimates(double[][] x, double[][] y) {
    return CopulaFeatures.of(ranked(x, y)).directions().orElseThrow().classical();
  }
}
