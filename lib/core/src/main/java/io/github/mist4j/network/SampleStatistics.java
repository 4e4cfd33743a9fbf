package io.github.mist4j.network;

/**
 * What the features of a sample as a whole are made of ({@link GlobalFeature}, {@link
 * ClassicalEstimate}).
 *
 * @param rows the features of the queries, by {@link RowFeature}
 * @param counts of equal values
 * @param counted the information from the counts, 0 where they say nothing, nats
 * @param plugIn that of the table of counts, 0 where they say nothing, nats
 * @param mixed that of mixtures, nats
 * @param view of what the columns are
 */
record SampleStatistics(
    int n,
    int dx,
    int dy,
    GaussianPart gaussian,
    float[][] rows,
    StrongestPairs strongest,
    ValueCounts counts,
    double counted,
    double plugIn,
    double mixed,
    View view) {

  /**
   * Of what the columns of a sample are.
   *
   * @param inDirections whether they are directions, not the columns themselves
   * @param dx the number of columns of X themselves
   * @param dy that of Y
   */
  record View(boolean inDirections, int dx, int dy) {}

  static SampleStatistics of(
      RankedSample copula,
      GaussianPart gaussian,
      float[][] rows,
      StrongestPairs strongest,
      ValueCounts counts,
      double mixed,
      View view) {
    boolean repeated = counts.repeated();
    return new SampleStatistics(
        copula.n(),
        copula.dx(),
        copula.dy(),
        gaussian,
        rows,
        strongest,
        counts,
        repeated ? counts.information() : 0,
        repeated ? counts.plugIn() : 0,
        mixed,
        view);
  }

  /** The mean of a feature over the queries. */
  double mean(RowFeature feature) {
    return feature.mean(rows);
  }

  /** An information in units of √(dx·dy). */
  double scaled(double information) {
    return information / Math.sqrt((double) dx * dy);
  }
}
