package io.github.mist4j.spark;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.DatasetSequence;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.sample.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function0;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

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
  private static final long BLOCK_BYTES = 64L << 20; // of columns on their way to the driver

  private static final StructType SCREEN =
      new StructType()
          .add("column", DataTypes.StringType)
          .add("value", DataTypes.DoubleType)
          .add("lower", DataTypes.DoubleType)
          .add("upper", DataTypes.DoubleType)
          .add("p_value", DataTypes.DoubleType)
          .add("n", DataTypes.IntegerType)
          .add("warnings", DataTypes.createArrayType(DataTypes.StringType));

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
    var table = SparkTable.of(dataset, MOST_ROWS);
    try (table) {
      var notes = new ArrayList<>(table.notes());
      JavaRDD<Row> answers = pairs(dataset.sparkSession(), table, notes);
      Dataset<Row> rows = dataset.sparkSession().createDataFrame(answers, PairSquares.SCHEMA);
      return new Answers(
          QValues.with(rows).orderBy(functions.desc("value"), name("a"), name("b")), notes);
    }
  }

  private static JavaRDD<Row> pairs(SparkSession session, SparkTable table, List<String> notes) {
    var spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    int edge = (int) Math.max(2, BLOCK_BYTES / (Double.BYTES * Math.max(1, table.rows())));
    List<StructField> fields = table.fields();
    var blocks = new ArrayList<Broadcast<List<SparkColumn>>>();
    int taken = 0;
    for (int first = 0; first < fields.size(); first += edge) {
      List<SparkColumn> block = varying(table, block(fields, first, edge), notes);
      if (!block.isEmpty()) {
        blocks.add(spark.broadcast(block)); // on disk where memory does not suffice
        taken += block.size();
      }
    }
    require(
        taken >= 2,
        "pairs need at least two columns of numbers that vary, had %d%s",
        taken,
        notes.isEmpty() ? "" : ": " + String.join("; ", notes));
    JavaRDD<Row> answers = held(PairSquares.of(spark, blocks));
    blocks.forEach(Broadcast::unpersist); // a lost executor asks the driver again
    return answers;
  }

  private static List<StructField> block(List<StructField> fields, int from, int edge) {
    return fields.subList(from, Math.min(fields.size(), from + edge));
  }

  /** Answers that are asked now and kept, on executors' disks where memory does not suffice. */
  private static JavaRDD<Row> held(JavaRDD<Row> answers) {
    JavaRDD<Row> held = answers.persist(StorageLevel.MEMORY_AND_DISK());
    held.count();
    return held;
  }

  /** Those columns that vary and are finite; notes say which are not. */
  private static List<SparkColumn> varying(
      SparkTable table, List<StructField> fields, List<String> notes) {
    var varying = new ArrayList<SparkColumn>();
    for (SparkColumn column : table.columns(fields)) {
      if (column.infinite().isPresent()) {
        notes.add("left out: " + column.infinite().get());
      } else if (column.isConstant()) {
        notes.add("column '%s' is left out: it is constant or empty".formatted(column.name()));
      } else {
        varying.add(column);
      }
    }
    return varying;
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
    require(target != null, "target must be the name of a column, was null");
    SparkSession session = dataset.sparkSession();
    var spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    try (var table = SparkTable.of(dataset, MOST_ROWS)) {
      var notes = new ArrayList<>(table.notes());
      List<SparkColumn> ofTarget = varying(table, table.named(List.of(target)), notes);
      require(
          !ofTarget.isEmpty(),
          "the target must hold numbers that vary: %s",
          notes.isEmpty() ? "" : notes.get(notes.size() - 1));
      List<StructField> others =
          table.fields().stream().filter(field -> !field.name().equals(target)).toList();
      require(
          !others.isEmpty(), "there is no other column that can say something about '%s'", target);
      int edge = (int) Math.max(2, BLOCK_BYTES / (Double.BYTES * Math.max(1, table.rows())));
      var parts = new ArrayList<JavaRDD<Row>>();
      Broadcast<SparkColumn> about = spark.broadcast(ofTarget.get(0));
      for (int first = 0; first < others.size(); first += edge) {
        List<SparkColumn> block = varying(table, block(others, first, edge), notes);
        parts.add(
            held(
                spark
                    .parallelize(block, PairSquares.tasks(spark, block.size()))
                    .mapPartitions(columns -> screened(columns, about.value()))));
      }
      Dataset<Row> rows =
          session.createDataFrame(parts.stream().reduce(JavaRDD::union).orElseThrow(), SCREEN);
      return new Answers(
          QValues.with(rows).orderBy(functions.desc("value"), name("column")), notes);
    }
  }

  private static Iterator<Row> screened(Iterator<SparkColumn> some, SparkColumn target) {
    var columns = new ArrayList<SparkColumn>(List.of(target));
    some.forEachRemaining(columns::add);
    var pairs = new ColumnPairs(columns);
    var rows = new ArrayList<Row>();
    for (int c = 1; c < columns.size(); c++) {
      String name = columns.get(c).name();
      pairs
          .answer(c, 0)
          .ifPresent(
              answer -> {
                Estimate estimate = answer.estimate();
                rows.add(
                    RowFactory.create(
                        name,
                        estimate.value(),
                        estimate.interval().map(i -> i.lower()).orElse(null),
                        estimate.interval().map(i -> i.upper()).orElse(null),
                        answer.pValue(),
                        estimate.n(),
                        RowsOfSample.sentences(estimate)));
              });
    }
    return rows.iterator();
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
    return spark.createDataFrame(
        DatasetParts.predictions(context(spark), datasets, seed, estimators), DatasetParts.SCHEMA);
  }

  /**
   * The same of a folder of datasets, or one of parts that {@link #generate} has written, a task a
   * part.
   *
   * @param folder one that all executors see under this path
   */
  public static Dataset<Row> evaluate(
      SparkSession spark, Path folder, Function0<List<MutualInformationEstimator>> estimators) {
    return spark.createDataFrame(
        DatasetParts.predictions(context(spark), folder, estimators), DatasetParts.SCHEMA);
  }

  private static JavaSparkContext context(SparkSession spark) {
    require(spark != null, "spark must be given, was null");
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  private static Column name(String name) {
    return SparkColumn.named(name);
  }
}
