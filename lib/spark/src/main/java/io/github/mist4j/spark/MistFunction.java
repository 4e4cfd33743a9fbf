package io.github.mist4j.spark;

import static io.github.mist4j.sample.Checks.require;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.expressions.UserDefinedAggregator;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** Builds the aggregate behind {@code mist(x, y)} and {@code mist(x, y, permutations)}. */
final class MistFunction extends AbstractFunction1<Seq<Expression>, Expression> {
  private static final String NAME = "mist";
  private static final String USAGE =
      "mist(x, y[, permutations]) - mutual information of two arrays of numbers, nats";

  private static final String GROUP = "agg_funcs";
  private static final String SOURCE = "java_udf";

  static FunctionIdentifier identifier() {
    return new FunctionIdentifier(NAME);
  }

  static ExpressionInfo info() {
    String className = MistAggregator.class.getName();
    String none = "";
    return new ExpressionInfo(
        className, null, NAME, USAGE, none, none, none, GROUP, none, none, SOURCE);
  }

  @Override
  public Expression apply(Seq<Expression> arguments) {
    int count = arguments.size();
    require(
        count == 2 || count == 3,
        "mist takes two arrays and, if a test is wanted, a number of permutations; had %d"
            + " arguments",
        count);
    Expression x = numbers("x", arguments.apply(0));
    Expression y = numbers("y", arguments.apply(1));
    int permutations = count == 2 ? 0 : permutations(arguments.apply(2));
    var aggregator = new MistAggregator(MistAggregator.MOST_ROWS, permutations);
    var function =
        (UserDefinedAggregator<?, ?, ?>)
            functions.udaf(aggregator, Encoders.row(MistAggregator.INPUT));
    return function.scalaAggregator(CollectionConverters.asScala(java.util.List.of(x, y)).toSeq());
  }

  private static Expression numbers(String side, Expression array) {
    DataType type = array.dataType();
    require(
        type instanceof ArrayType of && isNumber(of.elementType()),
        "%s must be an array of numbers or booleans, was %s; text, dates and times are taken by"
            + " MistSpark.estimate",
        side,
        type.simpleString());
    return new Column(array).cast(DataTypes.createArrayType(DataTypes.DoubleType)).expr();
  }

  private static boolean isNumber(DataType type) {
    return type instanceof NumericType || type instanceof BooleanType || type instanceof NullType;
  }

  private static int permutations(Expression expression) {
    require(
        expression instanceof Literal literal && literal.value() instanceof Integer,
        "permutations must be a whole number, was %s",
        expression.sql());
    int permutations = (Integer) ((Literal) expression).value();
    require(
        permutations >= 0 && permutations <= 1_000_000,
        "permutations must be from 0 to 1000000, was %d",
        permutations);
    return permutations;
  }
}
