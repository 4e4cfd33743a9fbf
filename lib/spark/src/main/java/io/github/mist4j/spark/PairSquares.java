package io.github.mist4j.spark;

import io.github.mist4j.network.PairEstimator;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** All pairs of columns of two blocks, square by square of their matrix: a task each. */
final class PairSquares {
  static final StructType SCHEMA =
      new StructType()
          .add("a", DataTypes.StringType)
          .add("b", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("value", DataTypes.DoubleType)
          .add("p_value", DataTypes.DoubleType);

  /** Columns of a side of a square: preparing 2e columns costs little beside asking e² pairs. */
  private static final int MOST_EDGE = 16;

  private static final int TASKS_A_CORE = 4; // so that one slow task leaves nobody idle for long

  /** Columns from here on, of the one block and of the other. */
  private record Square(int first, int second, int edge) implements Serializable {}

  private PairSquares() {}

  /**
   * The answers of all pairs (a, b) of a column of one block and one of the other; of all pairs a
   * before b if they are the same.
   */
  static JavaRDD<Row> of(
      JavaSparkContext spark,
      Broadcast<List<SparkColumn>> one,
      Broadcast<List<SparkColumn>> other) {
    boolean same = one == other;
    int rows = one.value().size();
    int columns = other.value().size();
    double tasks = (double) TASKS_A_CORE * spark.defaultParallelism();
    double pairs = same ? rows * (rows - 1) / 2.0 : (double) rows * columns;
    int held = rows == 0 ? 2 : PairEstimator.mostColumns(one.value().get(0).values().length);
    int most = Math.min(MOST_EDGE, held / 2);
    int edge = (int) Math.max(1, Math.min(most, Math.sqrt(pairs / tasks)));
    var squares = new ArrayList<Square>();
    for (int a = 0; a < rows; a += edge) {
      for (int b = same ? a : 0; b < columns; b += edge) {
        squares.add(new Square(a, b, edge));
      }
    }
    return spark
        .parallelize(squares, Math.max(1, squares.size()))
        .flatMap(square -> answers(one.value(), other.value(), same, square));
  }

  /** How many tasks some equal pieces of work are. */
  static int tasks(JavaSparkContext spark, int pieces) {
    return Math.max(1, Math.min(pieces, TASKS_A_CORE * spark.defaultParallelism()));
  }

  private static Iterator<Row> answers(
      List<SparkColumn> one, List<SparkColumn> other, boolean same, Square square) {
    var all = new ArrayList<>(one);
    if (!same) {
      all.addAll(other);
    }
    int place = same ? 0 : one.size(); // of the other block
    var pairs = new ColumnPairs(all);
    var rows = new ArrayList<Row>();
    for (int a = square.first; a < Math.min(one.size(), square.first + square.edge); a++) {
      int from = same ? Math.max(a + 1, square.second) : square.second;
      for (int b = from; b < Math.min(other.size(), square.second + square.edge); b++) {
        String nameOfA = one.get(a).name();
        String nameOfB = other.get(b).name();
        pairs
            .answer(a, place + b)
            .ifPresent(
                answer ->
                    rows.add(
                        RowFactory.create(
                            nameOfA,
                            nameOfB,
                            answer.estimate().n(),
                            answer.estimate().value(),
                            answer.pValue())));
      }
    }
    return rows.iterator();
  }
}
