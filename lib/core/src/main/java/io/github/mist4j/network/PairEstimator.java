package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.RankMargin;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * Answers about many pairs of columns of the same rows: values of some of the rows, p-values of
 * all. What a column needs is made once for all its pairs; where memory does not suffice for all
 * columns, the earlier ones are made again when they are asked for. Thread safe.
 *
 * <pre>{@code
 * var pairs = new PairEstimator(estimator, n, c -> columns[c], c -> ColumnKind.NUMERIC);
 * PairEstimator.Answer answer = pairs.answer(0, 1, sampleOf(0, 1), () -> false);
 * }</pre>
 */
public final class PairEstimator {
  /** Rows behind a value: what it says of 20,000 differs by less than its interval. */
  public static final int VALUE_ROWS = 20_000;

  private static final long BYTES = 256L << 20; // of all margins that are held
  private static final int BYTES_PER_ROW = 264; // 32 functions of distinct values, and their ranks
  private static final int FEWEST = 8; // two threads with a pair each, twice

  /**
   * What two columns say about each other.
   *
   * @param estimate the estimate, without a test
   * @param pValue the chance of so much dependence if they were independent
   */
  public record Answer(Estimate estimate, double pValue) {}

  private final MistEstimator estimator;
  private final int rows;
  private final IntFunction<double[]> values;
  private final IntFunction<ColumnKind> kinds;
  private final EstimateOptions options;
  private final Map<Integer, RankMargin> margins = new ConcurrentHashMap<>();

  /**
   * Over the columns at some places.
   *
   * @param rows of every column
   * @param values the values of the column at a place, (rows)
   * @param kinds what it holds
   */
  public PairEstimator(
      MistEstimator estimator,
      int rows,
      IntFunction<double[]> values,
      IntFunction<ColumnKind> kinds) {
    this(estimator, rows, values, kinds, EstimateOptions.withDefaults());
  }

  /**
   * The same with options for the estimates.
   *
   * @param options their {@link EstimateOptions#blockLength} is that of the shuffles of the
   *     p-values, too
   */
  public PairEstimator(
      MistEstimator estimator,
      int rows,
      IntFunction<double[]> values,
      IntFunction<ColumnKind> kinds,
      EstimateOptions options) {
    require(estimator != null, "estimator must be given, was null");
    require(rows > 0, "rows must be positive, was %d", rows);
    require(options != null, "options must be given, was null");
    require(values != null && kinds != null, "values and kinds must be given, one was null");
    this.estimator = quick(estimator);
    this.rows = rows;
    this.values = values;
    this.kinds = kinds;
    this.options = options;
  }

  /** An estimator for many questions to one table. */
  public static MistEstimator quick(MistEstimator estimator) {
    return estimator.fromAtMost(VALUE_ROWS);
  }

  /** Of how many columns of so many rows what they need is held at once. */
  public static int mostColumns(int rows) {
    return (int) Math.max(FEWEST, Math.min(128, BYTES / ((long) BYTES_PER_ROW * rows)));
  }

  /**
   * The answer about two columns. Where rows stay together in blocks and these show no dependence,
   * the interval begins at 0, as it takes rows for independent.
   *
   * @param x the place of the one
   * @param y the place of the other
   * @param sample the two in the rows in which both have a value
   * @param stopped asked often
   * @throws CancellationException if it answers yes
   */
  public Answer answer(int x, int y, Sample sample, BooleanSupplier stopped) {
    require(sample != null, "sample must be given, was null");
    EstimateOptions stoppable = options.withProgress(ProgressListener.NONE.stoppedBy(stopped));
    Estimate estimate = estimator.estimate(sample, stoppable);
    double pValue = pValue(x, y, sample, stopped);
    return new Answer(options.blockLength() > 1 ? estimate.beside(pValue) : estimate, pValue);
  }

  private double pValue(int x, int y, Sample sample, BooleanSupplier stopped) {
    Sample once = sample.withoutRepeatedRows();
    return once.n() == rows
        ? whole(x).pValue(whole(y), options.blockLength(), stopped)
        : margin(once.x(0), once.xKinds().get(0))
            .pValue(margin(once.y(0), once.yKinds().get(0)), options.blockLength(), stopped);
  }

  private RankMargin whole(int column) {
    if (margins.size() >= mostColumns(rows) && !margins.containsKey(column)) {
      margins.clear();
    }
    return margins.computeIfAbsent(column, c -> margin(values.apply(c), kinds.apply(c)));
  }

  private static RankMargin margin(double[] values, ColumnKind kind) {
    return kind == ColumnKind.NOMINAL ? RankMargin.ofNames(values) : RankMargin.of(values);
  }
}
