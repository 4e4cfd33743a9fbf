package io.github.mist4j.estimator;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Kinds of columns as tables have them. */
enum Margins {
  NORMAL(SplittableRandom::nextGaussian),
  HALF_ZEROS(rng -> zeros(0.5, rng)),
  MANY_ZEROS(rng -> zeros(0.8, rng)),
  MOSTLY_ZEROS(rng -> zeros(0.95, rng)),
  COUNTS(Margins::count),
  TWO_LEVELS(rng -> rng.nextInt(2)),
  FIVE_LEVELS(rng -> rng.nextInt(5)),
  FIFTY_LEVELS(rng -> rng.nextInt(50)),
  ROUNDED(rng -> Math.rint(10 * rng.nextGaussian()) / 10),
  ATOMS_AND_MEASURES(rng -> rng.nextBoolean() ? rng.nextInt(3) : rng.nextGaussian());

  private final ToDoubleFunction<SplittableRandom> draw;

  Margins(ToDoubleFunction<SplittableRandom> draw) {
    this.draw = draw;
  }

  private static double zeros(double share, SplittableRandom rng) {
    return rng.nextDouble() < share ? 0 : Math.exp(rng.nextGaussian());
  }

  /** A negative binomial, (0.5, 0.1): a Poisson count whose mean is 4.5 times a squared normal. */
  private static double count(SplittableRandom rng) {
    double z = rng.nextGaussian();
    double left = 4.5 * z * z;
    int count = -1;
    do {
      left += Math.log(rng.nextDouble());
      count++;
    } while (left > 0);
    return count;
  }

  /** A column that is not constant, (n). */
  double[] column(int n, SplittableRandom rng) {
    while (true) {
      var column = new double[n];
      Arrays.setAll(column, r -> draw.applyAsDouble(rng));
      if (Arrays.stream(column).distinct().limit(2).count() == 2) {
        return column;
      }
    }
  }
}
