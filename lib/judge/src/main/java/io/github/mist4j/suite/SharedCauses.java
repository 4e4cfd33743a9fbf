package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.NORMAL;
import static io.github.mist4j.suite.Integrals.REACH;
import static io.github.mist4j.suite.Integrals.entropyTerm;
import static io.github.mist4j.suite.Integrals.integral;
import static io.github.mist4j.suite.Integrals.mixed;
import static io.github.mist4j.suite.Integrals.normal;
import static io.github.mist4j.suite.Integrals.overSquare;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** Columns that depend on each other because something behind them does. */
final class SharedCauses {
  private SharedCauses() {}

  /** Y = X + e, X exponential, e exponential of a rate other than 1. */
  static Distribution exponential(double rate) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextExponential();
          row[1] = row[0] + rng.nextExponential() / rate;
        };
    double factor = rate / (rate - 1);
    double entropy =
        integral(y -> entropyTerm(factor * (Math.exp(-y) - Math.exp(-rate * y))), 0, 40);
    return Simulated.of(
        "an exponential variable and noise, entropy of Y by quadrature",
        1,
        1,
        rows,
        entropy - 1 + Math.log(rate));
  }

  /**
   * A gamma variable G of shape 2 in all columns and an exponential one in each, k columns a side.
   * X and Y meet in their smallest columns only, which are G and exponential variables of rate k.
   */
  static Distribution gamma(int k) {
    RowSampler rows =
        (row, rng) -> {
          double shared = rng.nextExponential() + rng.nextExponential();
          Arrays.setAll(row, c -> shared + rng.nextExponential());
        };
    DoubleUnaryOperator one = a -> k * Math.exp(-k * a) * growth(k - 1, a);
    DoubleBinaryOperator both =
        (a, b) -> k * k * Math.exp(-k * (a + b)) * growth(2 * k - 1, Math.min(a, b));
    double information =
        overSquare(
            20,
            (a, b) -> {
              double p = both.applyAsDouble(a, b);
              return p == 0 ? 0 : p * Math.log(p / (one.applyAsDouble(a) * one.applyAsDouble(b)));
            });
    return Simulated.of("gamma variables with a shared part, quadrature", k, k, rows, information);
  }

  /** The integral of t exp(rate t) from 0 to a place. */
  private static double growth(double rate, double to) {
    return rate == 0 ? to * to / 2 : (Math.exp(rate * to) * (rate * to - 1) + 1) / (rate * rate);
  }

  /** X = A + C, Y = B + C, Poisson. */
  static Distribution poisson(double own, double shared) {
    DiscreteDistribution part = PoissonDistribution.of(own);
    DiscreteDistribution common = PoissonDistribution.of(shared);
    DiscreteDistribution sum = PoissonDistribution.of(own + shared);
    RowSampler rows =
        (row, rng) -> {
          int c = Draws.arrivals(shared, rng);
          row[0] = Draws.arrivals(own, rng) + c;
          row[1] = Draws.arrivals(own, rng) + c;
        };
    double information = 0;
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 40; y++) {
        double p = 0;
        for (int c = 0; c <= Math.min(x, y); c++) {
          p += common.probability(c) * part.probability(x - c) * part.probability(y - c);
        }
        information += p * Math.log(p / (sum.probability(x) * sum.probability(y)));
      }
    }
    return Simulated.of("counts with a shared part, sum of p log p", 1, 1, rows, information);
  }

  /** X = V e, Y = V e', log V normal of spread s. */
  static Distribution volatility(double s) {
    RowSampler rows =
        (row, rng) -> {
          double v = Math.exp(s * rng.nextGaussian());
          row[0] = v * rng.nextGaussian();
          row[1] = v * rng.nextGaussian();
        };
    DoubleUnaryOperator one = r -> mixed(z -> normal(r, 0, Math.exp(s * z)));
    DoubleUnaryOperator both =
        r -> mixed(z -> normal(r, 0, Math.exp(s * z)) * normal(0, 0, Math.exp(s * z)));
    double end = 3 + REACH * s;
    double entropyOfOne = // over r = exp(t)
        2 * integral(t -> Math.exp(t) * entropyTerm(one.applyAsDouble(Math.exp(t))), -25, end);
    double entropyOfBoth =
        2
            * Math.PI
            * integral(
                t -> Math.exp(2 * t) * entropyTerm(both.applyAsDouble(Math.exp(t))), -25, end);
    return Simulated.of(
        "shared lognormal scale, entropies by quadrature over the radius",
        1,
        1,
        rows,
        2 * entropyOfOne - entropyOfBoth);
  }

  /** Three answers of five levels a side, that depend on one hidden normal variable. */
  static Distribution items(double slope) {
    double[] cuts = {-1.5, -0.5, 0.5, 1.5};
    RowSampler rows =
        (row, rng) -> {
          double hidden = slope * rng.nextGaussian();
          Arrays.setAll(
              row,
              c -> {
                double answer = hidden + rng.nextGaussian();
                return Arrays.stream(cuts).filter(cut -> cut < answer).count();
              });
        };
    int patterns = 125;
    var joint = new double[patterns][patterns];
    int nodes = 120;
    for (int k = 0; k < nodes; k++) {
      double hidden = -6 + 12 * (k + 0.5) / nodes;
      var levels = new double[5];
      for (int l = 0; l < 5; l++) {
        double above = l == 4 ? 1 : NORMAL.cumulativeProbability(cuts[l] - slope * hidden);
        double below = l == 0 ? 0 : NORMAL.cumulativeProbability(cuts[l - 1] - slope * hidden);
        levels[l] = above - below;
      }
      double[] side =
          IntStream.range(0, patterns)
              .mapToDouble(p -> levels[p / 25] * levels[p / 5 % 5] * levels[p % 5])
              .toArray();
      for (int i = 0; i < patterns; i++) {
        for (int j = 0; j < patterns; j++) {
          joint[i][j] += 12.0 / nodes * NORMAL.density(hidden) * side[i] * side[j];
        }
      }
    }
    return Simulated.of(
        "answers that share a cause, sum of p log p",
        3,
        3,
        rows,
        ContingencyTable.of(joint).mutualInformation());
  }
}
