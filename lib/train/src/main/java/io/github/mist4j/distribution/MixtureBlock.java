package io.github.mist4j.distribution;

import java.util.Arrays;
import java.util.List;

/**
 * Some columns of a mixture of normal laws: the probability of every component behind a point.
 *
 * <p>The densities are evaluated by forward substitution in the Cholesky factors; the first columns
 * of a factor are the factor of the first columns, so those come with the whole for nothing.
 */
final class MixtureBlock {
  private final int d;
  private final int first; // the columns of the leading part
  private final double[][] means; // (components, d)
  private final double[][] factors; // (components, d·d), lower, row by row
  private final double[] logLeading; // log(weight) less the log-determinant root, leading part
  private final double[] logWhole;

  /** What components are behind a point, in nats: from its first columns, and from all. */
  record Entropy(double leading, double whole) {}

  MixtureBlock(List<NormalComponent> components, int from, int to, int leading) {
    int count = components.size();
    this.d = to - from;
    this.first = leading;
    this.means = new double[count][];
    this.factors = new double[count][];
    this.logLeading = new double[count];
    this.logWhole = new double[count];
    for (int k = 0; k < count; k++) {
      NormalComponent component = components.get(k);
      means[k] = Arrays.copyOfRange(component.mean(), from, to);
      factors[k] = Dispersion.factorOf(component.covariance(), from, to);
      double log = Math.log(component.weight());
      for (int i = 0; i < d; i++) {
        logLeading[k] = i == leading ? log : logLeading[k];
        log -= Math.log(factors[k][i * d + i]);
      }
      logLeading[k] = leading == d ? log : logLeading[k];
      logWhole[k] = log;
    }
  }

  int components() {
    return means.length;
  }

  /** The point of a component behind standard normal coordinates: mean + L z. */
  void place(int component, double[] z, int offset, double[] point) {
    double[] factor = factors[component];
    for (int i = 0; i < d; i++) {
      double sum = means[component][i];
      for (int j = 0; j <= i; j++) {
        sum += factor[i * d + j] * z[offset + j];
      }
      point[i] = sum;
    }
  }

  /** The entropy of the component given a point; scratch is (d + 2 · components). */
  Entropy entropy(double[] point, int offset, double[] scratch) {
    int count = means.length;
    for (int k = 0; k < count; k++) {
      double[] factor = factors[k];
      double[] mean = means[k];
      double square = 0;
      double leading = 0;
      for (int i = 0; i < d; i++) {
        double v = point[offset + i] - mean[i];
        for (int j = 0; j < i; j++) {
          v -= factor[i * d + j] * scratch[j];
        }
        v /= factor[i * d + i];
        scratch[i] = v;
        square += v * v;
        leading = i == first - 1 ? square : leading;
      }
      scratch[d + k] = logLeading[k] - 0.5 * leading;
      scratch[d + count + k] = logWhole[k] - 0.5 * square;
    }
    return new Entropy(
        entropyOf(scratch, d, count), first == d ? 0 : entropyOf(scratch, d + count, count));
  }

  /** log Σ e^l − Σ l e^l / Σ e^l. */
  private static double entropyOf(double[] logs, int from, int count) {
    double most = Double.NEGATIVE_INFINITY;
    for (int k = from; k < from + count; k++) {
      most = Math.max(most, logs[k]);
    }
    double sum = 0;
    double weighted = 0;
    for (int k = from; k < from + count; k++) {
      double l = logs[k] - most;
      double p = Math.exp(l);
      sum += p;
      weighted += l > -700 ? l * p : 0;
    }
    return Math.log(sum) - weighted / sum;
  }
}
