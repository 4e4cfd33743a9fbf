package io.github.mist4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Executors in processes of their own, some of which are killed half way. */
class ClusterTest {
  private static final int ROWS = 300;
  private static final int MEGABYTES = 1024;

  // Tasks: 2 make the rows, 8 gather the groups, 4 answer.
  private static final int FIRST_HALF_OF_GROUPS = 6;

  // Tasks: 11 count the rows, 10 collect them, then 15 ask pairs.
  private static final int FIRST_HALF_OF_PAIRS = 26;

  @Test
  void answersAreThoseOfOneProcessBitForBitAlsoWhenAnExecutorIsKilledHalfWay() throws Exception {
    List<Row> groups;
    List<Row> pairs;
    try (SparkSession here = LocalCluster.alone()) {
      groups = groups(table(here, 1));
      pairs = pairs(table(here, 1));
    }
    assertThat(groups).hasSize(4);
    assertThat(pairs).hasSize(10);
    try (SparkSession cluster = LocalCluster.start(2, MEGABYTES)) {
      for (int partitions : new int[] {1, 2, 8}) {
        assertThat(groups(table(cluster, partitions))).isEqualTo(groups);
        assertThat(pairs(table(cluster, partitions))).isEqualTo(pairs);
      }
      var killer = new ExecutorKiller();
      cluster.sparkContext().addSparkListener(killer);
      killer.killAfter(FIRST_HALF_OF_GROUPS);
      assertThat(groups(table(cluster, 8))).isEqualTo(groups);
      assertThat(killer.killed()).isOne();
      killer.killAfter(FIRST_HALF_OF_PAIRS);
      assertThat(pairs(table(cluster, 8))).isEqualTo(pairs);
      assertThat(killer.killed()).isEqualTo(2);
    }
  }

  private static Dataset<Row> table(SparkSession spark, int partitions) {
    return spark
        .range(ROWS)
        .selectExpr(
            "concat('g', id % 4) as g",
            "sin(id) as a",
            "sin(id) + cos(7 * id) as b",
            "if(id % 11 = 0, null, cos(3 * id)) as c",
            "id % 5 as d",
            "cast(sin(5 * id) + sin(id) as decimal(12, 6)) as e")
        .repartition(partitions);
  }

  private static List<Row> groups(Dataset<Row> table) {
    table.createOrReplaceTempView("t");
    return table
        .sparkSession()
        .sql(
            "SELECT g, m.* FROM (SELECT g, mist(array(a), struct(b, c, d > 2), 19) AS m FROM t"
                + " GROUP BY g) ORDER BY g")
        .collectAsList();
  }

  private static List<Row> pairs(Dataset<Row> table) {
    return MistSpark.pairwise(table.drop("g")).rows().collectAsList();
  }
}
