package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.KsgOptions.Algorithm;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * The nearest-neighbour estimators of Kraskov, Stögbauer and Grassberger (2004), <i>Estimating
 * mutual information</i>, in the maximum norm over columns scaled to unit variance.
 *
 * <p>First algorithm: with ε the distance of a row to its k-th neighbour in the joint space and
 * n_x, n_y the other rows nearer than ε on each side, ψ(k) + ψ(n) − mean[ψ(n_x + 1) + ψ(n_y + 1)].
 * Second: with ε_x, ε_y the largest distance to the k neighbours on each side and n_x, n_y the
 * other rows up to there, ψ(k) − 1/k + ψ(n) − mean[ψ(n_x) + ψ(n_y)].
 *
 * <p>The counts are exact. Columns in which values stand twice get normal noise of 1e-10 standard
 * deviations, as the paper advises. The time grows as n log n for few columns and many rows, else
 * as n².
 *
 * <pre>{@code
 * Estimate nearest = new Ksg(KsgOptions.withDefaults().withNeighbours(5)).estimate(sample);
 * }</pre>
 */
public final class Ksg implements MutualInformationEstimator {
  private static final double TIE_NOISE = 1e-10;
  private static final double FAR = 0.5; // standard deviations
  private static final double FINE = 0.25; // standard deviations, of a neighbour
  private static final double NEAR_THE_MOST = 0.7;
  private static final int FEW_ROWS = 50;

  private final KsgOptions options;

  /** The first algorithm with four neighbours. */
  public Ksg() {
    this(KsgOptions.withDefaults());
  }

  /** With options. */
  public Ksg(KsgOptions options) {
    require(options != null, "options must be given, was null");
    this.options = options;
  }

  @Override
  public String method() {
    return options.algorithm() == Algorithm.FIRST ? "ksg" : "ksg2";
  }

  /**
   * The mutual information of the sample, in nats. Warnings say where neighbours are too far away
   * to show fine dependence, where the value is near the most that n rows can show, and which
   * columns have so many ties that distances mean little.
   *
   * @throws IllegalArgumentException if n ≤ k, or a column holds names
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions asked) {
    SampleColumns.refuseNames(method(), sample);
    Estimate estimate =
        Resampling.estimate(method(), sample, asked, this::prepared, DiscreteColumns.of(sample));
    var warnings = new ArrayList<>(estimate.warnings());
    most(estimate, sample.n()).ifPresent(warnings::add);
    far(sample).ifPresent(warnings::add);
    return estimate.withWarnings(warnings);
  }

  private Optional<Warning> most(Estimate estimate, int n) {
    double most = Digamma.value(n) - Digamma.value(options.neighbours());
    return estimate.value() <= NEAR_THE_MOST * most
        ? Optional.empty()
        : Optional.of(
            new Warning(
                Warning.Kind.NEAR_THE_MOST,
                String.format(
                    Locale.ROOT,
                    "the estimate is near %.1f nats, the most that %d neighbours among %d rows can"
                        + " show; the truth may be larger",
                    most,
                    options.neighbours(),
                    n)));
  }

  private Optional<Warning> far(Sample sample) {
    int k = options.neighbours();
    double radius = typicalRadius(sample, k);
    return radius <= FAR
        ? Optional.empty()
        : Optional.of(
            new Warning(
                Warning.Kind.FAR_NEIGHBOURS,
                String.format(
                    Locale.ROOT,
                    "the nearest %d of %d rows in %d columns reach %.1f standard deviations far;"
                        + " what is finer than that does not show, the estimate leans to 0",
                    k,
                    sample.n(),
                    sample.dx() + sample.dy(),
                    radius)));
  }

  /** How far the k-th neighbour of a row is, in standard deviations, as the median of some rows. */
  static double typicalRadius(Sample sample, int k) {
    double[][] columns = standardized(SampleColumns.of(sample));
    return NeighbourCounter.typicalRadius(
        Arrays.copyOf(columns, sample.dx()),
        Arrays.copyOfRange(columns, sample.dx(), columns.length),
        k,
        FEW_ROWS);
  }

  @Override
  public String description() {
    return "nearest neighbours (Kraskov, Stögbauer and Grassberger, 2004)";
  }

  @Override
  public List<MethodOption> options() {
    return List.of(
        MethodOption.whole(
            "neighbours",
            options.neighbours(),
            "k; fewer have less bias, more have less variance",
            k -> new Ksg(options.withNeighbours(k))),
        MethodOption.choice(
            "algorithm",
            options.algorithm(),
            "which of the two estimators of the paper",
            algorithm -> new Ksg(options.withAlgorithm(algorithm))));
  }

  @Override
  public List<MutualInformationEstimator> variants() {
    return List.of(new Ksg(KsgOptions.withDefaults().withAlgorithm(Algorithm.SECOND)));
  }

  @Override
  public boolean suits(Sample sample) {
    return !sample.hasNames();
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return evidence.outlier().or(() -> neighbours(evidence, less));
  }

  private static Optional<String> neighbours(SampleEvidence evidence, boolean less) {
    if (!less) {
      return Optional.of("its neighbours are near and assume no shape; the others may miss one");
    }
    double radius = evidence.neighbourDistance();
    return radius <= FINE
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "what is finer than the %.2f standard deviations to its nearest rows does not show",
                radius));
  }

  private Statistic prepared(Sample sample, RandomGenerator rng) {
    int n = sample.n();
    int k = options.neighbours();
    require(n > k, "method %s needs more rows than k = %d, had %d", method(), k, n);
    double[][] columns = blurred(SampleColumns.of(sample), rng);
    double[][] x = Arrays.copyOf(columns, sample.dx());
    double[][] y = Arrays.copyOfRange(columns, sample.dx(), columns.length);
    var counter = new NeighbourCounter(x, y, k, options.algorithm());
    double[] psi = Psi.anchored(n);
    return order -> information(counter.counts(order), psi, k);
  }

  private double information(NeighbourCounts counts, double[] psi, int k) {
    int n = counts.inX().length;
    int more = options.algorithm() == Algorithm.FIRST ? 1 : 0;
    double sum = 0;
    for (int row = 0; row < n; row++) {
      sum += psi[counts.inX()[row] + more] + psi[counts.inY()[row] + more];
    }
    double base = psi[k] + psi[n] - sum / n;
    return options.algorithm() == Algorithm.FIRST ? base : base - 1.0 / k;
  }

  private static double[][] standardized(double[][] columns) {
    return Arrays.stream(columns).parallel().map(Scaling::standardized).toArray(double[][]::new);
  }

  /** Columns of unit variance, those with ties blurred. */
  static double[][] blurred(double[][] columns, RandomGenerator rng) {
    double[][] blurred = standardized(columns);
    var tied = new boolean[columns.length];
    IntStream.range(0, tied.length)
        .parallel()
        .forEach(c -> tied[c] = Ranks.tiedShare(columns[c]) > 0);
    for (int c = 0; c < tied.length; c++) {
      if (tied[c]) {
        blurred[c] =
            Arrays.stream(blurred[c]).map(v -> v + TIE_NOISE * rng.nextGaussian()).toArray();
      }
    }
    return blurred;
  }
}
