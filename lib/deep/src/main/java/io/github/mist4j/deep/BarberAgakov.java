package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MethodOption;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.estimator.SampleEvidence;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.Optional;

/**
 * The mean of log q(y|x) − log r(y) on held-out rows (Barber and Agakov, 2003; McAllester and
 * Stratos, 2020): the normal scores of Y are normal given X, with a mean and a covariance that are
 * functions of X by a network, and a normal vector alone.
 *
 * <p>The network starts as the linear regression of the Gaussian copula. With one column of Y the
 * value is a lower bound of the information but for its scatter; with several it may lie above,
 * where they depend on each other in other ways than normal columns.
 *
 * <pre>{@code
 * Estimate conditional = new BarberAgakov().estimate(sample);
 * }</pre>
 */
public final class BarberAgakov implements MutualInformationEstimator {
  private final FitOptions fit;

  /** With the defaults. */
  public BarberAgakov() {
    this(FitOptions.withDefaults());
  }

  /** With another network or other steps. */
  public BarberAgakov(FitOptions fit) {
    require(fit != null, "fit must be given, was null");
    this.fit = fit;
  }

  @Override
  public String method() {
    return "ba";
  }

  /**
   * The mutual information of the sample, in nats; evidence as that of {@link NeuralCritic}.
   *
   * @throws IllegalArgumentException if a batch was asked for that is larger than the rows that are
   *     trained on, or more folds than pairs of rows
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    return new HeldOutEstimate(method(), fit, this::prepared).of(sample, options);
  }

  private RowModel.Source prepared(Sample sample, long seed) {
    SampleMatrix columns = SampleMatrix.withoutTiesOfY(sample, seed);
    return training -> new DensityModel(columns, training, fit);
  }

  @Override
  public String description() {
    return "a network for the density of Y given X (Barber and Agakov, 2003)";
  }

  @Override
  public List<MethodOption> options() {
    return FitMethodOptions.of(fit, BarberAgakov::new);
  }

  /** Zero: a fit takes seconds. */
  @Override
  public int unaskedUpToRows() {
    return 0;
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return Optional.of(
        less
            ? "it takes Y for normal given X, and loses what is not"
            : "it takes Y alone for normal, and what its columns share in other ways counts");
  }
}
