package io.github.mist4j.spark;

import io.github.mist4j.sample.ColumnKind;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampType;

/**
 * A column of a data frame as a sample takes it: numbers as they are, booleans as 0 and 1, dates
 * and times as days since 1970, text as names.
 *
 * @param name its name
 * @param kind what it is
 * @param values its values, codes for names, NaN where a cell is missing, (rows)
 */
record SparkColumn(String name, ColumnKind kind, double[] values) implements Serializable {
  private static final long EXACT = 1L << 53; // doubles above skip whole numbers
  private static final long MICROS_A_DAY = 24 * 3_600_000_000L;
  private static final double NANOS_A_DAY = 24 * 3600e9;

  /** Why a column of such a type is left out, empty if it is not. */
  static Optional<String> refusal(StructField field) {
    DataType type = field.dataType();
    boolean taken =
        type instanceof NumericType
            || type instanceof BooleanType
            || type instanceof StringType
            || type instanceof DateType
            || type instanceof TimestampType;
    return taken
        ? Optional.empty()
        : Optional.of(
            "column '%s' is of type %s, X and Y take columns of numbers, booleans, names or dates"
                .formatted(field.name(), type.simpleString()));
  }

  /** A column by its name, whatever signs are in it. */
  static Column named(String name) {
    return functions.col("`" + name.replace("`", "``") + "`");
  }

  /** What is read of a column: doubles, whole numbers of 64 bits, or text. */
  static Column read(StructField field) {
    Column column = named(field.name());
    DataType type = field.dataType();
    if (type instanceof DateType) {
      column = functions.unix_date(column).cast(DataTypes.DoubleType);
    } else if (type instanceof TimestampType) {
      column = functions.unix_micros(column);
    } else if (!(type instanceof StringType) && !(type instanceof LongType)) {
      column = column.cast(DataTypes.DoubleType);
    }
    return column.as(field.name());
  }

  /**
   * The column at a place of some rows, read as {@link #read} says.
   *
   * @throws IllegalArgumentException if a cell is infinite
   */
  static SparkColumn of(StructField field, Row[] rows, int place) {
    DataType type = field.dataType();
    if (type instanceof StringType) {
      return new SparkColumn(field.name(), ColumnKind.NOMINAL, codes(rows, place));
    }
    if (type instanceof TimestampType) {
      double[] days =
          Arrays.stream(rows)
              .mapToDouble(row -> row.isNullAt(place) ? Double.NaN : days(row.getLong(place)))
              .toArray();
      return new SparkColumn(field.name(), ColumnKind.NUMERIC, days);
    }
    if (type instanceof LongType) {
      return new SparkColumn(field.name(), ColumnKind.NUMERIC, wholeNumbers(rows, place));
    }
    double[] values =
        Arrays.stream(rows)
            .mapToDouble(row -> row.isNullAt(place) ? Double.NaN : row.getDouble(place))
            .toArray();
    ColumnKind kind = type instanceof BooleanType ? ColumnKind.BOOLEAN : ColumnKind.NUMERIC;
    return new SparkColumn(field.name(), kind, values);
  }

  /** The sentence that refuses an infinite cell, empty if there is none. */
  Optional<String> infinite() {
    OptionalDouble first = Arrays.stream(values).filter(Double::isInfinite).sorted().findFirst();
    return first.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "column '%s' has the value %s, every cell must be a finite number"
                .formatted(name, first.getAsDouble()));
  }

  /** Whether there are not two values. */
  boolean isConstant() {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).distinct().limit(2).count() < 2;
  }

  /** Days since 1970 with their part, in UTC, as tables have them. */
  static double days(long micros) {
    return Math.floorDiv(micros, MICROS_A_DAY)
        + Math.floorMod(micros, MICROS_A_DAY) * 1000L / NANOS_A_DAY;
  }

  private static double[] codes(Row[] rows, int place) {
    Map<String, Integer> codes = new HashMap<>();
    var values = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      String cell = rows[r].isNullAt(place) ? "" : rows[r].getString(place);
      values[r] = cell.isEmpty() ? Double.NaN : codes.computeIfAbsent(cell, unused -> codes.size());
    }
    return values;
  }

  /** The numbers themselves where doubles hold them, else their ranks: the information is equal. */
  private static double[] wholeNumbers(Row[] rows, int place) {
    long[] sorted =
        Arrays.stream(rows)
            .filter(row -> !row.isNullAt(place))
            .mapToLong(row -> row.getLong(place))
            .sorted()
            .distinct()
            .toArray();
    boolean exact =
        sorted.length == 0 || (sorted[0] >= -EXACT && sorted[sorted.length - 1] <= EXACT);
    return Arrays.stream(rows)
        .mapToDouble(
            row -> {
              if (row.isNullAt(place)) {
                return Double.NaN;
              }
              long value = row.getLong(place);
              return exact ? value : 1 + Arrays.binarySearch(sorted, value);
            })
        .toArray();
  }
}
