package io.github.mist4j.spark;

import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.network.PairEstimator;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Asks pairs of columns on an executor. */
final class ColumnPairs {
  private final List<SparkColumn> columns;
  private final PairEstimator pairs;

  /**
   * Over some columns of the same rows.
   *
   * @param columns at least one
   */
  ColumnPairs(List<SparkColumn> columns) {
    this.columns = columns;
    pairs =
        new PairEstimator(
            ShippedEstimator.network(),
            columns.get(0).values().length,
            c -> columns.get(c).values(),
            c -> columns.get(c).kind());
  }

  /** The answer; empty if the columns have too few rows in common, or do not vary there. */
  Optional<PairEstimator.Answer> answer(int a, int b) {
    List<SparkColumn> x = List.of(columns.get(a));
    List<SparkColumn> y = List.of(columns.get(b));
    return sample(x, y, complete(List.of(columns.get(a), columns.get(b))))
        .map(sample -> pairs.answer(a, b, sample, ColumnPairs::interrupted));
  }

  private static boolean interrupted() {
    return Thread.currentThread().isInterrupted(); // Spark's way of ending a task
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
