package io.github.mist4j.estimator;

import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import io.github.mist4j.sample.Warning;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Gaussian copula: every column is replaced by its normal scores Φ⁻¹((rank − ½)/n), and the
 * information is that of a normal vector with their correlation, less its mean excess over the
 * truth. Exact in the mean for normal data, blind to dependence that leaves no correlation.
 *
 * <p>With n ≤ dx + dy + 1 rows the correlation is shrunk towards independence as Ledoit and Wolf
 * (2004) do, its bias stays, and a warning says so.
 *
 * <p>After Ince et al. (2017), <i>A statistical framework for neuroimaging data analysis based on
 * mutual information estimated via a Gaussian copula</i>.
 *
 * <pre>{@code
 * Estimate monotone = new GaussianCopula().estimate(sample);
 * }</pre>
 */
public final class GaussianCopula implements MutualInformationEstimator {
  @Override
  public String method() {
    return "gaussian-copula";
  }

  /**
   * The mutual information of the sample, in nats. Equal values of a column are ranked in a random
   * order.
   *
   * @throws IllegalArgumentException if columns depend on each other exactly, or one holds names
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    SampleColumns.refuseNames(method(), sample);
    int enough = sample.dx() + sample.dy() + 1;
    List<Warning> warnings =
        sample.n() > enough
            ? List.of()
            : List.of(
                new Warning(
                    Warning.Kind.FEW_ROWS_FOR_COLUMNS,
                    "only %s rows for %s columns: correlations are shrunk towards 0, and the bias stays"
                        .formatted(sample.n(), enough - 1)));
    return Resampling.estimate(method(), sample, options, this::prepared, warnings);
  }

  @Override
  public String description() {
    return "normal scores and the information of their correlations (Ince et al., 2017)";
  }

  @Override
  public boolean suits(Sample sample) {
    return !sample.hasNames();
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return less ? Optional.of(evidence.beyondCorrelations()) : Optional.empty();
  }

  private Statistic prepared(Sample sample, RandomGenerator ties) {
    return new NormalStatistic(method(), scores(sample, ties), sample.dx());
  }

  /** The normal scores of all columns, X first, each of mean 0 and variance 1, (dx + dy, n). */
  static double[][] scores(Sample sample, RandomGenerator ties) {
    double[] score = scores(sample.n());
    double[][] z = SampleColumns.of(sample);
    for (double[] column : z) {
      int[] ranks = Ranks.of(column, ties);
      for (int r = 0; r < column.length; r++) {
        column[r] = score[ranks[r]];
      }
    }
    return z;
  }

  /** The normal scores of n ranks, scaled to variance 1. */
  private static double[] scores(int n) {
    var normal = NormalDistribution.of(0, 1);
    var score = new double[n];
    for (int r = 0; r < n; r++) {
      score[r] = normal.inverseCumulativeProbability((r + 0.5) / n);
    }
    return Scaling.standardized(score);
  }
}
