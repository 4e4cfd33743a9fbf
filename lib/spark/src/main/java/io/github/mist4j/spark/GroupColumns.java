package io.github.mist4j.spark;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.CreateArray;
import org.apache.spark.sql.catalyst.expressions.CreateNamedStruct;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetStructField;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The columns of a side of {@code mist(x, y)}: a column, a list of them as an array or a struct, or
 * one array of any length that the table holds.
 *
 * @param names theirs; of an array its own
 * @param kinds what they are; of an array its elements
 * @param isArray whether it is an array
 */
record GroupColumns(List<String> names, List<ColumnKind> kinds, boolean isArray)
    implements Serializable {

  /** What is read of each row for a side, one after the other. */
  static List<Expression> expressions(String side, Expression argument) {
    if (argument instanceof CreateArray array) {
      return checked(side, list(array.children()));
    }
    if (argument instanceof CreateNamedStruct struct) {
      return checked(side, list(struct.valExprs()));
    }
    if (argument.dataType() instanceof StructType struct) {
      return checked(
          side,
          IntStream.range(0, struct.fields().length)
              .mapToObj(
                  f ->
                      (Expression)
                          new GetStructField(argument, f, Option.apply(struct.fields()[f].name())))
              .toList());
    }
    if (argument.dataType() instanceof ArrayType array) {
      check(side, argument, array.elementType());
      return List.of(argument);
    }
    return checked(side, List.of(argument));
  }

  private static List<Expression> list(Seq<Expression> expressions) {
    return List.copyOf(CollectionConverters.asJava(expressions));
  }

  private static List<Expression> checked(String side, List<Expression> columns) {
    require(!columns.isEmpty(), "%s must have at least one column, had none", side);
    columns.forEach(column -> check(side, column, column.dataType()));
    return columns;
  }

  private static void check(String side, Expression column, DataType type) {
    SparkColumn.refusal(new StructField(name(column), type, true, null))
        .ifPresent(why -> require(false, "%s: %s", side, why));
  }

  /** The columns that these are. */
  static GroupColumns of(List<Expression> expressions) {
    DataType first = expressions.get(0).dataType();
    return new GroupColumns(
        expressions.stream().map(GroupColumns::name).toList(),
        first instanceof ArrayType array
            ? List.of(kind(array.elementType()))
            : expressions.stream().map(e -> kind(e.dataType())).toList(),
        first instanceof ArrayType);
  }

  private static String name(Expression expression) {
    return expression instanceof NamedExpression named ? named.name() : expression.sql();
  }

  private static ColumnKind kind(DataType type) {
    return type instanceof StringType
        ? ColumnKind.NOMINAL
        : type instanceof BooleanType ? ColumnKind.BOOLEAN : ColumnKind.NUMERIC;
  }

  /**
   * The sample of the columns of two sides.
   *
   * @param x (dx, n)
   * @param y (dy, n)
   */
  static Sample sample(GroupColumns ofX, double[][] x, GroupColumns ofY, double[][] y) {
    require(x.length > 0, "a sample needs at least %d rows, had 0", Sample.MIN_ROWS);
    return Sample.ofColumns(ofX.names(x.length), x, ofY.names(y.length), y)
        .withKinds(ofX.kinds(x.length), ofY.kinds(y.length));
  }

  private List<String> names(int width) {
    return isArray
        ? IntStream.range(0, width).mapToObj(i -> names.get(0) + "[" + i + "]").toList()
        : names;
  }

  private List<ColumnKind> kinds(int width) {
    return isArray ? Collections.nCopies(width, kinds.get(0)) : kinds;
  }
}
