package io.github.mist4j.estimator;

import org.apache.commons.numbers.gamma.Digamma;

/** The digamma function of whole numbers. */
final class Psi {
  private static final int ANCHORS = 256; // steps of the recurrence between exact values

  private Psi() {}

  /** ψ(k) at index k up to n, (n + 1); NaN at 0. */
  static double[] upTo(int n) {
    var psi = new double[n + 1];
    psi[0] = Double.NaN;
    for (int k = 1; k <= n; k++) {
      psi[k] = k % ANCHORS == 1 ? Digamma.value(k) : psi[k - 1] + 1.0 / (k - 1);
    }
    return psi;
  }
}
