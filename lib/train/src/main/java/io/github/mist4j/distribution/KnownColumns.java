package io.github.mist4j.distribution;

import java.util.function.DoubleUnaryOperator;

/** A law whose columns are each known alone. */
interface KnownColumns extends Distribution {
  /**
   * The means of a function of each column in [from, to), those of X first, added up. The function
   * may be singular at 0 as a logarithm is.
   */
  double sumOfMeans(int from, int to, DoubleUnaryOperator function);
}
