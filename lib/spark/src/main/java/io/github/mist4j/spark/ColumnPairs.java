package io.github.mist4j.spark;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.RankMargin;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Asks pairs of columns on an executor; what is prepared of a column serves all its pairs. */
final class ColumnPairs {
  /** Rows behind a value, as where a table is asked; a p-value is of all. */
  static final int VALUE_ROWS = 20_000;

  /** An answer, with the p-value of independence. */
  record Answer(Estimate estimate, double pValue) {}

  private final Map<SparkColumn, RankMargin> margins = new HashMap<>();
  private final MistEstimator estimator = ShippedEstimator.network().fromAtMost(VALUE_ROWS);

  /** The answer; empty if the columns have too few rows in common, or do not vary there. */
  Optional<Answer> answer(SparkColumn a, SparkColumn b) {
    return sample(List.of(a), List.of(b), complete(List.of(a, b)))
        .map(
            sample ->
                new Answer(
                    estimator.estimate(sample, EstimateOptions.withDefaults()),
                    pValue(a, b, sample)));
  }

  /** What the columns say about each other, 0 where they cannot be asked. */
  double value(SparkColumn a, SparkColumn b) {
    return sample(List.of(a), List.of(b), complete(List.of(a, b)))
        .map(sample -> estimator.estimate(sample, EstimateOptions.withDefaults()).value())
        .orElse(0.0);
  }

  private double pValue(SparkColumn a, SparkColumn b, Sample sample) {
    Sample once = sample.withoutRepeatedRows();
    return once.n() == a.values().length
        ? whole(a).pValue(whole(b), ColumnPairs::interrupted)
        : margin(once.x(0), once.xKinds().get(0))
            .pValue(margin(once.y(0), once.yKinds().get(0)), ColumnPairs::interrupted);
  }

  private static boolean interrupted() {
    return Thread.currentThread().isInterrupted(); // Spark's way of ending a task
  }

  private RankMargin whole(SparkColumn column) {
    return margins.computeIfAbsent(column, c -> margin(c.values(), c.kind()));
  }

  private static RankMargin margin(double[] values, ColumnKind kind) {
    return kind == ColumnKind.NOMINAL ? RankMargin.ofNames(values) : RankMargin.of(values);
  }

  /** The rows in which all of these columns have a value. */
  static int[] complete(List<SparkColumn> columns) {
    return IntStream.range(0, columns.get(0).values().length)
        .filter(r -> columns.stream().noneMatch(c -> Double.isNaN(c.values()[r])))
        .toArray();
  }

  private static Optional<Sample> sample(List<SparkColumn> x, List<SparkColumn> y, int[] rows) {
    try {
      return Optional.of(sampleOf(x, y, rows));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The sample of some columns in some rows.
   *
   * @throws IllegalArgumentException as {@link Sample#ofColumns}
   */
  static Sample sampleOf(List<SparkColumn> x, List<SparkColumn> y, int[] rows) {
    return Sample.ofColumns(names(x), values(x, rows), names(y), values(y, rows))
        .withKinds(
            x.stream().map(SparkColumn::kind).toList(), y.stream().map(SparkColumn::kind).toList());
  }

  private static List<String> names(List<SparkColumn> columns) {
    return columns.stream().map(SparkColumn::name).toList();
  }

  private static double[][] values(List<SparkColumn> columns, int[] rows) {
    return columns.stream()
        .map(column -> IntStream.of(rows).mapToDouble(r -> column.values()[r]).toArray())
        .toArray(double[][]::new);
  }
}
