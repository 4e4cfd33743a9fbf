package io.github.mist4j.suite;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.random.RandomGenerator;

/** X and Y that have nothing to do with each other, while the columns of a side may have. */
final class IndependentSides {
  private static final int LEVELS = 3;

  private IndependentSides() {}

  /** A normal factor behind all columns of a side, four times the variance of their own parts. */
  static Distribution sharedFactor(int dx, int dy) {
    return law(dx, dy, IndependentSides::sharedFactor);
  }

  /** Cauchy columns of one scale a side. */
  static Distribution heavyTails(int dx, int dy) {
    return law(dx, dy, IndependentSides::heavyTails);
  }

  /** Independent columns of three levels. */
  static Distribution levels(int dx, int dy) {
    return law(dx, dy, IndependentSides::levels);
  }

  /** The columns from one place up to another, all of one side. */
  private interface Side {
    void draw(double[] row, int from, int to, RandomGenerator rng);
  }

  private static Distribution law(int dx, int dy, Side side) {
    RowSampler rows =
        (row, rng) -> {
          side.draw(row, 0, dx, rng);
          side.draw(row, dx, dx + dy, rng);
        };
    return Simulated.of("independent sides, MI = 0", dx, dy, rows, 0);
  }

  private static void sharedFactor(double[] row, int from, int to, RandomGenerator rng) {
    double factor = rng.nextGaussian();
    for (int c = from; c < to; c++) {
      row[c] = factor + 0.5 * rng.nextGaussian();
    }
  }

  /** Cauchy: normal columns over the length of another one. */
  private static void heavyTails(double[] row, int from, int to, RandomGenerator rng) {
    double scale = Math.abs(rng.nextGaussian());
    for (int c = from; c < to; c++) {
      row[c] = rng.nextGaussian() / scale;
    }
  }

  private static void levels(double[] row, int from, int to, RandomGenerator rng) {
    for (int c = from; c < to; c++) {
      row[c] = rng.nextInt(LEVELS);
    }
  }
}
