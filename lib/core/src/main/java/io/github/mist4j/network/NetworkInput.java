package io.github.mist4j.network;

import io.github.mist4j.sample.Sample;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What the copula network sees of a sample, and what screening its columns needs. */
public final class NetworkInput {
  /** The most rows whose neighbours are counted, where a side has several columns. */
  public static final int MOST_QUERIES = 1024;

  private static final int MOST_QUERIES_OF_PAIRS = 10_000; // which are found in order

  private final RankedSample ranked; // the columns that the network sees
  private final int[] queries; // the rows whose neighbours are counted
  private final CopulaFeatures features; // of all columns
  private final Memo<Optional<RankedSample>> directions;

  private NetworkInput(
      RankedSample ranked,
      int[] queries,
      CopulaFeatures features,
      Memo<Optional<RankedSample>> directions) {
    this.ranked = ranked;
    this.queries = queries;
    this.features = features;
    this.directions = directions;
  }

  /**
   * The input of a sample.
   *
   * @param mostQueries the most rows whose neighbours are counted, positive; of two single columns
   *     {@value #MOST_QUERIES_OF_PAIRS} in any case
   * @param rng puts equal values of a column in an order, and chooses those rows if there are more
   */
  public static NetworkInput of(Sample sample, int mostQueries, RandomGenerator rng) {
    return of(RankedSample.of(sample, rng.nextLong()), mostQueries, rng);
  }

  static NetworkInput of(RankedSample ranked, int mostQueries, RandomGenerator rng) {
    int[] queries = CopulaFeatures.queries(ranked.n(), limit(ranked, mostQueries), rng);
    if (queries.length < ranked.n()) { // by place, so that the order of rows changes nothing
      int[] rows = ranked.byPlace();
      queries = IntStream.of(queries).map(k -> rows[k]).toArray();
    }
    return of(ranked, queries);
  }

  /** The most rows whose neighbours are counted. */
  static int limit(RankedSample ranked, int mostQueries) {
    return ranked.d() == 2 ? Math.max(mostQueries, MOST_QUERIES_OF_PAIRS) : mostQueries;
  }

  static NetworkInput of(RankedSample ranked, int[] queries) {
    RankedSample strongest = StrongestColumns.of(ranked);
    var directions = new Memo<>(() -> SampleDirections.of(ranked, strongest));
    return of(ranked, strongest, queries, directions);
  }

  /**
   * The input of a sample in directions that are found elsewhere.
   *
   * @param strongest the columns that the network sees
   * @param directions the sample in directions
   */
  static NetworkInput of(
      RankedSample ranked,
      RankedSample strongest,
      int[] queries,
      Memo<Optional<RankedSample>> directions) {
    return new NetworkInput(
        strongest,
        queries,
        CopulaFeatures.of(strongest, directions, ranked.dx(), ranked.dy(), queries),
        directions);
  }

  CopulaFeatures features() {
    return features;
  }

  /** The sample in directions of all its columns; none of one column a side. */
  Optional<RankedSample> directions() {
    return directions.get();
  }

  /** The number of columns of X that the network sees, {@value StrongestColumns#MOST} at most. */
  public int dx() {
    return features.dx();
  }

  /** The same of Y. */
  public int dy() {
    return features.dy();
  }

  /** The number of rows. */
  public int n() {
    return features.n();
  }

  /** The columns that show dependence, unless that is none of a side, or all. */
  Optional<ColumnScreening> screened() {
    return ColumnScreening.of(ranked, features, queries);
  }

  /** The same with X and Y exchanged. */
  public NetworkInput swapped() {
    return new NetworkInput(
        ranked.swapped(),
        queries,
        features.swapped(),
        new Memo<>(() -> directions().map(RankedSample::swapped)));
  }
}
