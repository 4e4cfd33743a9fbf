package io.github.mist4j.spark;

import static io.github.mist4j.sample.Checks.require;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.internal.SessionState;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** Builds the aggregate behind {@code mist(x, y)} and {@code mist(x, y, permutations)}. */
final class MistFunction extends AbstractFunction1<Seq<Expression>, Expression> {
  private static final String USAGE =
      "mist(x, y[, permutations]) - mutual information of two columns or lists of them, nats";

  private static final String GROUP = "agg_funcs";
  private static final String SOURCE = "java_udf";

  static FunctionIdentifier identifier() {
    return new FunctionIdentifier(MistAggregate.NAME);
  }

  static ExpressionInfo info() {
    String none = "";
    return new ExpressionInfo(
        MistAggregate.class.getName(),
        null,
        MistAggregate.NAME,
        USAGE,
        none,
        none,
        none,
        GROUP,
        none,
        none,
        SOURCE);
  }

  /** Adds the function to a session. */
  static void register(SparkSession spark) {
    try {
      // Spark 4 has this method in a subclass of its session, which Spark 3.5 has not.
      var state = (SessionState) spark.getClass().getMethod("sessionState").invoke(spark);
      state.functionRegistry().registerFunction(identifier(), info(), new MistFunction());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "a session of Spark %s takes no functions".formatted(spark.version()), e);
    }
  }

  @Override
  public Expression apply(Seq<Expression> arguments) {
    int count = arguments.size();
    require(
        count == 2 || count == 3,
        "mist takes two columns or lists of columns and, if a test is wanted, a number of"
            + " permutations; had %d arguments",
        count);
    List<Expression> x = GroupColumns.expressions("x", arguments.apply(0));
    List<Expression> y = GroupColumns.expressions("y", arguments.apply(1));
    int permutations = count == 2 ? 0 : permutations(arguments.apply(2));
    var columns = new ArrayList<>(x);
    columns.addAll(y);
    return new MistAggregate(
        CollectionConverters.asScala(columns).toSeq(),
        new MistAggregate.Question(GroupColumns.of(x), GroupColumns.of(y), permutations),
        0,
        0);
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
