package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import io.github.mist4j.distribution.MultipleRegression;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Regressions on several columns: by sums of ridge functions and of their products at random, or by
 * small networks of two layers with random weights.
 */
final class RandomFunction {
  private static final int MOST_RIDGES = 4;
  private static final int MOST_UNITS = 6;
  private static final int PILOT = 64;

  private RandomFunction() {}

  /** A function of dx columns, of variance about 1, and noise. */
  static MultipleRegression of(int dx, RandomGenerator rng) {
    boolean layered = rng.nextInt(3) == 0;
    ToDoubleFunction<double[]> f = layered ? network(dx, rng) : ridges(dx, rng);
    double spread = spread(f, dx);
    return MultipleRegression.of(
        layered ? "network" : "ridges",
        dx,
        f,
        spread * logBetween(rng, 0.1, 3),
        RandomCurve.noise(rng));
  }

  private static ToDoubleFunction<double[]> ridges(int dx, RandomGenerator rng) {
    int count = 1 + rng.nextInt(MOST_RIDGES);
    double reach = logBetween(rng, 0.7, 2.5);
    Layer layer = Layer.random(dx, count, reach, rng);
    var heights = new double[count];
    var partners = new int[count]; // the ridge that this one is multiplied by, or itself
    for (int k = 0; k < count; k++) {
      heights[k] = rng.nextBoolean() ? between(rng, 0.3, 1) : -between(rng, 0.3, 1);
      partners[k] = rng.nextBoolean() ? k : rng.nextInt(count);
    }
    return row -> {
      double[] ridges = layer.of(row);
      double sum = 0;
      for (int k = 0; k < count; k++) {
        sum += heights[k] * ridges[k] * (partners[k] == k ? 1 : ridges[partners[k]]);
      }
      return sum;
    };
  }

  private static ToDoubleFunction<double[]> network(int dx, RandomGenerator rng) {
    int units = 2 + rng.nextInt(MOST_UNITS - 1);
    Layer first = Layer.random(dx, units, logBetween(rng, 0.7, 2.5), rng);
    Layer second = Layer.random(units, 1 + rng.nextInt(3), logBetween(rng, 1, 3), rng);
    return row -> Arrays.stream(second.of(first.of(row))).sum();
  }

  /** Functions along some directions, (count). */
  private record Layer(double[][] directions, double[] offsets, DoubleUnaryOperator[] shapes) {
    static Layer random(int inputs, int count, double reach, RandomGenerator rng) {
      var directions = new double[count][inputs];
      var shapes = new DoubleUnaryOperator[count];
      var offsets = new double[count];
      for (int k = 0; k < count; k++) {
        double square = 0;
        for (int i = 0; i < inputs; i++) {
          directions[k][i] = rng.nextInt(3) == 0 ? 0 : rng.nextGaussian();
          square += directions[k][i] * directions[k][i];
        }
        for (int i = 0; i < inputs; i++) {
          directions[k][i] = square == 0 ? reach : directions[k][i] * reach / Math.sqrt(square);
        }
        offsets[k] = between(rng, -1, 1);
        shapes[k] = shape(rng);
      }
      return new Layer(directions, offsets, shapes);
    }

    double[] of(double[] row) {
      var values = new double[shapes.length];
      for (int k = 0; k < values.length; k++) {
        double along = offsets[k];
        for (int i = 0; i < row.length; i++) {
          along += directions[k][i] * row[i];
        }
        values[k] = shapes[k].applyAsDouble(along);
      }
      return values;
    }
  }

  private static DoubleUnaryOperator shape(RandomGenerator rng) {
    return switch (rng.nextInt(6)) {
      case 0 -> Math::tanh;
      case 1 -> v -> v * v;
      case 2 -> Math::abs;
      case 3 -> v -> v > 0 ? 1 : 0;
      case 4 -> v -> Math.max(0, v);
      default -> Math::sin;
    };
  }

  /** The standard deviation of f over a few rows, at least 0.01. */
  private static double spread(ToDoubleFunction<double[]> f, int dx) {
    var rows = new SplittableRandom(1);
    double mean = 0;
    double square = 0;
    for (int r = 0; r < PILOT; r++) {
      double value = f.applyAsDouble(rows.doubles(dx, -1.7, 1.7).toArray());
      mean += value / PILOT;
      square += value * value / PILOT;
    }
    return Math.sqrt(Math.max(1e-4, square - mean * mean));
  }
}
