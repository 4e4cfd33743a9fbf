package io.github.mist4j.estimator;

import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What a sample shows of the assumptions that estimators make. Everything is computed when it is
 * first asked for, and once; for one thread.
 *
 * <pre>{@code
 * public Optional<String> reason(SampleEvidence evidence, boolean less) {
 *   return less && evidence.neighbourDistance() > 0.25
 *       ? Optional.of("what is finer than its neighbours are far does not show")
 *       : evidence.outlier();
 * }
 * }</pre>
 */
public final class SampleEvidence {
  private static final int NEIGHBOURS = 4; // whose distance stands for all
  private static final double STRONG = 4.5; // standard errors, the largest of many
  private static final double OUTLYING = 10; // standard deviations, of a value

  private final Sample given;
  private final Sample sample; // in numbers
  private Optional<PairShape> shape;
  private Optional<String> outlier;
  private double neighbourDistance = Double.NaN;

  SampleEvidence(Sample sample) {
    this.given = sample;
    this.sample = sample.withIndicators();
  }

  /** The sample. */
  public Sample sample() {
    return given;
  }

  /** Whether a column is curved against one of the other side, or its spread changes with it. */
  public boolean isBent() {
    return shape().isPresent();
  }

  /** What a method that sees correlations alone leaves out, with the columns that show it. */
  public String beyondCorrelations() {
    String what =
        shape()
            .map(
                shape ->
                    (shape.curved()
                            ? "'%s' is curved against '%s'"
                            : "the spread of '%s' changes with '%s'")
                        .formatted(
                            SampleColumns.name(sample, shape.response()),
                            SampleColumns.name(sample, shape.predictor())))
            .orElse(
                "what else there is, as groups of rows or columns that act together, does not show"
                    + " in single pairs");
    return "it sees no more than correlations, and " + what;
  }

  private Optional<PairShape> shape() {
    if (shape == null) {
      double[][] scores = GaussianCopula.scores(sample, new SplittableRandom(0));
      shape = PairShape.strongest(scores, sample.dx(), STRONG);
    }
    return shape;
  }

  /**
   * The value that misleads a method which takes values as they are; empty if none lies more than
   * {@value #OUTLYING} standard deviations from its column's mean.
   */
  public Optional<String> outlier() {
    if (outlier == null) {
      outlier = farthest();
    }
    return outlier;
  }

  private Optional<String> farthest() {
    String worst = null;
    double most = OUTLYING;
    double[][] columns = SampleColumns.of(sample);
    for (int c = 0; c < columns.length; c++) {
      for (double v : Scaling.standardized(columns[c])) {
        if (Math.abs(v) > most) {
          most = Math.abs(v);
          worst = SampleColumns.name(sample, c);
        }
      }
    }
    return worst == null
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "it takes the values as they are, and '%s' has one %.0f standard deviations from"
                    + " its mean",
                worst,
                most));
  }

  /** How far the fourth neighbour of a row typically is, in standard deviations of the columns. */
  public double neighbourDistance() {
    if (Double.isNaN(neighbourDistance)) {
      neighbourDistance = Ksg.typicalRadius(sample, Math.min(NEIGHBOURS, sample.n() - 1));
    }
    return neighbourDistance;
  }
}
