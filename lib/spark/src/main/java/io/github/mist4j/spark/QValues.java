package io.github.mist4j.spark;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * q-values after Benjamini and Hochberg (1995) over all rows: q_(i) = min over j ≥ i of p_(j) m/j.
 */
final class QValues {
  private static final String PLACE = "mist4j place";

  private QValues() {}

  /** With a column {@code q_value} from that of {@code p_value}. */
  static Dataset<Row> with(Dataset<Row> answers) {
    long m = answers.count();
    Column p = functions.col("p_value");
    WindowSpec fromLargest =
        Window.orderBy(SparkColumn.named(PLACE).desc())
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    Column q =
        functions.min(p.multiply((double) m).divide(SparkColumn.named(PLACE))).over(fromLargest);
    return answers
        .withColumn(PLACE, functions.row_number().over(Window.orderBy(p)))
        .withColumn("q_value", functions.least(functions.lit(1.0), q))
        .drop(PLACE);
  }
}
