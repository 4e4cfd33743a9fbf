package io.github.mist4j.estimator;

import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Canonical correlation analysis: −½ Σ log(1 − ρ²) over the canonical correlations ρ of X and Y,
 * which is the information of normal data, less its mean excess over the truth.
 *
 * <p>It sees linear dependence only; heavy tails and outliers mislead it, which {@link
 * GaussianCopula} does not suffer from. After Kay (1992), <i>Feature discovery under contextual
 * supervision using mutual information</i>.
 *
 * <pre>{@code
 * Estimate linear = new Cca().estimate(sample);
 * }</pre>
 */
public final class Cca implements MutualInformationEstimator {
  @Override
  public String method() {
    return "cca";
  }

  /**
   * The mutual information of the sample, in nats.
   *
   * @throws IllegalArgumentException if n ≤ dx + dy + 1, or if columns depend on each other exactly
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    return Resampling.estimate(method(), sample, options, this::prepared, List.of());
  }

  @Override
  public String description() {
    return "canonical correlations, the information of normal data (Kay, 1992)";
  }

  @Override
  public boolean suits(Sample sample) {
    return !sample.hasNames();
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    Optional<String> beyond = less ? Optional.of(evidence.beyondCorrelations()) : Optional.empty();
    return less && evidence.isBent() ? beyond : evidence.outlier().or(() -> beyond);
  }

  private Statistic prepared(Sample sample, RandomGenerator unused) {
    double[][] z = SampleColumns.standardized(method(), sample);
    return new NormalStatistic(method(), z, sample.dx());
  }
}
