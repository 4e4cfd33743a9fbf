package io.github.mist4j.network;

import java.util.Arrays;

/**
 * The entropy of a side whose values repeat, which no mutual information exceeds: I(X; Y) ≤ H(X).
 *
 * <p>With counts m of the values among n rows, H is −Σ (m/n) log(m/n) and (values − 1)/2n for its
 * bias (Miller and Madow), and two standard errors more, from the spread of −log(m/n) over the
 * rows. Where more than a tenth of the rows hold a value that stands nowhere else, unseen values
 * may be many (Good and Turing), and there is no bound.
 */
final class EntropyBound {
  private static final double MOST_SINGLE = 0.1;
  private static final double STANDARD_ERRORS = 2;

  private EntropyBound() {}

  /** The smaller bound of both sides, nats; infinite where there is none. */
  static double of(RankedSample sample) {
    return Math.min(
        of(ValueCounts.ofColumns(sample, 0, sample.dx())),
        of(ValueCounts.ofColumns(sample, sample.dx(), sample.d())));
  }

  /**
   * The bound of a side.
   *
   * @param counts of each row's value, (n)
   */
  static double of(int[] counts) {
    double n = counts.length;
    if (1 - ValueCounts.repeatedShare(counts) > MOST_SINGLE) {
      return Double.POSITIVE_INFINITY;
    }
    double[] surprises = Arrays.stream(counts).mapToDouble(m -> Math.log(n / m)).toArray();
    double entropy = Arrays.stream(surprises).average().orElseThrow();
    double square = Arrays.stream(surprises).map(s -> (s - entropy) * (s - entropy)).sum();
    return entropy
        + (ValueCounts.values(counts) - 1) / (2 * n)
        + STANDARD_ERRORS * Math.sqrt(square) / n;
  }
}
