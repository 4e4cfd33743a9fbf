package io.github.mist4j.network;

import static io.github.mist4j.network.ScoreTable.LIFTS;

import io.github.mist4j.network.SampleStatistics.View;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What the network sees of a sample, channel by channel (docs/network.md). What stands in a channel
 * is named by an enum, in the order of the channels.
 *
 * @param n the number of rows
 * @param dx the number of columns of X
 * @param dy the number of columns of Y
 * @param classical estimates, by {@link ClassicalEstimate}, nats
 * @param pair by {@link PairFeature}, (68, dx·dy)
 * @param nodesX by {@link NodeFeature}, (134, dx)
 * @param nodesY the same of Y, (134, dy)
 * @param rows by {@link RowFeature}, (19, queries)
 * @param tokens by {@link TokenFeature}, (4, min(dx, dy))
 * @param global by {@link GlobalFeature}, (48)
 * @param inDirections the features of the sample in directions, for networks that see them; none of
 *     one column a side
 */
record CopulaFeatures(
    int n,
    int dx,
    int dy,
    double[] classical,
    float[][] pair,
    float[][] nodesX,
    float[][] nodesY,
    float[][] rows,
    float[][] tokens,
    float[] global,
    Memo<Optional<CopulaFeatures>> inDirections) {
  private static final Memo<Optional<CopulaFeatures>> NONE = new Memo<>(Optional::empty);

  /** The features with the given rows as queries. */
  static CopulaFeatures of(RankedSample copula, int[] queries) {
    var directions = new Memo<>(() -> SampleDirections.of(copula));
    return of(copula, directions, copula.dx(), copula.dy(), queries);
  }

  /**
   * The features of some columns, and of directions of all.
   *
   * @param seen the {@linkplain StrongestColumns strongest} of the columns
   * @param directions the sample in directions
   * @param dx the number of columns of X, be they seen or not
   * @param dy the same of Y
   */
  static CopulaFeatures of(
      RankedSample seen, Memo<Optional<RankedSample>> directions, int dx, int dy, int[] queries) {
    var ofColumns = new View(false, dx, dy);
    var ofDirections = new View(true, dx, dy);
    var inDirections =
        new Memo<>(() -> directions.get().map(d -> of(d, queries, ofDirections, NONE)));
    return of(seen, queries, ofColumns, inDirections);
  }

  private static CopulaFeatures of(
      RankedSample copula, int[] queries, View view, Memo<Optional<CopulaFeatures>> inDirections) {
    int n = copula.n();
    int dx = copula.dx();
    int dy = copula.dy();
    float[][] moments = Moments.ofLifts(copula);
    GaussianPart gaussian = GaussianPart.of(Moments.correlation(copula), n, dx);
    Neighbours neighbours = Neighbours.of(copula, queries);
    ValueCounts counts = ValueCounts.of(copula);
    var ofRows = RowStatistics.of(copula, gaussian, neighbours, counts, queries);
    float[][] rows = RowFeature.of(ofRows);
    float[][] explained = neighbours.explained();
    StrongestPairs strongest =
        copula.d() == 2
            ? StrongestPairs.only(RowFeature.TERM_4.mean(rows), RowFeature.TERM_12.mean(rows))
            : StrongestPairs.of(moments, copula, queries);
    var statistics =
        SampleStatistics.of(copula, gaussian, rows, strongest, counts, ofRows.mixed(), view);
    return new CopulaFeatures(
        n,
        dx,
        dy,
        ClassicalEstimate.of(statistics),
        pairs(moments, gaussian.partial(), strongest, dx, dy),
        nodes(moments, explained, 0, dx),
        nodes(moments, explained, dx, dx + dy),
        rows,
        TokenFeature.of(gaussian),
        GlobalFeature.of(statistics),
        inDirections);
  }

  /** The features with all rows as queries. */
  static CopulaFeatures of(RankedSample copula) {
    return of(copula, IntStream.range(0, copula.n()).toArray());
  }

  /** {@code limit} rows drawn without return, all rows in order where there are no more. */
  static int[] queries(int n, int limit, RandomGenerator rng) {
    int[] rows = IntStream.range(0, n).toArray();
    if (n <= limit) {
      return rows;
    }
    for (int r = 0; r < limit; r++) {
      int other = r + rng.nextInt(n - r);
      int row = rows[r];
      rows[r] = rows[other];
      rows[other] = row;
    }
    return Arrays.copyOf(rows, limit);
  }

  /** Whether {@link ClassicalEstimate#GAUSSIAN} is free of bias. */
  boolean unbiased() {
    return global[GlobalFeature.UNBIASED.channel()] > 0;
  }

  /** The features of the sample in directions; none of one column a side. */
  Optional<CopulaFeatures> directions() {
    return inDirections.get();
  }

  /**
   * So many classical estimates: those from columns first, then those from directions, in whose
   * place those from columns stand where a side has no other directions, nats.
   */
  double[] estimates(int count) {
    return count <= classical.length
        ? Arrays.copyOf(classical, count)
        : ClassicalEstimate.withDirections(
            classical, directions().map(CopulaFeatures::classical).orElse(classical));
  }

  /** One of the classical estimates, nats. */
  double classical(ClassicalEstimate estimate) {
    return estimate.in(classical);
  }

  /** Estimates of the information and the largest canonical correlation, (informations). */
  double[] informations() {
    return GlobalFeature.INFORMATIONS.stream().mapToDouble(f -> global[f.channel()]).toArray();
  }

  /** The same sample with X and Y exchanged. */
  CopulaFeatures swapped() {
    return new CopulaFeatures(
        n,
        dy,
        dx,
        classical,
        transposed(),
        nodesY,
        nodesX,
        RowFeature.exchanged(rows),
        tokens,
        GlobalFeature.exchanged(global),
        new Memo<>(() -> directions().map(CopulaFeatures::swapped)));
  }

  private float[][] transposed() {
    var transposed = new float[PairFeature.CHANNELS][dx * dy];
    for (int channel = 0; channel < PairFeature.CHANNELS; channel++) {
      int source =
          channel >= PairFeature.PRODUCTS
              ? channel
              : (channel % LIFTS) * LIFTS + channel / LIFTS; // (b, a)
      for (int i = 0; i < dx; i++) {
        for (int j = 0; j < dy; j++) {
          transposed[channel][j * dx + i] = pair[source][i * dy + j];
        }
      }
    }
    return transposed;
  }

  private static float[][] pairs(
      float[][] moments, double[] partial, StrongestPairs strongest, int dx, int dy) {
    int d = dx + dy;
    var pairs = new float[PairFeature.CHANNELS][dx * dy];
    for (int i = 0; i < dx; i++) {
      for (int j = 0; j < dy; j++) {
        int pair = i * dy + j;
        for (int a = 0; a < LIFTS; a++) {
          for (int b = 0; b < LIFTS; b++) {
            pairs[a * LIFTS + b][pair] = moments[i * LIFTS + a][(dx + j) * LIFTS + b];
          }
        }
        pairs[PairFeature.PARTIAL_CORRELATION.channel()][pair] = (float) partial[i * d + dx + j];
      }
    }
    for (int p = 0; p < strongest.pairs().length; p++) {
      int pair = strongest.pairs()[p];
      pairs[PairFeature.STRONGEST.channel()][pair] = 1;
      pairs[PairFeature.STRONGEST_TERM_4.channel()][pair] = (float) strongest.terms()[0][p];
      pairs[PairFeature.STRONGEST_TERM_12.channel()][pair] = (float) strongest.terms()[1][p];
    }
    return pairs;
  }

  private static float[][] nodes(float[][] moments, float[][] explained, int from, int to) {
    var nodes = new float[NodeFeature.CHANNELS][to - from];
    for (int k = 0; k < explained.length; k++) {
      float[] channel = nodes[NodeFeature.EXPLAINED.channel(k)];
      System.arraycopy(explained[k], from, channel, 0, to - from);
    }
    int means = NodeFeature.MEAN_SQUARES.channel(0);
    int largest = NodeFeature.LARGEST_SQUARES.channel(0);
    for (int i = from; i < to; i++) {
      for (int j = from; j < to; j++) {
        if (i == j) {
          continue;
        }
        for (int a = 0; a < LIFTS; a++) {
          for (int b = 0; b < LIFTS; b++) {
            float moment = moments[i * LIFTS + a][j * LIFTS + b];
            float square = moment * moment;
            int channel = a * LIFTS + b;
            nodes[means + channel][i - from] += square / (to - from - 1);
            nodes[largest + channel][i - from] =
                Math.max(nodes[largest + channel][i - from], square);
          }
        }
      }
    }
    return nodes;
  }
}
