import io.github.mist4j.spark.MistSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Spark in this very process: what does the weather say about the harvest, region by region? */
public class Regions {
  public static void main(String[] arguments) throws Exception {
    try (SparkSession spark = session()) {
      spark.sparkContext().setLogLevel("ERROR");
      MistSpark.register(spark);
      Dataset<Row> farms =
          spark
              .range(20_000)
              .selectExpr(
                  "element_at(array('north', 'south', 'coast'), cast(id % 3 + 1 as int)) as region",
                  "randn(1) as rain",
                  "randn(2) as sun",
                  "element_at(array('wheat', 'rye'), cast(rand(3) * 2 + 1 as int)) as crop",
                  "randn(4) as chance")
              .selectExpr(
                  "*",
                  "if(region = 'coast', chance, rain * if(crop = 'rye', 1, -1) + chance) as harvest");
      farms.createOrReplaceTempView("farms");

      spark
          .sql(
              "SELECT region, m.value, m.lower, m.upper, m.p_value, m.n FROM (SELECT region,"
                  + " mist(struct(rain, sun, crop), harvest, 199) AS m FROM farms GROUP BY region)")
          .show(false);

      MistSpark.Answers pairs = MistSpark.pairwise(farms);
      pairs.rows().filter("q_value <= 0.05").show(false);
      pairs.notes().forEach(System.out::println);
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[*]")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 4)
        .getOrCreate();
  }
}
