package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

/**
 * How {@link Histogram} cuts columns into bins.
 *
 * <pre>{@code
 * HistogramOptions.withDefaults()
 *     .withBins(HistogramOptions.Bins.EQUAL_FREQUENCY)
 *     .withCount(8)
 * }</pre>
 *
 * @param bins where the edges lie
 * @param count the bins of a column; 0 for as many as leave five rows a cell on average
 * @param correction what is done about the bias
 */
public record HistogramOptions(Bins bins, int count, Correction correction) {
  /** Where the edges lie. */
  public enum Bins {
    /** Bins of one width between the smallest and the largest value of a column. */
    EQUAL_WIDTH,
    /** Bins of as many rows each as equal values allow. */
    EQUAL_FREQUENCY,
    /** Boxes that are halved along every column while their parts differ in their rows. */
    ADAPTIVE
  }

  /** What is done about the bias. */
  public enum Correction {
    /** Nothing: the information of the table of counts. */
    NONE,
    /** To each entropy (m − 1)/(2n) is added, m the cells that are not empty. */
    MILLER_MADOW
  }

  /** Checks the count. */
  public HistogramOptions {
    require(bins != null && correction != null, "bins and correction must be given, was null");
    require(count == 0 || count > 1, "count must be 0 or at least 2, was %s", count);
  }

  /** Bins of equal frequency, five rows a cell, corrected after Miller and Madow. */
  public static HistogramOptions withDefaults() {
    return new HistogramOptions(Bins.EQUAL_FREQUENCY, 0, Correction.MILLER_MADOW);
  }

  /** The same with other bins. */
  public HistogramOptions withBins(Bins newBins) {
    return new HistogramOptions(newBins, count, correction);
  }

  /** The same with so many bins a column. */
  public HistogramOptions withCount(int newCount) {
    return new HistogramOptions(bins, newCount, correction);
  }

  /** The same with another correction. */
  public HistogramOptions withCorrection(Correction newCorrection) {
    return new HistogramOptions(bins, count, newCorrection);
  }
}
