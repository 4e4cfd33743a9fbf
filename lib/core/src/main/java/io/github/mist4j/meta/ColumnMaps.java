package io.github.mist4j.meta;

import java.util.function.DoubleUnaryOperator;

/** The MIST paper's maps of every column of X and of Y, strictly increasing each. */
enum ColumnMaps {
  /** The inverse hyperbolic sine. */
  ASINH("asinh", ColumnMaps::asinh, ColumnMaps::asinh),
  /** x √|x|. */
  HALF_CUBE("halfcube", ColumnMaps::halfCube, ColumnMaps::halfCube),
  /** Sums of sines on the identity, other ones on X than on Y. */
  WIGGLY("wigglify", ColumnMaps::wigglyOnX, ColumnMaps::wigglyOnY);

  final String id;
  final DoubleUnaryOperator x;
  final DoubleUnaryOperator y;

  ColumnMaps(String id, DoubleUnaryOperator x, DoubleUnaryOperator y) {
    this.id = id;
    this.x = x;
    this.y = y;
  }

  private static double asinh(double v) { // log(|v| + √(v² + 1)) without its cancellation near 0
    double size = Math.abs(v);
    double square = v * v;
    return Math.copySign(Math.log1p(size + square / (1 + Math.sqrt(square + 1))), v);
  }

  private static double halfCube(double v) {
    return v * Math.sqrt(Math.abs(v));
  }

  private static double wigglyOnX(double v) {
    return v + 0.4 * Math.sin(v) + 0.2 * Math.sin(1.7 * v + 1) + 0.03 * Math.sin(3.3 * v - 2.5);
  }

  private static double wigglyOnY(double v) {
    return v
        - 0.4 * Math.sin(0.4 * v)
        + 0.17 * Math.sin(1.3 * v + 3.5)
        + 0.02 * Math.sin(4.3 * v - 2.5);
  }
}
