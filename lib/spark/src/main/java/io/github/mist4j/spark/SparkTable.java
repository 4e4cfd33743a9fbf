package io.github.mist4j.spark;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.random.RandomStreams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The columns of a data frame that can be asked about, in at most so many rows, which are chosen by
 * a hash of their values: neither partitions nor the order of rows matter.
 *
 * @param fields the columns
 * @param chosen a column of row keys, one of how often the row is taken, then the columns; held
 * @param rows how many are taken
 * @param all how many there are
 * @param notes what was left out
 */
record SparkTable(
    List<StructField> fields, Dataset<Row> chosen, long rows, long all, List<String> notes)
    implements AutoCloseable {
  private static final String KEY = "mist4j key";
  private static final String COPIES = "mist4j copies";
  private static final double RESERVE = 2; // times as many are taken as are needed, then fewer

  /**
   * The columns of a data frame.
   *
   * @param most rows
   */
  static SparkTable of(Dataset<Row> dataset, int most) {
    require(dataset != null, "dataset must be given, was null");
    var fields = new ArrayList<StructField>();
    var notes = new ArrayList<String>();
    for (StructField field : dataset.schema().fields()) {
      SparkColumn.refusal(field)
          .ifPresentOrElse(why -> notes.add("left out: " + why), () -> fields.add(field));
    }
    require(!fields.isEmpty(), "no column can be asked about: %s", String.join("; ", notes));
    Column[] columns = fields.stream().map(SparkColumn::read).toArray(Column[]::new);
    Dataset<Row> read = dataset.select(columns);
    Column[] cells = fields.stream().map(f -> SparkColumn.named(f.name())).toArray(Column[]::new);
    Dataset<Row> keyed =
        read.select(
            Stream.concat(Stream.of(functions.xxhash64(cells).as(KEY)), Stream.of(cells))
                .toArray(Column[]::new));
    long all = dataset.count();
    Dataset<Row> chosen =
        all <= most
            ? keyed.withColumn(COPIES, functions.lit(1))
            : keyed.join(functions.broadcast(copies(keyed, all, most)), KEY).dropDuplicates(KEY);
    chosen =
        chosen
            .select(
                Stream.concat(
                        Stream.of(SparkColumn.named(KEY), SparkColumn.named(COPIES)),
                        Stream.of(cells))
                    .toArray(Column[]::new))
            .persist(StorageLevel.MEMORY_AND_DISK());
    if (all > most) {
      notes.add(RowsOfSample.chosenSentence(most, all));
    }
    return new SparkTable(fields, chosen, Math.min(all, most), all, notes);
  }

  /**
   * How often a row of a key is taken. Copy number j of a row has a hash of its own, and those with
   * the least are taken, so that rows that stand again and again are taken by their share.
   */
  private static Dataset<Row> copies(Dataset<Row> keyed, long all, int most) {
    long bound = (long) (Math.min(1, RESERVE * most / (double) all) * Long.MAX_VALUE);
    FlatMapFunction<Row, Tuple2<Long, Long>> below =
        counted -> copiesBelow(counted.getLong(0), counted.getLong(1), bound);
    return keyed
        .groupBy(SparkColumn.named(KEY))
        .count()
        .flatMap(below, Encoders.tuple(Encoders.LONG(), Encoders.LONG()))
        .toDF("hash", KEY)
        .orderBy("hash", KEY)
        .limit(most)
        .groupBy(SparkColumn.named(KEY))
        .agg(functions.count("*").cast("int").as(COPIES));
  }

  private static Iterator<Tuple2<Long, Long>> copiesBelow(long key, long count, long bound) {
    PrimitiveIterator.OfLong hashes =
        LongStream.range(0, count)
            .map(copy -> RandomStreams.hash(key ^ RandomStreams.hash(copy)) & Long.MAX_VALUE)
            .filter(hash -> hash <= bound)
            .iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return hashes.hasNext();
      }

      @Override
      public Tuple2<Long, Long> next() {
        return new Tuple2<>(hashes.nextLong(), key);
      }
    };
  }

  /** Some of the columns, their rows in the order of keys. */
  List<SparkColumn> columns(List<StructField> some) {
    Column[] wanted =
        Stream.concat(
                Stream.of(SparkColumn.named(KEY), SparkColumn.named(COPIES)),
                some.stream().map(field -> SparkColumn.named(field.name())))
            .toArray(Column[]::new);
    Row[] sorted =
        chosen.select(wanted).collectAsList().stream()
            .sorted(Comparator.comparingLong(row -> row.getLong(0)))
            .flatMap(row -> Stream.generate(() -> row).limit(row.getInt(1)))
            .toArray(Row[]::new);
    var columns = new ArrayList<SparkColumn>();
    for (int c = 0; c < some.size(); c++) {
      columns.add(SparkColumn.of(some.get(c), sorted, c + 2));
    }
    return columns;
  }

  /** The columns of these names. */
  List<StructField> named(List<String> names) {
    return names.stream().map(this::named).toList();
  }

  private StructField named(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no column '%s' that can be asked about, there are %s"
                        .formatted(name, fields.stream().map(StructField::name).toList())));
  }

  @Override
  public void close() {
    chosen.unpersist();
  }
}
