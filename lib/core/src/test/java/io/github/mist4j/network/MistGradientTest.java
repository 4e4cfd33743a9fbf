package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.estimator.DifferentiableEstimator.Gradient;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class MistGradientTest {
  private static final int N = 200;

  /** (X1 cos θ + X2 sin θ, noise; X1² + noise) and how it moves with θ. */
  private static double[][][] rotated(double theta, int noise, long seed) {
    var rng = new SplittableRandom(seed);
    var x = new double[N][1 + noise];
    var y = new double[N][1];
    var along = new double[N][1];
    for (int r = 0; r < N; r++) {
      double a = rng.nextGaussian();
      double b = rng.nextGaussian();
      x[r][0] = Math.cos(theta) * a + Math.sin(theta) * b;
      along[r][0] = -Math.sin(theta) * a + Math.cos(theta) * b;
      y[r][0] = a * a + 0.7 * rng.nextGaussian();
      for (int c = 1; c <= noise; c++) {
        x[r][c] = rng.nextGaussian();
      }
    }
    return new double[][][] {x, y, along};
  }

  private static Gradient gradient(double[][][] data) {
    return ShippedEstimator.network().gradient(Sample.ofRows(data[0], data[1]));
  }

  @Test
  @DisplayName("the slope along a rotation is that of the estimates, on average over samples")
  void slopesAreThoseOfTheEstimate() {
    double slope = 0;
    double difference = 0;
    int samples = 12;
    for (int seed = 0; seed < samples; seed++) {
      double[][][] data = rotated(0.5, 0, seed);
      Gradient gradient = gradient(data);
      for (int r = 0; r < N; r++) {
        slope += gradient.x()[r][0] * data[2][r][0] / samples;
      }
      double up = gradient(rotated(0.65, 0, seed)).value();
      double down = gradient(rotated(0.35, 0, seed)).value();
      difference += (up - down) / 0.3 / samples;
    }
    assertThat(difference).isLessThan(-0.4);
    assertThat(slope).isCloseTo(difference, within(0.3 * Math.abs(difference)));
  }

  @Test
  @DisplayName("another unit of a column changes the value in nothing, and slopes by the unit")
  void slopesFollowTheUnit() {
    double[][][] data = rotated(0.5, 4, 1);
    Gradient first = gradient(data);
    double[][] tenfold =
        Arrays.stream(data[0])
            .map(row -> Arrays.stream(row).map(v -> 16 * v).toArray())
            .toArray(double[][]::new);
    Gradient second = gradient(new double[][][] {tenfold, data[1]});
    assertThat(second.value()).isEqualTo(first.value());
    assertThat(16 * second.x()[7][0]).isCloseTo(first.x()[7][0], within(1e-12));
    double shift = 0;
    for (int r = 0; r < N; r++) {
      shift += first.x()[r][0] * 1;
    }
    double size = 0;
    for (int r = 0; r < N; r++) {
      size += Math.abs(first.x()[r][0]);
    }
    assertThat(Math.abs(shift)).isLessThan(0.2 * size);
  }

  @Test
  @DisplayName("slopes by ranks agree with finite differences of the blurred ranks")
  void blurredRanksAgreeWithFiniteDifferences() {
    double[][][] data = rotated(0.5, 0, 3);
    double[] column = Arrays.stream(data[0]).mapToDouble(row -> row[0]).toArray();
    var sample = RankedSample.of(Sample.ofRows(data[0], data[1]), 0);
    var smooth = SmoothRanks.of(sample.table());
    var rng = new SplittableRandom(5);
    double[] weights = rng.doubles(N).toArray();
    double[] slopes = smooth.slopes(column, sample.ranks()[0], weights);
    double[] steep = steepness(smooth, column, sample.ranks()[0]);
    double[] direction = rng.doubles(N, -1, 1).toArray();
    double expected = 0;
    for (int r = 0; r < N; r++) {
      expected += slopes[r] * direction[r];
    }
    double step = 1e-4;
    double difference =
        (blurred(smooth, sample.ranks()[0], weights, steep, direction, step)
                - blurred(smooth, sample.ranks()[0], weights, steep, direction, -step))
            / (2 * step);
    assertThat(difference).isCloseTo(expected, within(1e-3 * Math.abs(expected)));
  }

  private static double[] steepness(SmoothRanks smooth, double[] column, int[] ranks) {
    int[] rows = io.github.mist4j.sample.Ranks.inverse(ranks);
    var steep = new double[N];
    Arrays.setAll(steep, r -> smooth.steepness(column, rows, ranks[r]));
    return steep;
  }

  /** Σ w z of scores that have moved with the shares of rows below, blurred. */
  private static double blurred(
      SmoothRanks smooth,
      int[] ranks,
      double[] weights,
      double[] steep,
      double[] direction,
      double step) {
    var t = new double[N];
    Arrays.setAll(t, r -> smooth.scores()[ranks[r]] + step * steep[r] * direction[r]);
    double sum = 0;
    for (int r = 0; r < N; r++) {
      double share = 0;
      for (int j = 0; j < N; j++) {
        share += below((t[r] - t[j]) / smooth.width()) / N;
      }
      sum += weights[r] * share / ScoreTable.density(smooth.scores()[ranks[r]]);
    }
    return sum;
  }

  private static double below(double t) {
    double v = Math.max(-1, Math.min(1, t));
    return 0.5 + 0.75 * (v - v * v * v / 3);
  }

  @Test
  @DisplayName("slopes of Gaussian informations and correlations agree with finite differences")
  void gaussianSlopesAgreeWithFiniteDifferences() {
    double[] c = {
      1, 0.3, 0.5, 0.1, 0.3, 1, -0.2, 0.4, 0.5, -0.2, 1, 0.25, 0.1, 0.4, 0.25, 1,
    };
    var slopes = new GaussianSlopes(c, 2);
    slopes.addInformation(true, 1);
    slopes.addShrunk(GaussianPart.SHRINKAGES[2], 2);
    slopes.addCanonical(0, new double[] {0.7, -0.4});
    double[] direction = new double[16];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < i; j++) {
        direction[i * 4 + j] = Math.sin(5 * i + j);
        direction[j * 4 + i] = direction[i * 4 + j];
      }
    }
    double expected = 0;
    for (int k = 0; k < 16; k++) {
      expected += slopes.slopes()[k] * direction[k];
    }
    double difference = (gaussian(c, direction, 1e-5) - gaussian(c, direction, -1e-5)) / 2e-5;
    assertThat(difference).isCloseTo(expected, within(1e-3 * Math.abs(expected)));
  }

  private static double gaussian(double[] c, double[] direction, double step) {
    var moved = new double[16];
    Arrays.setAll(moved, k -> c[k] + step * direction[k]);
    GaussianPart part = GaussianPart.of(moved, 100, 2);
    return part.information()
        + 2 * part.shrunk()[2]
        + 0.7 * part.canonical()[0][0]
        - 0.4 * part.canonical()[0][1];
  }

  @Test
  @DisplayName("slopes by features agree with finite differences of the network")
  void featureSlopesAgreeWithFiniteDifferences() {
    var network = new CopulaNetwork(CopulaArchitecture.withDefaults());
    float[] weights = network.initialWeights(new SplittableRandom(2));
    double[][][] data = rotated(0.5, 1, 4);
    CopulaFeatures features =
        CopulaFeatures.of(RankedSample.of(Sample.ofRows(data[0], data[1]), 0));
    ValueSlopes slopes = ValueSlopes.of(network, weights, features, new Buffers());
    float[][] rows = slopes.slopes().rows();
    int channel = 8;
    double expected = 0;
    for (float slope : rows[channel]) {
      expected += slope;
    }
    float step = 0.02f;
    double difference =
        (shifted(network, weights, features, channel, step)
                - shifted(network, weights, features, channel, -step))
            / (2 * step);
    assertThat(difference).isCloseTo(expected, within(0.01 * Math.abs(expected) + 1e-4));
  }

  private static double shifted(
      CopulaNetwork network, float[] weights, CopulaFeatures features, int channel, float step) {
    float[] old = features.rows()[channel];
    float[] moved = old.clone();
    for (int q = 0; q < moved.length; q++) {
      moved[q] += step;
    }
    features.rows()[channel] = moved;
    double value = ValueSlopes.of(network, weights, features, new Buffers()).value();
    features.rows()[channel] = old;
    return value;
  }

  @Test
  @DisplayName("names are refused")
  void namesAreRefused() {
    double[][][] data = rotated(0.5, 0, 1);
    String[] names = new String[N];
    Arrays.setAll(names, r -> r % 3 == 0 ? "a" : r % 3 == 1 ? "b" : "c");
    Sample sample = Sample.ofRows(data[0], data[1]).withNames("x1", names);
    assertThatThrownBy(() -> ShippedEstimator.network().gradient(sample))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a gradient is of numbers, and the sample has names");
  }
}
