package io.github.mist4j.spark;

import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.network.PairEstimator;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * What a cluster takes beside the library alone. Executors have one thread, so the library has,
 * too:
 *
 * <pre>
 * java -Djava.util.concurrent.ForkJoinPool.common.parallelism=0 … SparkTimings groups 1000 1000
 * java … SparkTimings pairs 200 10000
 * SPARK_HOME=… java … SparkTimings rows 100 50000000
 * </pre>
 */
final class SparkTimings {
  private static final int MEGABYTES = 2048; // of an executor
  private static final int TIMES = 5; // the first are not warm

  private SparkTimings() {}

  /**
   * What, its groups or columns, rows (of each group, of a column, of all groups), executors; 0:
   * this process.
   */
  public static void main(String[] arguments) throws Exception {
    int many = Integer.parseInt(arguments[1]);
    long rows = Long.parseLong(arguments[2]);
    List<Integer> executors = Arrays.stream(arguments).skip(3).map(Integer::valueOf).toList();
    String what = arguments[0];
    if (executors.isEmpty()) {
      time(
          what + " without Spark",
          () -> new long[] {ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()},
          () -> alone(what, many, (int) rows));
    }
    for (int e : executors) {
      try (SparkSession spark = e == 0 ? LocalCluster.alone() : LocalCluster.start(e, MEGABYTES)) {
        Dataset<Row> table = table(spark, what, many, rows);
        if (!what.equals("rows")) {
          table = table.repartition(8).cache();
          table.count();
        }
        Dataset<Row> asked = table;
        var tasks = new TaskTime();
        spark.sparkContext().addSparkListener(tasks);
        time(what + " on " + e, () -> tasks.of(Math.max(1, e)), () -> asked(spark, asked, what));
      }
    }
  }

  /**
   * Prints time, and the processors' time of the work alone, which other programs change less: of
   * all executors, and of the one that had most.
   */
  private static void time(String what, Supplier<long[]> processors, Runnable work) {
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      long[] before = processors.get();
      work.run();
      long[] after = processors.get();
      System.out.printf(
          Locale.ROOT,
          "%s: %.1f s, of processors %.2f s, of the busiest %.2f s%n",
          what,
          (System.nanoTime() - start) / 1e9,
          (LongStream.of(after).sum() - LongStream.of(before).sum()) / 1e9,
          IntStream.range(0, after.length).mapToLong(e -> after[e] - before[e]).max().orElse(0)
              / 1e9);
    }
  }

  /** Adds up what tasks took, by executor. */
  private static final class TaskTime extends SparkListener {
    private final Map<String, Long> nanos = new ConcurrentHashMap<>();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      nanos.merge(end.taskInfo().executorId(), end.taskMetrics().executorCpuTime(), Long::sum);
    }

    private long[] of(int executors) {
      return executors == 1
          ? new long[] {nanos.values().stream().mapToLong(n -> n).sum()}
          : IntStream.range(0, executors)
              .mapToLong(e -> nanos.getOrDefault(Integer.toString(e), 0L))
              .toArray();
    }
  }

  private static Dataset<Row> table(SparkSession spark, String what, int many, long rows) {
    if (what.equals("pairs")) {
      Column[] columns =
          IntStream.range(0, many)
              .mapToObj(c -> functions.expr("randn(" + c + ") as c" + c))
              .toArray(Column[]::new);
      return spark.range(rows).select(columns);
    }
    return spark
        .range(what.equals("groups") ? many * rows : rows)
        .selectExpr("id % " + many + " as g", "randn(1) as a", "randn(2) as b");
  }

  private static void asked(SparkSession spark, Dataset<Row> table, String what) {
    if (what.equals("pairs")) {
      MistSpark.pairwise(table).rows().collectAsList();
    } else {
      table.createOrReplaceTempView("t");
      spark.sql("SELECT g, mist(a, b) AS m FROM t GROUP BY g").collectAsList();
    }
  }

  private static void alone(String what, int many, int rows) {
    var rng = new java.util.SplittableRandom(1);
    if (what.equals("pairs")) {
      double[][] columns =
          IntStream.range(0, many)
              .mapToObj(
                  c -> IntStream.range(0, rows).mapToDouble(r -> rng.nextGaussian()).toArray())
              .toArray(double[][]::new);
      var pairs =
          new PairEstimator(
              ShippedEstimator.network(), rows, c -> columns[c], c -> ColumnKind.NUMERIC);
      for (int a = 0; a < many; a++) {
        for (int b = a + 1; b < many; b++) {
          Sample sample =
              Sample.ofColumns(new double[][] {columns[a]}, new double[][] {columns[b]});
          pairs.answer(a, b, sample, () -> false);
        }
      }
      return;
    }
    for (int g = 0; g < many; g++) {
      var x = IntStream.range(0, rows).mapToObj(r -> new double[] {rng.nextGaussian()});
      var y = IntStream.range(0, rows).mapToObj(r -> new double[] {rng.nextGaussian()});
      ShippedEstimator.network()
          .estimate(Sample.ofRows(x.toArray(double[][]::new), y.toArray(double[][]::new)));
    }
  }
}
