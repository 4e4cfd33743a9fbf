package io.github.mist4j.spark;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.DatasetSequence;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.Pairwise;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function0;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Mutual information on a cluster.
 *
 * <pre>{@code
 * MistSpark.register(spark);
 * spark.sql("SELECT region, mist(array(a, b), array(c)) FROM t GROUP BY region");
 * MistSpark.pairwise(dataset).rows().show();
 * }</pre>
 *
 * <p>No more than {@value #MOST_ROWS} rows are looked at; where there are more, they are chosen by
 * a hash of their values. So nothing depends on partitions, on the order of rows or on executors
 * that are lost, and the same data has the same answer to the bit.
 */
public final class MistSpark {
  /** The most rows of a question. */
  public static final int MOST_ROWS = MistAggregate.MOST_ROWS;

  private static final int PERMUTATIONS = 199; // as where a table is asked in a notebook

  /**
   * Answers to many questions.
   *
   * <pre>{@code
   * MistSpark.Answers pairs = MistSpark.pairwise(dataset);
   * pairs.rows().filter("q_value <= 0.05").show();
   * }</pre>
   *
   * @param rows an answer each, the largest estimate first; nats
   * @param notes what was left out and why
   */
  public record Answers(Dataset<Row> rows, List<String> notes) {
    /** Copies the notes. */
    public Answers {
      notes = List.copyOf(notes);
    }

    /**
     * The answers of {@link MistSpark#pairwise} on this machine: what a notebook shows as a map of
     * all pairs, {@code Pictures.of} draws and {@code save} writes. It needs the artifact {@code
     * mist4j} on the driver.
     *
     * <pre>{@code
     * Picture map = Pictures.of(MistSpark.pairwise(dataset).collected());
     * }</pre>
     *
     * @throws IllegalArgumentException if these are no answers of {@code pairwise}, or more than
     *     500,000: those of 1,000 columns
     */
    public Pairwise collected() {
      return CollectedPairs.of(this);
    }
  }

  private MistSpark() {}

  /**
   * Makes {@code mist(x, y)} and {@code mist(x, y, permutations)} functions of a session's SQL.
   * They aggregate columns, or arrays or structs of them, and give {@code value}, {@code lower},
   * {@code upper}, {@code p_value} (null without permutations), {@code n}, {@code warnings} and
   * {@code model}, in nats.
   *
   * <p>A group that makes no sample, of fewer than 10 rows for instance, has no value and the
   * sentence that says why among its warnings.
   */
  public static void register(SparkSession spark) {
    require(spark != null, "spark must be given, was null");
    MistFunction.register(spark);
  }

  /**
   * The mutual information of two lists of columns, with a test of 199 permutations. Rows in which
   * one of them misses a value are left out, and a warning says so.
   *
   * @throws IllegalArgumentException with one sentence if the columns make no sample
   */
  public static Estimate estimate(Dataset<Row> dataset, List<String> x, List<String> y) {
    return estimate(dataset, x, y, EstimateOptions.withDefaults().withPermutations(PERMUTATIONS));
  }

  /** The same with options. */
  public static Estimate estimate(
      Dataset<Row> dataset, List<String> x, List<String> y, EstimateOptions options) {
    require(dataset != null, "dataset must be given, was null");
    require(x != null && !x.isEmpty(), "x must name a column, was %s", x);
    require(y != null && !y.isEmpty(), "y must name a column, was %s", y);
    var names = new ArrayList<>(x);
    y.stream().filter(name -> !names.contains(name)).forEach(names::add);
    Dataset<Row> asked =
        dataset.select(names.stream().map(SparkColumn::named).toArray(Column[]::new));
    try (var table = SparkTable.of(asked, MOST_ROWS)) {
      List<SparkColumn> ofX = table.columns(table.named(x));
      List<SparkColumn> ofY = table.columns(table.named(y));
      var both = new ArrayList<>(ofX);
      both.addAll(ofY);
      both.forEach(c -> c.infinite().ifPresent(why -> require(false, "%s", why)));
      int[] complete = ColumnPairs.complete(both);
      long dropped = table.rows() - complete.length;
      require(
          dropped == 0 || complete.length >= Sample.MIN_ROWS,
          "a sample needs at least %d rows, only %d of %d have a value in every column of x and y",
          Sample.MIN_ROWS,
          complete.length,
          table.rows());
      Sample sample = ColumnPairs.sampleOf(ofX, ofY, complete);
      if (dropped > 0) {
        sample = sample.withWarning(RowsOfSample.droppedWarning(dropped, table.rows()));
      }
      if (table.rows() < table.all()) {
        sample = sample.withWarning(RowsOfSample.chosenWarning(table.rows(), table.all()));
      }
      return ShippedEstimator.network().estimate(sample, options);
    }
  }

  /**
   * The mutual information of every pair of columns: {@code a}, {@code b}, {@code n}, {@code
   * value}, {@code p_value} and {@code q_value}, which is over all pairs. Where a cell is missing,
   * a pair goes on with the rows in which both have a value.
   *
   * @throws IllegalArgumentException if fewer than two columns can take part
   */
  public static Answers pairwise(Dataset<Row> dataset) {
    require(dataset != null, "dataset must be given, was null");
    return ColumnQuestions.pairwise(dataset);
  }

  /**
   * What each column alone says about a target: {@code column}, {@code value}, {@code lower},
   * {@code upper}, {@code p_value}, {@code n}, {@code warnings} and {@code q_value}, which is over
   * all columns.
   *
   * @throws IllegalArgumentException if the target is no column that can be asked about, or if
   *     there is no other
   */
  public static Answers screen(Dataset<Row> dataset, String target) {
    require(dataset != null, "dataset must be given, was null");
    require(target != null, "target must be the name of a column, was null");
    return ColumnQuestions.screen(dataset, target);
  }

  /**
   * Draws datasets of known information on the executors, into folders {@code part-00000}, … of a
   * new one, which {@code MetaDatasetFolder} opens each. Together they hold the datasets of the
   * sequence in their order, whatever the cluster.
   *
   * <pre>{@code
   * MistSpark.generate(
   *     spark, () -> MetaDistributions.full().first(100_000), 1, 64, Path.of("/shared/full"));
   * }</pre>
   *
   * @param datasets makes the sequence, on every executor
   * @param seed names the datasets
   * @param parts how many folders
   * @param folder a new one that all executors see under this path
   * @throws IllegalArgumentException if it exists, or there are more parts than datasets
   */
  public static void generate(
      SparkSession spark, Function0<DatasetSequence> datasets, long seed, int parts, Path folder) {
    require(datasets != null, "datasets must be given, was null");
    require(folder != null, "folder must be given, was null");
    DatasetParts.write(context(spark), datasets, seed, parts, folder);
  }

  /**
   * What estimators say of datasets that are drawn on the executors: {@code idx}, {@code
   * distribution}, {@code n}, {@code dx}, {@code dy}, {@code true_mi}, {@code method}, {@code
   * value}, {@code lower}, {@code upper}, {@code seconds} and {@code error}, a row for each dataset
   * and method; nats. It is predicted whenever the rows are asked for.
   *
   * <pre>{@code
   * MistSpark.evaluate(spark, () -> MetaDistributions.full().first(100_000), 1,
   *         () -> List.of(new Ksg(), new ShippedEstimator()))
   *     .groupBy("method").agg(expr("sqrt(avg(pow(value - true_mi, 2)))")).show();
   * }</pre>
   *
   * @param datasets makes the sequence, on every executor
   * @param seed names the datasets
   * @param estimators makes the estimators, of different methods
   */
  public static Dataset<Row> evaluate(
      SparkSession spark,
      Function0<DatasetSequence> datasets,
      long seed,
      Function0<List<MutualInformationEstimator>> estimators) {
    require(datasets != null, "datasets must be given, was null");
    require(estimators != null, "estimators must be given, was null");
    JavaSparkContext context = context(spark);
    return spark.createDataFrame(
        DatasetParts.predictions(context, datasets, seed, estimators), DatasetParts.SCHEMA);
  }

  /**
   * The same of a folder of datasets, or one of parts that {@link #generate} has written, a task a
   * part.
   *
   * @param folder one that all executors see under this path
   */
  public static Dataset<Row> evaluate(
      SparkSession spark, Path folder, Function0<List<MutualInformationEstimator>> estimators) {
    require(folder != null, "folder must be given, was null");
    require(estimators != null, "estimators must be given, was null");
    JavaSparkContext context = context(spark);
    return spark.createDataFrame(
        DatasetParts.predictions(context, folder, estimators), DatasetParts.SCHEMA);
  }

  private static JavaSparkContext context(SparkSession spark) {
    require(spark != null, "spark must be given, was null");
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
