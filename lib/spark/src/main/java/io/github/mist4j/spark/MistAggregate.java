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
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.aggregate.ImperativeAggregate;
import org.apache.spark.sql.catalyst.expressions.aggregate.TypedImperativeAggregate;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * The estimate of a group of rows. A group that makes no sample has no value and a sentence.
 *
 * <p>An expression of Spark's own kind, not its {@code Aggregator}, which would make objects of
 * every cell, and whose way into SQL is another in Spark 4.
 */
final class MistAggregate extends TypedImperativeAggregate<RowSketch> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows a group is estimated from at most: five times those behind a value in a screen. */
  static final int MOST_ROWS = 100_000;

  static final String NAME = "mist";

  private static final StructType OUTPUT =
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

  /**
   * What is asked.
   *
   * @param x the columns of X, which are the first of the expressions
   * @param y those of Y
   * @param permutations 0 for no test
   */
  record Question(GroupColumns x, GroupColumns y, int permutations) implements Serializable {}

  private final Seq<Expression> columns;
  private final Question question;
  private final int mutableOffset;
  private final int inputOffset;

  /** In the order that Spark copies expressions by. */
  MistAggregate(Seq<Expression> columns, Question question, int mutableOffset, int inputOffset) {
    this.columns = columns;
    this.question = question;
    this.mutableOffset = mutableOffset;
    this.inputOffset = inputOffset;
  }

  @Override
  public RowSketch createAggregationBuffer() {
    return new RowSketch(MOST_ROWS);
  }

  @Override
  public RowSketch update(RowSketch sketch, InternalRow row) {
    int ofX = question.x.names().size();
    double[] x = cells(row, 0, ofX, question.x.isArray());
    double[] y = x == null ? null : cells(row, ofX, columns.size(), question.y.isArray());
    if (y == null) {
      sketch.addMissing();
    } else {
      sketch.add(x, y);
    }
    return sketch;
  }

  /** The cells of a side; null if one is missing. */
  private double[] cells(InternalRow row, int from, int to, boolean isArray) {
    if (isArray) {
      Expression array = columns.apply(from);
      return GroupCells.ofArray(array.eval(row), array.dataType());
    }
    var cells = new double[to - from];
    for (int c = 0; c < cells.length; c++) {
      Expression column = columns.apply(from + c);
      cells[c] = GroupCells.of(column.eval(row), column.dataType());
      if (Double.isNaN(cells[c])) {
        return null;
      }
    }
    return cells;
  }

  @Override
  public RowSketch merge(RowSketch one, RowSketch other) {
    return one.merge(other);
  }

  @Override
  public Object eval(RowSketch sketch) {
    try {
      double[][][] sides = sketch.sample();
      Sample sample = GroupColumns.sample(question.x, sides[0], question.y, sides[1]);
      for (Warning warning : warnings(sketch, sample.n())) {
        sample = sample.withWarning(warning);
      }
      var options = EstimateOptions.withDefaults().withPermutations(question.permutations);
      Estimate estimate = ShippedEstimator.network().estimate(sample, options);
      return row(
          estimate.value(),
          estimate.interval().map(i -> i.lower()).orElse(null),
          estimate.interval().map(i -> i.upper()).orElse(null),
          estimate.independence().map(IndependenceTest::pValue).orElse(null),
          sketch.rows(),
          strings(RowsOfSample.sentences(estimate)),
          estimate.model().map(UTF8String::fromString).orElse(null));
    } catch (IllegalArgumentException e) {
      return row(null, null, null, null, sketch.rows(), strings(e.getMessage()), null);
    }
  }

  private static InternalRow row(Object... cells) {
    return new GenericInternalRow(cells);
  }

  private static GenericArrayData strings(String... sentences) {
    return new GenericArrayData(Stream.of(sentences).map(UTF8String::fromString).toArray());
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

  @Override
  public byte[] serialize(RowSketch sketch) {
    return sketch.bytes();
  }

  @Override
  public RowSketch deserialize(byte[] bytes) {
    return RowSketch.of(MOST_ROWS, bytes);
  }

  @Override
  public boolean nullable() {
    return false; // its fields are
  }

  @Override
  public DataType dataType() {
    return OUTPUT;
  }

  @Override
  public String prettyName() {
    return NAME;
  }

  @Override
  public Seq<Expression> children() {
    return columns;
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new MistAggregate(children, question, mutableOffset, inputOffset);
  }

  @Override
  public int mutableAggBufferOffset() {
    return mutableOffset;
  }

  @Override
  public int inputAggBufferOffset() {
    return inputOffset;
  }

  @Override
  public ImperativeAggregate withNewMutableAggBufferOffset(int offset) {
    return new MistAggregate(columns, question, offset, inputOffset);
  }

  @Override
  public ImperativeAggregate withNewInputAggBufferOffset(int offset) {
    return new MistAggregate(columns, question, mutableOffset, offset);
  }

  @Override
  public int productArity() {
    return 4;
  }

  @Override
  public Object productElement(int place) {
    return switch (place) {
      case 0 -> columns;
      case 1 -> question;
      case 2 -> mutableOffset;
      case 3 -> inputOffset;
      default -> throw new IndexOutOfBoundsException(place);
    };
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof MistAggregate;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MistAggregate that
        && columns.equals(that.columns)
        && question.equals(that.question)
        && mutableOffset == that.mutableOffset
        && inputOffset == that.inputOffset;
  }

  @Override
  public int hashCode() {
    return Objects.hash(columns, question, mutableOffset, inputOffset);
  }
}
