package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts of equal values, H(X) + H(Y) − H(X, Y), for columns of names, booleans and numbers of few
 * values; several columns of a side are one of their combinations.
 *
 * <pre>{@code
 * Estimate counted = new PlugIn(PlugIn.Correction.CHAO_SHEN).estimate(sample);
 * }</pre>
 */
public final class PlugIn implements MutualInformationEstimator {
  private static final int ROWS_A_VALUE = 5; // of a column of numbers, on average

  /** What is done about the bias of the entropies. */
  public enum Correction {
    /** Nothing. */
    NONE,
    /** To each entropy (m − 1)/(2n) is added, m the levels seen (Miller, 1955, and Madow). */
    MILLER_MADOW,
    /** What is not seen is estimated from what is seen once (Chao and Shen, 2003). */
    CHAO_SHEN,
    /** The mean under a prior uniform in the entropy (Nemenman, Shafee and Bialek, 2002). */
    NSB
  }

  private final Correction correction;

  /** Corrected after Miller and Madow. */
  public PlugIn() {
    this(Correction.MILLER_MADOW);
  }

  /** With a correction. */
  public PlugIn(Correction correction) {
    require(correction != null, "correction must be given, was null");
    this.correction = correction;
  }

  @Override
  public String method() {
    return "plug-in";
  }

  /**
   * The mutual information of the sample, in nats.
   *
   * @throws IllegalArgumentException if a column of numbers has more than one value for five rows
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    refuseMeasures(sample);
    return Resampling.estimate(
        method(), sample, options, (less, unused) -> prepared(less), List.of());
  }

  @Override
  public String description() {
    return "counts of equal values, for names and few values (Miller, 1955; Chao and Shen, 2003)";
  }

  @Override
  public List<MethodOption> options() {
    return List.of(
        MethodOption.choice("correction", correction, "what is done about the bias", PlugIn::new));
  }

  @Override
  public boolean suits(Sample sample) {
    return IntStream.range(0, sample.dx() + sample.dy())
        .noneMatch(c -> SampleColumns.isNumeric(sample, c));
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return less
        ? Optional.empty()
        : Optional.of("few rows for each pair of levels make dependence of chance");
  }

  /**
   * What the values of a sample share as they stand, whatever the columns hold, nats, corrected
   * after Miller and Madow: the information if no other values than these can be drawn.
   */
  public static double ofEqualValues(Sample sample) {
    require(sample != null, "sample must be given, was null");
    int[] rows = IntStream.range(0, sample.n()).toArray();
    return Math.max(0, new PlugIn().prepared(sample).of(rows));
  }

  private void refuseMeasures(Sample sample) {
    double[][] columns = SampleColumns.of(sample);
    for (int c = 0; c < columns.length; c++) {
      if (!SampleColumns.isNominal(sample, c)) {
        int values = JointLevels.of(new double[][] {columns[c]}).count();
        require(
            values <= Math.max(2, sample.n() / ROWS_A_VALUE),
            "column '%s' has %d values in %d rows, and method %s counts equal ones; methods for"
                + " numbers beside names are mist, ross and gao",
            SampleColumns.name(sample, c),
            values,
            sample.n(),
            method());
      }
    }
  }

  private Statistic prepared(Sample sample) {
    JointLevels x = SampleColumns.levelsOfX(sample);
    JointLevels y = SampleColumns.levelsOfY(sample);
    double margins = entropy(x.counts(), x.count()) + entropy(y.counts(), y.count());
    var cells = new CellCounts(x, y);
    double pairs = (double) x.count() * y.count();
    return order -> margins - entropy(cells.of(order), pairs);
  }

  private double entropy(int[] counts, double levels) {
    return switch (correction) {
      case NONE -> CountEntropy.plain(counts);
      case MILLER_MADOW -> CountEntropy.millerMadow(counts);
      case CHAO_SHEN -> CountEntropy.chaoShen(counts);
      case NSB -> CountEntropy.nsb(counts, levels);
    };
  }
}
