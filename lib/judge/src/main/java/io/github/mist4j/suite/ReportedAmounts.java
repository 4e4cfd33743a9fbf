package io.github.mist4j.suite;

import static io.github.mist4j.suite.Integrals.NORMAL;
import static io.github.mist4j.suite.Integrals.REACH;
import static io.github.mist4j.suite.Integrals.binaryEntropy;
import static io.github.mist4j.suite.Integrals.entropyTerm;
import static io.github.mist4j.suite.Integrals.mixed;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Simulated;
import io.github.mist4j.distribution.Simulated.RowSampler;

/** Amounts as people have and report them: often none, and rounded. */
final class ReportedAmounts {
  private ReportedAmounts() {}

  /** Y = 0, or with the log odds slope X₁ exp(X₂ + σ e). */
  static Distribution hurdle(double slope, double sigma) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextGaussian();
          row[1] = rng.nextGaussian();
          boolean any = rng.nextDouble() < 1 / (1 + Math.exp(-slope * row[0]));
          double amount = Math.exp(row[1] + sigma * rng.nextGaussian());
          row[2] = any ? amount : 0;
        };
    double unsure =
        mixed(
            x -> {
              double share = 1 / (1 + Math.exp(-slope * x));
              return binaryEntropy(share);
            });
    return Simulated.of(
        "an amount that is mostly absent, MI = log 2 − H(any | X₁) + ¼ log(1 + 1/σ²)",
        2,
        1,
        rows,
        Math.log(2) - unsure + 0.25 * Math.log1p(1 / (sigma * sigma)));
  }

  /** Y = X + σ e, given in steps of ½ by some, of 0.1 by others. */
  static Distribution heaped(double share, double sigma) {
    RowSampler rows =
        (row, rng) -> {
          row[0] = rng.nextGaussian();
          double value = row[0] + sigma * rng.nextGaussian();
          int step = rng.nextDouble() < share ? 5 : 1;
          row[1] = step * Math.rint(10 * value / step) / 10;
        };
    int end = (int) Math.ceil(10 * REACH * Math.sqrt(1 + sigma * sigma));
    double information = 0;
    for (int tenths = -end; tenths <= end; tenths++) {
      int level = tenths;
      information += entropyTerm(heapedChance(level, 0, Math.sqrt(1 + sigma * sigma), share));
      information -= mixed(x -> entropyTerm(heapedChance(level, x, sigma, share)));
    }
    return Simulated.of("numbers that people round, sum over levels", 1, 1, rows, information);
  }

  private static double heapedChance(int tenths, double mean, double sigma, double share) {
    double fine = between(tenths, 0.5, mean, sigma);
    double coarse = tenths % 5 == 0 ? between(tenths, 2.5, mean, sigma) : 0;
    return (1 - share) * fine + share * coarse;
  }

  private static double between(int tenths, double half, double mean, double sigma) {
    double low = ((tenths - half) / 10 - mean) / sigma;
    double high = ((tenths + half) / 10 - mean) / sigma;
    return NORMAL.probability(low, high);
  }
}
