package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ejml.data.DMatrixRMaj;

/**
 * The Gaussian copula: every column is replaced by its normal scores Φ⁻¹((rank − ½)/n), and the
 * information is that of a normal vector with their correlation, less its mean excess over the
 * truth. Exact in the mean for normal data, blind to dependence that leaves no correlation.
 *
 * <p>After Ince et al. (2017), <i>A statistical framework for neuroimaging data analysis based on
 * mutual information estimated via a Gaussian copula</i>.
 */
public final class GaussianCopula implements MutualInformationEstimator {
  @Override
  public String method() {
    return "gaussian-copula";
  }

  /**
   * The mutual information of the sample, in nats, without an interval. Equal values of a column
   * are ranked in a random order.
   *
   * @throws IllegalArgumentException if n ≤ dx + dy + 1, or if columns depend on each other exactly
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    require(
        sample.n() > sample.dx() + sample.dy() + 1,
        "method gaussian-copula needs more than dx + dy + 1 = %d rows, had %d",
        sample.dx() + sample.dy() + 1,
        sample.n());
    double value = information(sample, new SplittableRandom(options.seed()));
    return Shuffles.estimate(this, sample, value, options, GaussianCopula::information);
  }

  private static double information(Sample sample, RandomGenerator ties) {
    int n = sample.n();
    int dx = sample.dx();
    int d = dx + sample.dy();
    var normal = NormalDistribution.of(0, 1);
    var score = new double[n];
    double square = 0;
    for (int r = 0; r < n; r++) {
      score[r] = normal.inverseCumulativeProbability((r + 0.5) / n);
      square += score[r] * score[r];
    }
    var z = new double[d][n];
    for (int c = 0; c < d; c++) {
      int[] ranks = Ranks.of(c < dx ? sample.x(c) : sample.y(c - dx), ties);
      for (int r = 0; r < n; r++) {
        z[c][r] = score[ranks[r]];
      }
    }
    var correlation = new DMatrixRMaj(d, d);
    for (int i = 0; i < d; i++) {
      correlation.set(i, i, 1);
      for (int j = 0; j < i; j++) {
        double product = 0;
        for (int r = 0; r < n; r++) {
          product += z[i][r] * z[j][r];
        }
        correlation.set(i, j, product / square);
        correlation.set(j, i, product / square);
      }
    }
    Optional<Double> information = GaussianInformation.of(correlation, dx);
    require(
        information.isPresent(),
        "method gaussian-copula needs columns of which none is determined by the others");
    return information.get() - GaussianInformation.bias(n, dx, d - dx);
  }
}
