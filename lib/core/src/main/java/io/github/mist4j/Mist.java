package io.github.mist4j;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.TableSample;
import io.github.mist4j.training.Checkpoint;
import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Mutual information in one line: how much do some columns of a table say about others?
 *
 * <pre>{@code
 * Table homes = Table.read().csv("homes.csv");
 * Mist.estimate(homes, List.of("rooms", "age"), List.of("price"))
 * }</pre>
 *
 * <p>The answer is in nats, {@code inBits()} gives bits. It comes with an interval and warnings,
 * and where no options are given with a permutation test of independence. The model is the one that
 * comes with the library; it is opened at the first call.
 */
public final class Mist {
  private static final int PERMUTATIONS = 199;

  private static MistEstimator shipped;

  private Mist() {}

  /**
   * The mutual information of two lists of columns, with a test of 199 permutations.
   *
   * @param table the table; its chosen columns must hold numbers or booleans, in every cell
   * @param x the names of X's columns
   * @param y the names of Y's columns
   * @throws IllegalArgumentException with one sentence if the columns make no sample, see {@link
   *     TableSample#of}
   */
  public static Estimate estimate(Table table, List<String> x, List<String> y) {
    return estimate(TableSample.of(table, x, y));
  }

  /**
   * The mutual information of two lists of columns.
   *
   * @throws IllegalArgumentException as {@link #estimate(Table, List, List)}
   */
  public static Estimate estimate(
      Table table, List<String> x, List<String> y, EstimateOptions options) {
    return estimate(TableSample.of(table, x, y), options);
  }

  /**
   * The mutual information of paired rows, with a test of 199 permutations.
   *
   * @param x the rows of X, (n, dx)
   * @param y the rows of Y, (n, dy)
   * @throws IllegalArgumentException with one sentence if they make no sample, see {@link
   *     Sample#ofRows}
   */
  public static Estimate estimate(double[][] x, double[][] y) {
    return estimate(Sample.ofRows(x, y));
  }

  /** The mutual information of a sample, with a test of 199 permutations. */
  public static Estimate estimate(Sample sample) {
    return estimate(sample, EstimateOptions.withDefaults().withPermutations(PERMUTATIONS));
  }

  /** The mutual information of a sample. */
  public static Estimate estimate(Sample sample, EstimateOptions options) {
    return estimator().estimate(sample, options);
  }

  /** The estimator behind these methods, which is the model that comes with the library. */
  public static synchronized MistEstimator estimator() {
    if (shipped == null) {
      shipped = Checkpoint.shipped().estimator();
    }
    return shipped;
  }

  /**
   * The estimator in a {@code .mist} file, which a training wrote.
   *
   * @throws IllegalArgumentException with one sentence if there is no such file or it is no model
   */
  public static MistEstimator open(Path file) {
    return Checkpoint.open(file).estimator();
  }
}
