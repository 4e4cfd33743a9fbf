package io.github.mist4j.spark;

import io.github.mist4j.random.RandomStreams;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;

/** Cells as Spark holds them, as numbers. */
final class GroupCells {
  private static final int EXACT_BITS = 53; // of a double

  private GroupCells() {}

  /** The number that a cell is to a sample, NaN if it is missing. */
  static double of(Object cell, DataType type) {
    if (cell == null) {
      return Double.NaN;
    }
    if (cell instanceof UTF8String text) {
      return text.numBytes() == 0 ? Double.NaN : code(text);
    }
    if (cell instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (cell instanceof Decimal decimal) {
      return decimal.toDouble();
    }
    return type instanceof TimestampType
        ? SparkColumn.days((Long) cell)
        : ((Number) cell).doubleValue();
  }

  /** The cells of an array; null if it or one of them is missing. */
  static double[] ofArray(Object array, DataType type) {
    if (array == null) {
      return null;
    }
    DataType element = ((ArrayType) type).elementType();
    var data = (ArrayData) array;
    var cells = new double[data.numElements()];
    for (int c = 0; c < cells.length; c++) {
      cells[c] = data.isNullAt(c) ? Double.NaN : of(data.get(c, element), element);
      if (Double.isNaN(cells[c])) {
        return null;
      }
    }
    return cells;
  }

  /** A code that follows from a name alone: of 100,000 names two share one once in 2 million. */
  private static double code(UTF8String text) {
    long hash = 0;
    for (byte b : text.getBytes()) {
      hash = RandomStreams.hash(hash ^ b);
    }
    return hash >>> (Long.SIZE - EXACT_BITS);
  }
}
