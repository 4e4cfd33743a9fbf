package io.github.mist4j.table;

import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What the estimator says of two single columns that are independent.
 *
 * <p>The estimate sees ranks only, and the ranks of independent columns are a random order whatever
 * the columns hold: one set of {@value #DRAWS} random orders of n rows is the permutation test of
 * all pairs with n rows at once. Beyond the last {@value #TAIL} draws the p-value follows a
 * generalized Pareto tail, no shorter than an exponential one, fitted by its moments (after
 * Knijnenburg et al., 2009, <i>Fewer permutations, more accurate P-values</i>). Columns with ties,
 * whose estimate is a mean over orders of equal values, get p-values that are too large rather than
 * too small.
 */
final class NullEstimates {
  static final int DRAWS = 2000;
  private static final int TAIL = 200;
  private static final int ENOUGH = 10; // draws above a value, to count them
  private static final double STEP = 1.15;
  private static final long SEED = 0;

  private static final Map<MistEstimator, NullEstimates> KNOWN = new WeakHashMap<>();

  private final WeakReference<MistEstimator> estimator; // a key that a value holds never goes
  private final Map<Integer, double[]> drawn = new ConcurrentHashMap<>();

  private NullEstimates(MistEstimator estimator) {
    this.estimator = new WeakReference<>(estimator);
  }

  /** Those of an estimator; what has been drawn once is kept with it. */
  static NullEstimates of(MistEstimator estimator) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(estimator, NullEstimates::new);
    }
  }

  /**
   * The chance that independent columns of n rows are estimated as high.
   *
   * @param most the most rows of all pairs; fewer are rounded down to one of its parts, which makes
   *     p-values larger
   * @param listener hears of the draws, where there are none yet
   * @throws CancellationException if they are stopped
   */
  double pValue(double observed, int n, int most, ProgressListener listener) {
    double[] sorted = drawn.computeIfAbsent(rounded(n, most), rows -> draw(rows, listener));
    return pValue(observed, sorted);
  }

  static double pValue(double observed, double[] sorted) {
    int m = sorted.length;
    int place = Arrays.binarySearch(sorted, observed);
    int below = place < 0 ? -place - 1 : place;
    while (below > 0 && sorted[below - 1] == observed) {
      below--;
    }
    int reached = m - below;
    double counted = (1.0 + reached) / (1 + m);
    if (reached >= ENOUGH) {
      return counted;
    }
    double threshold = sorted[m - TAIL - 1];
    double mean = 0;
    double square = 0;
    for (int i = m - TAIL; i < m; i++) {
      double excess = sorted[i] - threshold;
      mean += excess / TAIL;
      square += excess * excess / TAIL;
    }
    double ratio = mean * mean / Math.max(square - mean * mean, 1e-300);
    double shape = Math.min(0.45, Math.max(0, 0.5 * (1 - ratio)));
    double scale = mean * (1 - shape);
    double excess = (observed - threshold) / Math.max(scale, 1e-300);
    double beyond = shape < 1e-6 ? Math.exp(-excess) : Math.pow(1 + shape * excess, -1 / shape);
    return Math.min(counted, Math.max(beyond * TAIL / m, 1e-12));
  }

  private static int rounded(int n, int most) {
    int steps = (int) Math.ceil(Math.log((double) most / n) / Math.log(STEP) - 1e-9);
    return Math.max(Sample.MIN_ROWS, (int) Math.ceil(most / Math.pow(STEP, steps) - 1e-9));
  }

  private double[] draw(int n, ProgressListener listener) {
    MistEstimator asked = estimator.get();
    double[] place = IntStream.range(0, n).asDoubleStream().toArray();
    var work = Work.of("random orders of %,d rows".formatted(n), DRAWS, listener);
    double[] values =
        work.values(
            DRAWS,
            k -> {
              RandomGenerator rng = RandomStreams.of(SEED, k);
              double[] order = Arrays.stream(Ranks.shuffled(n, rng)).asDoubleStream().toArray();
              var sample = Sample.ofColumns(new double[][] {place}, new double[][] {order});
              double value = asked.estimate(sample).value();
              work.advance(1);
              return value;
            });
    Arrays.sort(values);
    return values;
  }
}
