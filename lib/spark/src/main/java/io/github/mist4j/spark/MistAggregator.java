package io.github.mist4j.spark;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.model.ShippedEstimator;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The estimate of a group of rows. A group that makes no sample has no value and a sentence.
 *
 * <p>Its buffer is a {@link RowSketch}, by the name of a public type: Spark takes no other.
 */
final class MistAggregator extends Aggregator<Row, Serializable, Row> {
  private static final long serialVersionUID = 1L;

  /** Rows a group is estimated from at most: five times those behind a value in a screen. */
  static final int MOST_ROWS = 100_000;

  static final StructType INPUT =
      new StructType()
          .add("x", DataTypes.createArrayType(DataTypes.DoubleType))
          .add("y", DataTypes.createArrayType(DataTypes.DoubleType));

  static final StructType OUTPUT =
      new StructType()
          .add("value", DataTypes.DoubleType)
          .add("lower", DataTypes.DoubleType)
          .add("upper", DataTypes.DoubleType)
          .add("p_value", DataTypes.DoubleType)
          .add("n", DataTypes.LongType)
          .add("warnings", DataTypes.createArrayType(DataTypes.StringType))
          .add("model", DataTypes.StringType);

  /** Beyond this the kept rows do not stand for all; by chance they are 1 ± 0.01. */
  private static final double UNBALANCED = 0.05;

  private final int most;
  private final int permutations;

  MistAggregator(int most, int permutations) {
    this.most = most;
    this.permutations = permutations;
  }

  @Override
  public Serializable zero() {
    return new RowSketch(most);
  }

  @Override
  public Serializable reduce(Serializable buffer, Row row) {
    var sketch = (RowSketch) buffer;
    double[] x = cells(row, 0);
    double[] y = cells(row, 1);
    if (x == null || y == null) {
      sketch.addMissing();
    } else {
      sketch.add(x, y);
    }
    return sketch;
  }

  /** The cells of a side; null if one is missing. */
  private static double[] cells(Row row, int side) {
    if (row.isNullAt(side)) {
      return null;
    }
    List<Double> list = row.getList(side);
    var cells = new double[list.size()];
    for (int c = 0; c < cells.length; c++) {
      Double cell = list.get(c);
      if (cell == null || cell.isNaN()) {
        return null;
      }
      cells[c] = cell;
    }
    return cells;
  }

  @Override
  public Serializable merge(Serializable one, Serializable other) {
    return ((RowSketch) one).merge((RowSketch) other);
  }

  @Override
  public Row finish(Serializable buffer) {
    var sketch = (RowSketch) buffer;
    try {
      double[][][] rows = sketch.sample();
      Sample sample = Sample.ofRows(rows[0], rows[1]);
      for (Warning warning : warnings(sketch, rows[0].length)) {
        sample = sample.withWarning(warning);
      }
      EstimateOptions options = EstimateOptions.withDefaults().withPermutations(permutations);
      return answer(ShippedEstimator.network().estimate(sample, options), sketch.rows());
    } catch (IllegalArgumentException e) {
      String[] why = {e.getMessage()};
      return RowFactory.create(null, null, null, null, sketch.rows(), why, null);
    }
  }

  private static List<Warning> warnings(RowSketch sketch, int sampled) {
    var warnings = new ArrayList<Warning>();
    if (sketch.missing() > 0) {
      warnings.add(RowsOfSample.droppedWarning(sketch.missing(), sketch.rows() + sketch.missing()));
    }
    if (sampled < sketch.rows()) {
      warnings.add(RowsOfSample.chosenWarning(sampled, sketch.rows()));
    }
    if (Math.abs(sketch.balance() - 1) > UNBALANCED) {
      warnings.add(
          new Warning(
              Warning.Kind.ROWS_DROPPED,
              "some rows stand again and again beside more than %s different ones; the chosen rows"
                      .formatted(sampled)
                  + " do not hold them by their share, MistSpark.estimate does"));
    }
    return warnings;
  }

  private static Row answer(Estimate estimate, long rows) {
    return RowFactory.create(
        estimate.value(),
        estimate.interval().map(i -> i.lower()).orElse(null),
        estimate.interval().map(i -> i.upper()).orElse(null),
        estimate.independence().map(IndependenceTest::pValue).orElse(null),
        rows,
        RowsOfSample.sentences(estimate),
        estimate.model().orElse(null));
  }

  @Override
  public Encoder<Serializable> bufferEncoder() {
    return Encoders.javaSerialization(Serializable.class);
  }

  @Override
  public Encoder<Row> outputEncoder() {
    return Encoders.row(OUTPUT);
  }
}
