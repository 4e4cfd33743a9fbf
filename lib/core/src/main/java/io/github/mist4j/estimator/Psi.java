package io.github.mist4j.estimator;

import org.apache.commons.numbers.gamma.Digamma;

/**
 * The digamma function ψ of whole numbers, which estimators from counts are made of, and G, the
 * variant of it for counts of equal values.
 *
 * <pre>{@code
 * double[] psi = Psi.byRecurrence(100);
 * double harmonic = psi[100] - psi[1]; // 1 + 1/2 + … + 1/99
 * }</pre>
 */
public final class Psi {
  private static final double EULER = 0.5772156649015329; // −ψ(1)

  // Between exact values the recurrence loses less than a digit, and costs a hundredth of them.
  private static final int ANCHORS = 256;

  private Psi() {}

  /**
   * ψ(k) at index k up to n by ψ(k + 1) = ψ(k) + 1/k, with exact values in between, (n + 1); NaN at
   * 0.
   */
  static double[] anchored(int n) {
    var psi = new double[n + 1];
    psi[0] = Double.NaN;
    for (int k = 1; k <= n; k++) {
      psi[k] = k % ANCHORS == 1 ? Digamma.value(k) : psi[k - 1] + 1.0 / (k - 1);
    }
    return psi;
  }

  /**
   * ψ(k) at index k up to n by the recurrence alone, which differs from the exact values in the
   * last digits: the features of the network are defined by it, so that a trained model keeps its
   * estimates to the last bit.
   *
   * @param n 1 or more
   * @return (n + 1); index 0 is unused
   */
  public static double[] byRecurrence(int n) {
    var psi = new double[n + 1];
    psi[1] = -EULER;
    for (int k = 1; k < n; k++) {
      psi[k + 1] = psi[k] + 1.0 / k;
    }
    return psi;
  }

  /**
   * G(m) = ψ(m) + (−1)^m (ψ((m+1)/2) − ψ(m/2))/2 of P. Grassberger, <i>Entropy estimates from
   * insufficient samplings</i> (2003), by its recurrence, at index m up to n.
   *
   * @param n 1 or more
   * @return (n + 1); index 0 is unused
   */
  public static double[] grassberger(int n) {
    var g = new double[n + 1];
    g[1] = -EULER - Math.log(2);
    for (int m = 2; m <= n; m++) {
      g[m] = m % 2 == 1 ? g[m - 1] : (m == 2 ? g[1] : g[m - 2]) + 2.0 / (m - 1);
    }
    return g;
  }
}
