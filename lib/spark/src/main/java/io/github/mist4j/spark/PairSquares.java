package io.github.mist4j.spark;

import io.github.mist4j.network.PairEstimator;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** All pairs of columns, square by square of their matrix: a task each, of about equal cost. */
final class PairSquares {
  static final StructType SCHEMA =
      new StructType()
          .add("a", DataTypes.StringType)
          .add("b", DataTypes.StringType)
          .add("n", DataTypes.IntegerType)
          .add("value", DataTypes.DoubleType)
          .add("p_value", DataTypes.DoubleType);

  /**
   * Columns of a side of a square at most: a task of 1,024 pairs of 100,000 rows takes three
   * minutes, which a lost executor costs, and of 10,000 columns there are 66,000 tasks, which a
   * driver can do.
   */
  private static final int MOST_EDGE = 32;

  private static final int TASKS_A_CORE = 4; // so that one slow task leaves nobody idle for long

  /** A square: columns from here on of the one block, and of the other, which may be the same. */
  private record Square(int one, int other, int first, int second, int edge)
      implements Serializable {}

  private PairSquares() {}

  /** The answers of all pairs of columns of all blocks, each of which is shipped once. */
  static JavaRDD<Row> of(JavaSparkContext spark, List<Broadcast<List<SparkColumn>>> blocks) {
    int[] sizes = blocks.stream().mapToInt(block -> block.value().size()).toArray();
    int columns = IntStream.of(sizes).sum();
    double tasks = (double) TASKS_A_CORE * spark.defaultParallelism();
    double pairs = columns * (columns - 1) / 2.0;
    int edge = (int) Math.max(1, Math.min(MOST_EDGE, Math.sqrt(pairs / tasks)));
    var squares = new ArrayList<Square>();
    for (int one = 0; one < sizes.length; one++) {
      for (int other = one; other < sizes.length; other++) {
        for (int a = 0; a < sizes[one]; a += edge) {
          for (int b = one == other ? a : 0; b < sizes[other]; b += edge) {
            squares.add(new Square(one, other, a, b, edge));
          }
        }
      }
    }
    return spark
        .parallelize(squares, Math.max(1, squares.size()))
        .flatMap(
            square ->
                answers(blocks.get(square.one).value(), blocks.get(square.other).value(), square));
  }

  /** How many tasks some equal pieces of work are. */
  static int tasks(JavaSparkContext spark, int pieces) {
    return Math.max(1, Math.min(pieces, TASKS_A_CORE * spark.defaultParallelism()));
  }

  /** In smaller squares, so that what is prepared of a column is there for all pairs of one. */
  private static Iterator<Row> answers(
      List<SparkColumn> one, List<SparkColumn> other, Square square) {
    List<SparkColumn> ofOne = side(one, square.first, square.edge);
    List<SparkColumn> ofOther = side(other, square.second, square.edge);
    boolean diagonal = square.one == square.other && square.first == square.second;
    var columns = new ArrayList<>(ofOne);
    if (!diagonal) {
      columns.addAll(ofOther);
    }
    var pairs = new ColumnPairs(columns);
    int step = Math.max(1, PairEstimator.mostColumns(ofOne.get(0).values().length) / 2);
    var rows = new ArrayList<Row>();
    for (int first = 0; first < ofOne.size(); first += step) {
      for (int second = diagonal ? first : 0; second < ofOther.size(); second += step) {
        for (int a = first; a < Math.min(first + step, ofOne.size()); a++) {
          int from = diagonal ? Math.max(a + 1, second) : second;
          for (int b = from; b < Math.min(second + step, ofOther.size()); b++) {
            int place = diagonal ? b : ofOne.size() + b;
            int before = a;
            pairs
                .answer(a, place)
                .ifPresent(
                    answer -> rows.add(row(columns.get(before), columns.get(place), answer)));
          }
        }
      }
    }
    return rows.iterator();
  }

  private static List<SparkColumn> side(List<SparkColumn> block, int from, int edge) {
    return block.subList(from, Math.min(from + edge, block.size()));
  }

  private static Row row(SparkColumn a, SparkColumn b, PairEstimator.Answer answer) {
    return RowFactory.create(
        a.name(), b.name(), answer.estimate().n(), answer.estimate().value(), answer.pValue());
  }
}
