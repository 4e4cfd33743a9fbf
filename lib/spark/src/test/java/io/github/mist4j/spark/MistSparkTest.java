package io.github.mist4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.RankMargin;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.Pairwise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MistSparkTest {
  private static final int ROWS = 400;
  private static final int NUMBERS = 6;
  private static final int FEW = 1000; // rows of many that are looked at
  private static final double NORMAL = 3.29; // standard deviations in a 90% interval
  private static final double OF_MEDIAN = 1 / 16.0; // of that of the 400 draws behind it
  private static final double FLOATS = 1e-6; // the network's sums, in another order of rows
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.extensions", MistExtensions.class.getName())
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  /** Columns c0 to c5, of which c1 follows c0 and the others are independent, and a group. */
  private static double[][] columns() {
    RandomGenerator rng = RandomStreams.of(11, 0);
    var columns = new double[NUMBERS][ROWS];
    for (int r = 0; r < ROWS; r++) {
      for (double[] column : columns) {
        column[r] = rng.nextGaussian();
      }
      columns[1][r] += 2 * columns[0][r];
    }
    return columns;
  }

  private static Dataset<Row> dataset(int partitions) {
    double[][] columns = columns();
    var schema = new StructType().add("group", DataTypes.StringType);
    for (int c = 0; c < NUMBERS; c++) {
      schema = schema.add("c" + c, DataTypes.DoubleType);
    }
    var rows = new ArrayList<Row>();
    for (int r = 0; r < ROWS; r++) {
      var cells = new Object[NUMBERS + 1];
      cells[0] = r % 2 == 0 ? "even" : "odd";
      for (int c = 0; c < NUMBERS; c++) {
        cells[c + 1] = columns[c][r];
      }
      rows.add(RowFactory.create(cells));
    }
    return spark.createDataFrame(rows, schema).repartition(partitions);
  }

  /** The same rows in the order of their hashes. */
  private static double[][] ordered() {
    try (var table = SparkTable.of(dataset(1).drop("group"), MistSpark.MOST_ROWS)) {
      return table.columns(table.fields()).stream()
          .map(SparkColumn::values)
          .toArray(double[][]::new);
    }
  }

  private static Estimate alone(double[] x, double[] y) {
    Sample sample = Sample.ofColumns(new double[][] {x}, new double[][] {y});
    return ShippedEstimator.network().fromAtMost(20_000).estimate(sample);
  }

  @Test
  void pairsAreThoseOfTheLibraryOnTheSameRowsBitForBitWhateverThePartitions() {
    double[][] columns = columns();
    Map<String, Row> first = null;
    for (int partitions : new int[] {1, 2, 8}) {
      var answers = new HashMap<String, Row>();
      Dataset<Row> rows = MistSpark.pairwise(dataset(partitions).drop("group")).rows();
      rows.collectAsList().forEach(row -> answers.put(row.getString(0) + row.getString(1), row));
      assertThat(answers).hasSize(NUMBERS * (NUMBERS - 1) / 2);
      if (first == null) {
        first = answers;
      }
      assertThat(answers).isEqualTo(first);
    }
    double[][] ordered = ordered();
    for (int a = 0; a < NUMBERS; a++) {
      for (int b = a + 1; b < NUMBERS; b++) {
        Row row = first.get("c" + a + "c" + b);
        double value = row.getAs("value");
        double pValue = row.getAs("p_value");
        assertThat(value).isEqualTo(alone(ordered[a], ordered[b]).value());
        assertThat(pValue)
            .isEqualTo(RankMargin.of(ordered[a]).pValue(RankMargin.of(ordered[b]), () -> false));
        assertThat(value).isCloseTo(alone(columns[a], columns[b]).value(), within(FLOATS));
        assertThat(row.<Integer>getAs("n")).isEqualTo(ROWS);
      }
    }
    assertThat(first.get("c0c1").<Double>getAs("q_value")).isLessThan(1e-6);
    assertThat(first.get("c2c3").<Double>getAs("q_value")).isGreaterThan(0.05);
  }

  @Test
  void collectedPairsAreThoseOfTheRowsAndTheirColumnsInTheOrderOfTheDataFrame() {
    MistSpark.Answers answers = MistSpark.pairwise(dataset(2).drop("group"));
    Pairwise pairwise = answers.collected();
    assertThat(pairwise.columns()).containsExactly("c0", "c1", "c2", "c3", "c4", "c5");
    List<String> collected =
        pairwise.strongest().stream()
            .map(
                pair ->
                    RowFactory.create(
                            pairwise.columns().get(pair.a()),
                            pairwise.columns().get(pair.b()),
                            pair.n(),
                            pair.value(),
                            pair.pValue(),
                            pair.qValue())
                        .toString())
            .toList();
    assertThat(collected)
        .isEqualTo(answers.rows().collectAsList().stream().map(Row::toString).toList());
    assertThatThrownBy(() -> MistSpark.screen(dataset(2), "c0").collected())
        .hasMessageStartingWith("these are no answers of pairwise, their columns are [column,");
  }

  @Test
  void blocksOfColumnsChangeNothing() {
    try (var table = SparkTable.of(dataset(1).drop("group"), MistSpark.MOST_ROWS)) {
      List<SparkColumn> columns = table.columns(table.fields());
      var halves = List.of(List.copyOf(columns.subList(0, 4)), List.copyOf(columns.subList(4, 6)));
      assertThat(pairsOf(halves)).containsExactlyInAnyOrderElementsOf(pairsOf(List.of(columns)));
    }
  }

  private static List<Row> pairsOf(List<List<SparkColumn>> blocks) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return PairSquares.of(context, blocks.stream().map(context::broadcast).toList()).collect();
  }

  @Test
  void aScreenPutsTheColumnThatFollowsFirst() {
    List<Row> rows = MistSpark.screen(dataset(2), "c0").rows().collectAsList();
    assertThat(rows).hasSize(NUMBERS);
    Row first = rows.get(0);
    assertThat(first.<String>getAs("column")).isEqualTo("c1");
    assertThat(first.<Double>getAs("value"))
        .isCloseTo(alone(columns()[1], columns()[0]).value(), within(FLOATS));
    assertThat(first.<Double>getAs("lower")).isLessThan(first.<Double>getAs("value"));
  }

  @Test
  void groupsOfSqlAreEstimatesBitForBitWhateverThePartitions() {
    List<Row> first = null;
    for (int partitions : new int[] {1, 2, 8}) {
      dataset(partitions).createOrReplaceTempView("t");
      List<Row> rows =
          spark
              .sql(
                  "SELECT group, m.* FROM (SELECT group, mist(array(c0), array(c1)) AS m FROM t"
                      + " GROUP BY group) ORDER BY group")
              .collectAsList();
      first = first == null ? rows : first;
      assertThat(rows).isEqualTo(first);
    }
    double[][] columns = columns();
    var sketch = new RowSketch(ROWS);
    for (int r = 0; r < ROWS; r += 2) {
      sketch.add(new double[] {columns[0][r]}, new double[] {columns[1][r]});
    }
    double[][][] ordered = sketch.sample();
    Estimate alone = ShippedEstimator.network().estimate(Sample.ofColumns(ordered[0], ordered[1]));
    Row even = first.get(0);
    assertThat(even.<Double>getAs("value")).isEqualTo(alone.value());
    assertThat(even.<Long>getAs("n")).isEqualTo(ROWS / 2);
    assertThat(even.<String>getAs("model")).isEqualTo(alone.model().orElseThrow());
    assertThat(even.<Double>getAs("p_value")).isNull();
  }

  @Test
  void registeringGivesTheFunctionAndItsTest() {
    MistSpark.register(spark);
    dataset(3).createOrReplaceTempView("t");
    Row row =
        spark
            .sql(
                "SELECT m.*, k.p_value AS independent FROM (SELECT mist(array(c0), array(c1, c2),"
                    + " 99) AS m, mist(array(c2), array(c3), 99) AS k FROM t)")
            .first();
    assertThat(row.<Double>getAs("p_value")).isCloseTo(0.01, within(1e-9));
    assertThat(row.<Double>getAs("independent")).isGreaterThan(0.01);
  }

  @Test
  void aGroupThatMakesNoSampleHasNoValueAndSaysWhy() {
    dataset(2).limit(5).createOrReplaceTempView("few");
    Row row =
        spark.sql("SELECT m.* FROM (SELECT mist(array(c0), array(c1)) AS m FROM few)").first();
    assertThat(row.isNullAt(0)).isTrue();
    assertThat(row.<Long>getAs("n")).isEqualTo(5);
    assertThat(row.getList(row.fieldIndex("warnings")))
        .containsExactly("a sample needs at least 10 rows, had 5");
  }

  @Test
  void missingCellsAreLeftOutAndCounted() {
    dataset(2).createOrReplaceTempView("t");
    Row row =
        spark
            .sql(
                "SELECT m.* FROM (SELECT mist(array(if(c2 > 0, c0, null)), array(c1)) AS m FROM t)")
            .first();
    long n = row.<Long>getAs("n");
    assertThat(row.getList(row.fieldIndex("warnings")))
        .contains("%s of %s rows dropped: a cell of x or y was missing".formatted(ROWS - n, ROWS));
  }

  @Test
  void columnsOfEveryTypeAreTakenByTheFunctionAsByAnEstimate() {
    Dataset<Row> typed = typed();
    typed.createOrReplaceTempView("typed");
    String function =
        "SELECT m.* FROM (SELECT mist(struct(name, yes, day), struct(amount, time)) AS m FROM"
            + " typed)";
    Row row = spark.sql(function).first();
    Estimate estimate = alone(typed, List.of("name", "yes", "day"), List.of("amount", "time"));
    assertThat(row.<Double>getAs("value")).isEqualTo(estimate.value());
    assertThat(row.<String>getAs("model")).isEqualTo(estimate.model().orElseThrow());
    Row plain = spark.sql("SELECT m.* FROM (SELECT mist(name, amount) AS m FROM typed)").first();
    double value = plain.getAs("value");
    assertThat(value).isEqualTo(alone(typed, List.of("name"), List.of("amount")).value());
    // A data frame has other codes for names, and another order of rows. The draws whose median the
    // value is follow both.
    double deviation = (plain.<Double>getAs("upper") - plain.<Double>getAs("lower")) / NORMAL;
    var options = EstimateOptions.withDefaults();
    assertThat(MistSpark.estimate(typed, List.of("name"), List.of("amount"), options).value())
        .isCloseTo(value, within(4 * Math.sqrt(2) * deviation * OF_MEDIAN));
    assertThatThrownBy(() -> spark.sql("SELECT mist(list, map(yes, name)) FROM typed"))
        .hasMessageContaining(
            "is of type map<boolean,string>, X and Y take columns of numbers, booleans, names or"
                + " dates");
  }

  /** The estimate of columns as data frames have them, with the function's names and its order. */
  private static Estimate alone(Dataset<Row> typed, List<String> x, List<String> y) {
    List<SparkColumn> both = columns(typed, Stream.concat(x.stream(), y.stream()).toList());
    List<SparkColumn> ofX = both.subList(0, x.size());
    List<SparkColumn> ofY = both.subList(x.size(), both.size());
    var sketch = new RowSketch(ROWS);
    for (int r = 0; r < ROWS; r++) {
      int row = r;
      sketch.add(
          ofX.stream().mapToDouble(c -> c.values()[row]).toArray(),
          ofY.stream().mapToDouble(c -> c.values()[row]).toArray());
    }
    double[][][] ordered = sketch.sample();
    Sample sample =
        Sample.ofColumns(x, ordered[0], y, ordered[1])
            .withKinds(
                ofX.stream().map(SparkColumn::kind).toList(),
                ofY.stream().map(SparkColumn::kind).toList());
    return ShippedEstimator.network().estimate(sample);
  }

  /** All from one query, as another may have the rows in another order. */
  private static List<SparkColumn> columns(Dataset<Row> typed, List<String> names) {
    StructField[] fields = names.stream().map(typed.schema()::apply).toArray(StructField[]::new);
    Column[] read = Arrays.stream(fields).map(SparkColumn::read).toArray(Column[]::new);
    Row[] rows = (Row[]) typed.select(read).collect();
    return IntStream.range(0, fields.length)
        .mapToObj(c -> named(SparkColumn.of(fields[c], rows, c), rows, c))
        .toList();
  }

  private static SparkColumn named(SparkColumn column, Row[] rows, int place) {
    if (column.kind() != ColumnKind.NOMINAL) {
      return column;
    }
    double[] codes =
        Arrays.stream(rows)
            .map(row -> UTF8String.fromString(row.getString(place)))
            .mapToDouble(name -> GroupCells.of(name, DataTypes.StringType))
            .toArray();
    return new SparkColumn(column.name(), column.kind(), codes);
  }

  private static Dataset<Row> typed() {
    return dataset(2)
        .selectExpr(
            "cast(c0 as decimal(20,6)) as amount",
            "c1 > 0 as yes",
            "group as name",
            "date_add(date'2024-01-01', cast(c0 * 100 as int)) as day",
            "timestamp_micros(cast(c1 * 1e9 as bigint)) as time",
            "cast(c2 * 1e18 as bigint) as number",
            "1 as one",
            "array(c3) as list");
  }

  @Test
  void columnsOfEveryTypeAreTakenOrNamed() {
    Dataset<Row> typed = typed();
    MistSpark.Answers answers = MistSpark.pairwise(typed);
    assertThat(answers.rows().count()).isEqualTo(15);
    assertThat(answers.notes())
        .containsExactly(
            "left out: column 'list' is of type array<double>, X and Y take columns of numbers,"
                + " booleans, names or dates",
            "column 'one' is left out: it is constant or empty");
    assertThat(
            MistSpark.estimate(typed, List.of("amount"), List.of("day", "yes"))
                .independence()
                .orElseThrow()
                .pValue())
        .isLessThan(0.01);
  }

  @Test
  void moreRowsThanAreLookedAtAreChosenTheSameWhateverThePartitions() {
    Dataset<Row> numbers =
        spark
            .range(130_000)
            .selectExpr("sin(id) as a", "sin(id) + cos(7 * id) as b", "id % 2 as c");
    double[][] first = null;
    for (int partitions : new int[] {1, 3}) {
      try (var table = SparkTable.of(numbers.repartition(partitions), FEW)) {
        assertThat(table.notes())
            .containsExactly("1000 of 130000 rows are looked at, chosen by a hash of their values");
        double[][] columns =
            table.columns(table.fields()).stream()
                .map(SparkColumn::values)
                .toArray(double[][]::new);
        first = first == null ? columns : first;
        assertThat(columns).isDeepEqualTo(first).hasDimensions(3, FEW);
      }
    }
    try (var halves = SparkTable.of(numbers.select("c"), FEW)) {
      double[] c = halves.columns(halves.fields()).get(0).values();
      double share = Arrays.stream(c).sum() / FEW;
      assertThat(share).isCloseTo(0.5, within(4 * Math.sqrt(0.25 / FEW)));
    }
  }
}
