package io.github.mist4j.spark;

import org.apache.spark.sql.SparkSessionExtensions;
import scala.Tuple3;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Brings {@code mist(x, y)} into every session of a cluster, by its configuration alone.
 *
 * <pre>{@code
 * spark-sql --jars mist4j-spark.jar --conf spark.sql.extensions=io.github.mist4j.spark.MistExtensions
 * }</pre>
 */
public final class MistExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectFunction(
        new Tuple3<>(MistFunction.identifier(), MistFunction.info(), new MistFunction()));
    return BoxedUnit.UNIT;
  }
}
