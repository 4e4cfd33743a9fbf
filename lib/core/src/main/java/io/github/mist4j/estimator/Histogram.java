package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.HistogramOptions.Bins;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Histogram: the information of the counts in the cells of a grid, H(X) + H(Y) − H(X, Y), where a
 * cell of several columns is a combination of their bins.
 *
 * <p>A column with no more levels than bins is not cut: its levels are its bins. The correction of
 * the bias is that of Miller (1955) and Madow, <i>Note on the bias of information estimates</i>.
 * The adaptive grid is {@link AdaptivePartition}'s.
 *
 * <pre>{@code
 * var options = HistogramOptions.withDefaults().withCount(8);
 * Estimate counted = new Histogram(options).estimate(sample);
 * }</pre>
 */
public final class Histogram implements MutualInformationEstimator {
  private static final double ROWS_A_CELL = 5;

  private final HistogramOptions options;

  /** With the defaults. */
  public Histogram() {
    this(HistogramOptions.withDefaults());
  }

  /** With options. */
  public Histogram(HistogramOptions options) {
    require(options != null, "options must be given, was null");
    this.options = options;
  }

  @Override
  public String method() {
    return options.bins() == Bins.ADAPTIVE ? "histogram-adaptive" : "histogram";
  }

  /**
   * The mutual information of the sample, in nats.
   *
   * @throws IllegalArgumentException if there are fewer than five rows for each cell of two bins a
   *     column
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions asked) {
    return Resampling.estimate(method(), sample, asked, this::prepared, List.of());
  }

  @Override
  public String description() {
    return "counts in the cells of a grid (Miller, 1955; Darbellay and Vajda, 1999)";
  }

  @Override
  public List<MethodOption> options() {
    return List.of(
        MethodOption.choice(
            "bins",
            options.bins(),
            "where the edges lie",
            bins -> new Histogram(options.withBins(bins))),
        MethodOption.whole(
            "count",
            options.count(),
            "bins of a column; 0 for as many as leave five rows a cell",
            count -> new Histogram(options.withCount(count))),
        MethodOption.choice(
            "correction",
            options.correction(),
            "what is done about the bias",
            correction -> new Histogram(options.withCorrection(correction))));
  }

  @Override
  public List<MutualInformationEstimator> variants() {
    return List.of(new Histogram(HistogramOptions.withDefaults().withBins(Bins.ADAPTIVE)));
  }

  @Override
  public boolean suits(Sample sample) {
    return !sample.hasNames();
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return Optional.of(
        less
            ? "it loses what varies within a cell, and a cell must hold some rows"
            : "few rows a cell make dependence of chance");
  }

  private Statistic prepared(Sample sample, RandomGenerator ties) {
    SampleColumns.refuseNames(method(), sample);
    int n = sample.n();
    int dx = sample.dx();
    int d = dx + sample.dy();
    require(
        n >= ROWS_A_CELL * Math.pow(2, d),
        "method %s needs %.0f rows a cell, which %d columns of two bins each do not have in %d"
            + " rows",
        method(),
        ROWS_A_CELL,
        d,
        n);
    double[][] columns = SampleColumns.of(sample);
    if (options.bins() == Bins.ADAPTIVE) {
      return new AdaptivePartition(columns, dx, ties);
    }
    int count =
        options.count() > 0
            ? options.count()
            : (int) Math.max(2, Math.pow(n / ROWS_A_CELL, 1.0 / d) + 1e-9);
    int[][] bins = Arrays.stream(columns).map(column -> bins(column, count)).toArray(int[][]::new);
    int[] x = cells(Arrays.copyOf(bins, dx));
    int[] y = cells(Arrays.copyOfRange(bins, dx, d));
    return order -> information(x, y, order);
  }

  private int[] bins(double[] column, int count) {
    double[] levels = Arrays.stream(column).sorted().distinct().toArray();
    if (levels.length <= count) {
      return Arrays.stream(column).mapToInt(v -> Arrays.binarySearch(levels, v)).toArray();
    }
    return options.bins() == Bins.EQUAL_WIDTH
        ? equalWidth(column, levels[0], levels[levels.length - 1], count)
        : equalFrequency(column, count);
  }

  private static int[] equalWidth(double[] column, double least, double most, int count) {
    return Arrays.stream(column)
        .mapToInt(v -> (int) Math.min(count - 1.0, place(v, least, most) * count))
        .toArray();
  }

  /** In [0, 1]; halved first, as the range of huge values is no double. */
  private static double place(double v, double least, double most) {
    return (v / 2 - least / 2) / (most / 2 - least / 2);
  }

  /** A value's bin is that of its middle rank, so that equal values share one. */
  private static int[] equalFrequency(double[] column, int count) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    int n = column.length;
    var bins = new HashMap<Double, Integer>();
    for (int from = 0; from < n; ) {
      int to = from + 1;
      while (to < n && sorted[to] == sorted[from]) {
        to++;
      }
      bins.put(sorted[from] + 0.0, (int) ((from + to) / 2.0 * count / n));
      from = to;
    }
    return Arrays.stream(column).mapToInt(v -> bins.get(v + 0.0)).toArray();
  }

  /** Numbers for the combinations of bins that occur, from 0, (n). */
  private static int[] cells(int[][] bins) {
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    return IntStream.range(0, bins[0].length)
        .map(
            r -> {
              List<Integer> cell = Arrays.stream(bins).map(column -> column[r]).toList();
              return numbers.computeIfAbsent(cell, c -> numbers.size());
            })
        .toArray();
  }

  private double information(int[] x, int[] y, int[] order) {
    int n = order.length;
    int[] ofX = counts(x);
    int[] ofY = counts(y);
    Map<Long, Integer> both = new HashMap<>();
    for (int r = 0; r < n; r++) {
      both.merge((long) x[r] * ofY.length + y[order[r]], 1, Integer::sum);
    }
    double information =
        entropy(ofX, n)
            + entropy(ofY, n)
            - entropy(both.values().stream().mapToInt(Integer::intValue).sorted().toArray(), n);
    int cells = ofX.length + ofY.length - both.size() - 1; // (m_x − 1) + (m_y − 1) − (m − 1)
    return switch (options.correction()) {
      case NONE -> information;
      case MILLER_MADOW -> information + cells / (2.0 * n);
    };
  }

  private static int[] counts(int[] cells) {
    var counts = new int[Arrays.stream(cells).max().orElseThrow() + 1];
    for (int cell : cells) {
      counts[cell]++;
    }
    return counts;
  }

  private static double entropy(int[] counts, int n) {
    double sum = 0;
    for (int count : counts) {
      sum += count * Math.log(count);
    }
    return Math.log(n) - sum / n;
  }
}
