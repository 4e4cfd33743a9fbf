package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import io.github.mist4j.distribution.BivariateRegression;
import io.github.mist4j.distribution.MultipleRegression;
import io.github.mist4j.distribution.Predictors;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Regressions on several columns: by sums of ridge functions and of their products at random, small
 * networks of two layers with random weights, polynomials of few terms, or trees; with noise whose
 * spread, in a quarter of them, depends on the columns too.
 */
final class RandomFunction {
  private static final int MOST_RIDGES = 4;
  private static final int MOST_UNITS = 6;
  private static final int MOST_TERMS = 6;
  private static final int DEEPEST = 4;
  private static final int PILOT = 64;

  private RandomFunction() {}

  /** A function of dx columns, of variance about 1, and noise. */
  static MultipleRegression of(int dx, RandomGenerator rng) {
    Predictors x = predictors(dx, rng);
    Function function = function(dx, rng);
    double sigma = spread(function.f, dx) * logBetween(rng, 0.1, 3);
    ToDoubleFunction<double[]> logRatio = rng.nextInt(4) == 0 ? bounded(dx, rng) : row -> 0;
    return MultipleRegression.of(
        function.name,
        x,
        function.f,
        row -> sigma * Math.exp(logRatio.applyAsDouble(row)),
        RandomCurve.noise(rng));
  }

  /** Two functions of the same dx columns, within bounds of the order of 1, and noise. */
  static BivariateRegression plane(int dx, RandomGenerator rng) {
    Predictors x = predictors(dx, rng);
    Function first = function(dx, rng);
    Function second = function(dx, rng);
    return BivariateRegression.of(
        first.name + ", " + second.name,
        x,
        squashed(first.f, dx),
        squashed(second.f, dx),
        logBetween(rng, 0.08, 2));
  }

  /** Normal columns; in a quarter of the draws each is cut into two to five levels by a coin. */
  static Predictors predictors(int dx, RandomGenerator rng) {
    var cuts = new double[dx][0];
    if (rng.nextInt(4) == 0) {
      for (int c = 0; c < dx; c++) {
        cuts[c] = rng.nextBoolean() ? RandomLevels.cuts(rng, 1 + rng.nextInt(4)) : cuts[c];
      }
    }
    return Predictors.cut(cuts);
  }

  /** A function of dx columns, of mean 0 and variance 1, about. */
  static ToDoubleFunction<double[]> standard(int dx, RandomGenerator rng) {
    ToDoubleFunction<double[]> f = function(dx, rng).f;
    Scale scale = Scale.of(f, dx);
    return row -> (f.applyAsDouble(row) - scale.mean) / scale.spread;
  }

  private record Function(String name, ToDoubleFunction<double[]> f) {}

  private static Function function(int dx, RandomGenerator rng) {
    return switch (rng.nextInt(7)) {
      case 0, 1 -> new Function("network", network(dx, rng));
      case 2, 3 -> new Function("polynomial", polynomial(dx, rng));
      case 4 -> new Function("tree", tree(dx, 1 + rng.nextInt(DEEPEST), rng));
      default -> new Function("ridges", ridges(dx, rng));
    };
  }

  private static ToDoubleFunction<double[]> squashed(ToDoubleFunction<double[]> f, int dx) {
    double spread = spread(f, dx);
    return row -> 3 * StrictMath.tanh(f.applyAsDouble(row) / (3 * spread));
  }

  /** A ridge function that grows, or is even, between bounds of the order of 1. */
  static ToDoubleFunction<double[]> bounded(int dx, RandomGenerator rng) {
    Layer layer = Layer.random(dx, logBetween(rng, 0.7, 2.5), rng, StrictMath::tanh);
    double height = between(rng, 0.3, 1.2);
    boolean even = rng.nextBoolean();
    return row -> {
      double ridge = layer.of(row)[0];
      return height * (even ? 2 * ridge * ridge - 1 : ridge);
    };
  }

  /** A sum of products of up to three columns, of which one may come twice or more. */
  private static ToDoubleFunction<double[]> polynomial(int dx, RandomGenerator rng) {
    var terms = new int[1 + rng.nextInt(MOST_TERMS)][];
    var factors = new double[terms.length];
    for (int k = 0; k < terms.length; k++) {
      int chance = rng.nextInt(4);
      int degree = chance == 0 ? 1 : chance == 1 ? 3 : 2;
      terms[k] = rng.ints(degree, 0, dx).toArray();
      factors[k] = rng.nextGaussian();
    }
    return row -> {
      double sum = 0;
      for (int k = 0; k < terms.length; k++) {
        double product = factors[k];
        for (int column : terms[k]) {
          product *= row[column];
        }
        sum += product;
      }
      return sum;
    };
  }

  /** Levels on boxes, by questions whether a column is above a cut. */
  private static ToDoubleFunction<double[]> tree(int dx, int depth, RandomGenerator rng) {
    if (depth == 0) {
      double level = rng.nextGaussian();
      return row -> level;
    }
    int column = rng.nextInt(dx);
    double cut = between(rng, -1, 1);
    ToDoubleFunction<double[]> below = tree(dx, depth - 1, rng);
    ToDoubleFunction<double[]> above = tree(dx, depth - 1, rng);
    return row -> (row[column] > cut ? above : below).applyAsDouble(row);
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
      DoubleUnaryOperator[] shapes =
          Stream.generate(() -> shape(rng)).limit(count).toArray(DoubleUnaryOperator[]::new);
      return random(inputs, reach, rng, shapes);
    }

    static Layer random(
        int inputs, double reach, RandomGenerator rng, DoubleUnaryOperator... shapes) {
      int count = shapes.length;
      var directions = new double[count][inputs];
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
      case 0 -> StrictMath::tanh;
      case 1 -> v -> v * v;
      case 2 -> Math::abs;
      case 3 -> v -> v > 0 ? 1 : 0;
      case 4 -> v -> Math.max(0, v);
      default -> Math::sin;
    };
  }

  private static double spread(ToDoubleFunction<double[]> f, int dx) {
    return Scale.of(f, dx).spread;
  }

  /** The mean of f over a few rows and its standard deviation, at least 0.01. */
  private record Scale(double mean, double spread) {
    static Scale of(ToDoubleFunction<double[]> f, int dx) {
      var rows = new SplittableRandom(1);
      double mean = 0;
      double square = 0;
      for (int r = 0; r < PILOT; r++) {
        double value = f.applyAsDouble(rows.doubles(dx, -1.7, 1.7).toArray());
        mean += value / PILOT;
        square += value * value / PILOT;
      }
      return new Scale(mean, Math.sqrt(Math.max(1e-4, square - mean * mean)));
    }
  }
}
