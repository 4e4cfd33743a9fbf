package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * The first nearest-neighbour estimator of Kraskov, Stögbauer and Grassberger (2004), <i>Estimating
 * mutual information</i>: with ε the distance of a row to its k-th neighbour in the joint space and
 * n_x, n_y the other rows nearer than ε in each block, ψ(k) + ψ(n) − mean[ψ(n_x + 1) + ψ(n_y + 1)],
 * distances in the maximum norm over columns scaled to unit variance.
 */
public final class Ksg implements MutualInformationEstimator {
  private static final double TIE_NOISE = 1e-10;

  private final int k;

  /** With k = 4 neighbours. */
  public Ksg() {
    this(4);
  }

  /** With k neighbours; fewer have less bias, more have less variance. */
  public Ksg(int k) {
    require(k > 0, "k must be positive, was %s", k);
    this.k = k;
  }

  @Override
  public String method() {
    return "ksg";
  }

  /**
   * The mutual information of the sample, in nats, without an interval. Columns in which values
   * stand twice get normal noise of 1e-10 standard deviations, as the paper advises. Takes time
   * quadratic in n.
   *
   * @throws IllegalArgumentException if n ≤ k
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    require(sample.n() > k, "method ksg needs more rows than k = %d, had %d", k, sample.n());
    double value = information(sample, new SplittableRandom(options.seed()));
    return Shuffles.estimate(this, sample, value, options, this::information);
  }

  private double information(Sample sample, RandomGenerator rng) {
    int n = sample.n();
    double[][] x = scaled(IntStream.range(0, sample.dx()).mapToObj(sample::x), rng);
    double[][] y = scaled(IntStream.range(0, sample.dy()).mapToObj(sample::y), rng);
    var psi = new double[n + 1];
    Arrays.setAll(psi, i -> i == 0 ? Double.NaN : Digamma.value(i));
    var inX = new double[n];
    var inY = new double[n];
    var joint = new double[n];
    double sum = 0;
    for (int row = 0; row < n; row++) {
      distances(x, row, inX);
      distances(y, row, inY);
      for (int r = 0; r < n; r++) {
        joint[r] = Math.max(inX[r], inY[r]);
      }
      joint[row] = Double.POSITIVE_INFINITY;
      double radius = smallest(joint, k);
      sum += psi[Math.max(1, nearer(inX, radius))] + psi[Math.max(1, nearer(inY, radius))];
    }
    return psi[k] + psi[n] - sum / n;
  }

  /** Columns of unit variance, those with ties blurred. */
  private static double[][] scaled(Stream<double[]> columns, RandomGenerator rng) {
    return columns.map(column -> scaled(column, rng)).toArray(double[][]::new);
  }

  private static double[] scaled(double[] column, RandomGenerator rng) {
    int n = column.length;
    double mean = Arrays.stream(column).average().orElseThrow();
    double variance = Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum() / n;
    double spread = Math.sqrt(variance);
    double noise = Ranks.tiedShare(column) > 0 ? TIE_NOISE : 0;
    return Arrays.stream(column)
        .map(v -> (v - mean) / spread + (noise > 0 ? noise * rng.nextGaussian() : 0))
        .toArray();
  }

  private static void distances(double[][] columns, int row, double[] distance) {
    Arrays.fill(distance, 0);
    for (double[] column : columns) {
      double at = column[row];
      for (int r = 0; r < distance.length; r++) {
        distance[r] = Math.max(distance[r], Math.abs(column[r] - at));
      }
    }
  }

  /** The count-th smallest value. */
  private static double smallest(double[] values, int count) {
    var nearest = new double[count];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (double value : values) {
      if (value < nearest[count - 1]) {
        int at = count - 1;
        while (at > 0 && nearest[at - 1] > value) {
          nearest[at] = nearest[at - 1];
          at--;
        }
        nearest[at] = value;
      }
    }
    return nearest[count - 1];
  }

  /** The rows nearer than the radius, the row itself among them. */
  private static int nearer(double[] distance, double radius) {
    int count = 0;
    for (double v : distance) {
      count += v < radius ? 1 : 0;
    }
    return count;
  }
}
