package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
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
 *
 * <pre>{@code
 * Estimate smooth = new KernelDensity(0.5).estimate(sample); // half of Silverman's bandwidth
 * }</pre>
 */
public final class KernelDensity implements MutualInformationEstimator {
  private static final int ROWS_OF_PAIRS = 5000; // above, all pairs take longer than is waited for
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
    SampleColumns.refuseNames(method(), sample);
    return Resampling.estimate(
        method(), sample, options, this::prepared, DiscreteColumns.of(sample));
  }

  @Override
  public String description() {
    return "normal kernels around the other rows (Moon, Rajagopalan and Lall, 1995)";
  }

  @Override
  public List<MethodOption> options() {
    return List.of(
        MethodOption.number(
            "factor", factor, "the bandwidth, as so many times Silverman's", KernelDensity::new));
  }

  @Override
  public int unaskedUpToRows() {
    return ROWS_OF_PAIRS;
  }

  @Override
  public boolean suits(Sample sample) {
    return !sample.hasNames();
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return evidence.outlier().or(() -> Optional.of(kernels(evidence.sample(), less)));
  }

  private static String kernels(Sample sample, boolean less) {
    int d = sample.dx() + sample.dy();
    return less
        ? ("its kernels are as wide as suits one normal cloud in %s columns, and smooth away what"
                + " is finer")
            .formatted(d)
        : "its kernels are narrow for so few rows in %s columns".formatted(d);
  }

  private Statistic prepared(Sample sample, RandomGenerator unused) {
    double[][] z = SampleColumns.standardized(method(), sample);
    int n = sample.n();
    int d = z.length;
    double h = factor * Math.pow(4 / ((d + 2.0) * n), 1 / (d + 4.0));
    double[][] x = Arrays.copyOf(z, sample.dx());
    double[][] y = Arrays.copyOfRange(z, sample.dx(), d);
    double margins = meanLogDensity(x, h) + meanLogDensity(y, h);
    return order ->
        meanLogDensity(SampleColumns.both(x, SampleColumns.ordered(y, order)), h)
            - margins
            + Math.log(n - 1.0);
  }

  /** The mean log density but for (n − 1) h^d √(2π)^d, of which log(n − 1) is left in the end. */
  private double meanLogDensity(double[][] z, double h) {
    DMatrixRMaj lower = factor(z);
    double logVolume =
        IntStream.range(0, z.length).mapToDouble(i -> Math.log(lower.get(i, i))).sum();
    return meanLogSum(whitened(z, lower, h)) - logVolume;
  }

  /** Coordinates in which the kernel has variance 1 in every direction, (d, n). */
  private static double[][] whitened(double[][] z, DMatrixRMaj lower, double h) {
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

  private DMatrixRMaj factor(double[][] z) {
    int d = z.length;
    var correlation = new DMatrixRMaj(d, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        correlation.set(i, j, NormalStatistic.product(z[i], z[j]) / z[i].length);
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
