package io.github.mist4j.estimator;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;

/** The entropy of levels from how many rows have each, nats. Counts of 0 change nothing. */
final class CountEntropy {
  private static final int STEPS = 400; // of the integral over log β
  private static final double LEAST = 1e-6; // β: all rows of one level
  private static final double MOST = 1e4; // β: levels of one share

  private CountEntropy() {}

  /** −Σ p log p of the shares. */
  static double plain(int[] counts) {
    double n = Arrays.stream(counts).sum();
    double sum = 0;
    for (int count : counts) {
      sum += count > 0 ? count * Math.log(count) : 0;
    }
    return Math.log(n) - sum / n;
  }

  /** With (m − 1)/(2n) for m levels seen: Miller (1955), <i>Note on the bias of information</i>. */
  static double millerMadow(int[] counts) {
    long seen = Arrays.stream(counts).filter(count -> count > 0).count();
    return plain(counts) + (seen - 1) / (2.0 * Arrays.stream(counts).sum());
  }

  /**
   * With the share of levels not seen after Good and Turing: Chao and Shen (2003), <i>Nonparametric
   * estimation of Shannon's index of diversity when there are unseen species</i>.
   */
  static double chaoShen(int[] counts) {
    int n = Arrays.stream(counts).sum();
    long once = Arrays.stream(counts).filter(count -> count == 1).count();
    double coverage = 1 - (double) Math.min(once, n - 1) / n; // all seen once: as if one was not
    double entropy = 0;
    for (int count : counts) {
      if (count > 0) {
        double p = coverage * count / n;
        entropy -= p * Math.log(p) / -Math.expm1(n * Math.log1p(-p));
      }
    }
    return entropy;
  }

  /**
   * The mean under a prior that is about uniform in the entropy, of {@code levels} levels:
   * Nemenman, Shafee and Bialek (2002), <i>Entropy and inference, revisited</i>.
   *
   * @param levels how many there are, seen or not
   */
  static double nsb(int[] counts, double levels) {
    int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
    double n = Arrays.stream(seen).sum();
    if (levels < 2) {
      return 0;
    }
    var log = new double[STEPS];
    var mean = new double[STEPS];
    for (int k = 0; k < STEPS; k++) {
      double beta = LEAST * Math.pow(MOST / LEAST, k / (STEPS - 1.0));
      double all = levels * beta;
      double chance = LogGamma.value(all) - LogGamma.value(n + all);
      double entropy = Digamma.value(n + all + 1);
      for (int count : seen) {
        chance += LogGamma.value(count + beta) - LogGamma.value(beta);
        entropy -= (count + beta) / (n + all) * Digamma.value(count + beta + 1);
      }
      entropy -= (levels - seen.length) * beta / (n + all) * Digamma.value(beta + 1);
      double slope = levels * Trigamma.value(all + 1) - Trigamma.value(beta + 1); // of ξ(β)
      log[k] = chance + Math.log(slope * beta); // β for the step in log β
      mean[k] = entropy;
    }
    double most = Arrays.stream(log).max().orElseThrow();
    double sum = 0;
    double weights = 0;
    for (int k = 0; k < STEPS; k++) {
      double weight = Math.exp(log[k] - most);
      sum += weight * mean[k];
      weights += weight;
    }
    return sum / weights;
  }
}
