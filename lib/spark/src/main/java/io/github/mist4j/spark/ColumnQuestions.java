package io.github.mist4j.spark;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** Asks about many columns, which go through the driver in blocks, each once. */
final class ColumnQuestions {
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

  private ColumnQuestions() {}

  /** All pairs of columns. */
  static MistSpark.Answers pairwise(Dataset<Row> dataset) {
    SparkSession session = dataset.sparkSession();
    try (var table = SparkTable.of(dataset, MistSpark.MOST_ROWS)) {
      var notes = new ArrayList<>(table.notes());
      Dataset<Row> rows = session.createDataFrame(pairs(session, table, notes), PairSquares.SCHEMA);
      return new MistSpark.Answers(
          QValues.with(rows)
              .orderBy(functions.desc("value"), SparkColumn.named("a"), SparkColumn.named("b")),
          notes);
    }
  }

  private static JavaRDD<Row> pairs(SparkSession session, SparkTable table, List<String> notes) {
    var spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    int edge = edge(table);
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

  private static int edge(SparkTable table) {
    return (int) Math.max(2, BLOCK_BYTES / (Double.BYTES * Math.max(1, table.rows())));
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

  /** What each column alone says about one of them. */
  static MistSpark.Answers screen(Dataset<Row> dataset, String target) {
    SparkSession session = dataset.sparkSession();
    var spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    try (var table = SparkTable.of(dataset, MistSpark.MOST_ROWS)) {
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
      int edge = edge(table);
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
      return new MistSpark.Answers(
          QValues.with(rows).orderBy(functions.desc("value"), SparkColumn.named("column")), notes);
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
}
