package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Kernel density: the mean over the rows of log f(x, y) − log f(x) − log f(y), each density a sum
 * of normal kernels around the other rows (leave one out).
 *
 * <p>The kernel of the joint density is normal with covariance h² C, C that of the sample, and
 * those of the margins are its margins, so that smoothing alone makes no dependence. The bandwidth
 * is Silverman's (1986), h = (4/(d + 2))^(1/(d+4)) n^(−1/(d+4)) with d = dx + dy, times a factor.
 * After Moon, Rajagopalan and Lall (1995), <i>Estimation of mutual information using kernel density
 * estimators</i>. The time grows as n².
 */
public final class KernelDensity implements MutualInformationEstimator {
  private static final int AT_ONCE = 128; // rows of a task

  private final double factor;

  /** With Silverman's bandwidth. */
  public KernelDensity() {
    this(1);
  }

  /** With so many times Silverman's bandwidth. */
  public KernelDensity(double factor) {
    require(
        factor > 0 && Double.isFinite(factor),
        "factor must be positive and finite, was %s",
        factor);
    this.factor = factor;
  }

  @Override
  public String method() {
    return "kde";
  }

  /**
   * The mutual information of the sample, in nats.
   *
   * @throws IllegalArgumentException if n ≤ dx + dy + 1, or if columns depend on each other exactly
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    return Resampling.estimate(
        method(), sample, options, this::prepared, DiscreteColumns.of(sample));
  }

  private Statistic prepared(Sample sample, RandomGenerator unused) {
    int n = sample.n();
    int dx = sample.dx();
    int d = dx + sample.dy();
    require(
        n > d + 1, "method %s needs more than dx + dy + 1 = %d rows, had %d", method(), d + 1, n);
    double[][] z =
        Arrays.stream(Columns.of(sample)).map(Columns::standardized).toArray(double[][]::new);
    double h = factor * Math.pow(4 / ((d + 2.0) * n), 1 / (d + 4.0));
    double[][] x = Arrays.copyOf(z, dx);
    double[][] y = Arrays.copyOfRange(z, dx, d);
    double margins = meanLogSum(whitened(x, h)) + meanLogSum(whitened(y, h));
    return order -> {
      double[][] joint = Arrays.copyOf(x, d);
      for (int c = dx; c < d; c++) {
        double[] column = z[c];
        joint[c] = Arrays.stream(order).mapToDouble(r -> column[r]).toArray();
      }
      // The kernels' constants: log|C_x| + log|C_y| − log|C|, halved; and log (n − 1) once more.
      double constants = logVolume(x) + logVolume(y) - logVolume(joint);
      return meanLogSum(whitened(joint, h)) - margins + constants + Math.log(n - 1.0);
    };
  }

  /** Coordinates in which the kernel has variance 1 in every direction, (d, n). */
  private double[][] whitened(double[][] z, double h) {
    DMatrixRMaj lower = factor(z);
    int d = z.length;
    int n = z[0].length;
    var white = new double[d][];
    for (int i = 0; i < d; i++) {
      white[i] = z[i].clone();
      for (int j = 0; j < i; j++) {
        double weight = lower.get(i, j) * h;
        for (int r = 0; r < n; r++) {
          white[i][r] -= weight * white[j][r];
        }
      }
      for (int r = 0; r < n; r++) {
        white[i][r] /= lower.get(i, i) * h;
      }
    }
    return white;
  }

  private double logVolume(double[][] z) {
    DMatrixRMaj lower = factor(z);
    return IntStream.range(0, z.length).mapToDouble(i -> Math.log(lower.get(i, i))).sum();
  }

  private DMatrixRMaj factor(double[][] z) {
    int d = z.length;
    var correlation = new DMatrixRMaj(d, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        double sum = 0;
        for (int r = 0; r < z[i].length; r++) {
          sum += z[i][r] * z[j][r];
        }
        correlation.set(i, j, sum / z[i].length);
      }
    }
    Optional<DMatrixRMaj> lower = GaussianInformation.factor(correlation);
    require(
        lower.isPresent(),
        "method %s needs columns of which none is determined by the others",
        method());
    return lower.get();
  }

  /** The mean over the rows of log Σ exp(−½ |difference|²) over the other rows. */
  private static double meanLogSum(double[][] white) {
    int n = white[0].length;
    var logs = new double[n];
    IntStream.range(0, (n + AT_ONCE - 1) / AT_ONCE)
        .parallel()
        .forEach(
            task -> {
              var squares = new double[n];
              for (int row = task * AT_ONCE; row < Math.min(n, (task + 1) * AT_ONCE); row++) {
                logs[row] = logSum(white, row, squares);
              }
            });
    return Arrays.stream(logs).average().orElseThrow();
  }

  private static double logSum(double[][] white, int row, double[] squares) {
    Arrays.fill(squares, 0);
    for (double[] column : white) {
      double at = column[row];
      for (int r = 0; r < squares.length; r++) {
        squares[r] += (column[r] - at) * (column[r] - at);
      }
    }
    squares[row] = Double.POSITIVE_INFINITY;
    double least = Arrays.stream(squares).min().orElseThrow(); // scaled by it, no sum is 0
    double sum = 0;
    for (double square : squares) {
      sum += Math.exp(0.5 * (least - square));
    }
    return Math.log(sum) - 0.5 * least;
  }
}
