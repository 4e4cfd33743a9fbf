package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A map of the columns of X or of Y that loses nothing, so that the mutual information stays as it
 * is: strictly monotone on each column, or invertible on all of them together.
 *
 * <p>Transforms are used by {@link Distribution#transformed(Transform, Transform)} and follow each
 * other by {@link #then}.
 *
 * <pre>{@code
 * Distribution same = law.transformed(
 *     Transform.rotation(law.dx(), rng), Transform.monotone("cube", y -> y * y * y));
 * }</pre>
 */
public final class Transform {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final Transform IDENTITY =
      new Transform("as it is", ColumnMap.EACH_AS_IT_IS, Optional.of(new Smooth(v -> v, v -> 0)));

  private final String words;
  private final ColumnMap map;
  private final Optional<Smooth> smooth;

  /** A function of every column and the logarithm of its slope's size. */
  private record Smooth(DoubleUnaryOperator function, DoubleUnaryOperator logSlope) {
    Smooth then(Smooth next) {
      return new Smooth(
          function.andThen(next.function),
          v -> logSlope.applyAsDouble(v) + next.logSlope.applyAsDouble(function.applyAsDouble(v)));
    }
  }

  Transform(String words, ColumnMap map) {
    this(words, map, Optional.empty());
  }

  private Transform(String words, ColumnMap map, Optional<Smooth> smooth) {
    this.words = words;
    this.map = map;
    this.smooth = smooth;
  }

  /** Every column as it is. */
  public static Transform identity() {
    return IDENTITY;
  }

  /** The inverse hyperbolic sine of every column. */
  public static Transform asinh() {
    return ofColumns("asinh", Transform::asinh, v -> -0.5 * Math.log1p(v * v));
  }

  /** x √|x| of every column. */
  public static Transform halfCube() {
    return ofColumns(
        "half-cube",
        v -> v * Math.sqrt(Math.abs(v)),
        v -> Math.log(1.5) + 0.5 * Math.log(Math.abs(v)));
  }

  /** x + 0.4 sin x + 0.2 sin(1.7x + 1) + 0.03 sin(3.3x − 2.5), the wiggles of X in the paper. */
  public static Transform wigglyX() {
    return ofColumns(
        "wiggly",
        v -> v + 0.4 * Math.sin(v) + 0.2 * Math.sin(1.7 * v + 1) + 0.03 * Math.sin(3.3 * v - 2.5),
        v ->
            Math.log(
                1
                    + 0.4 * Math.cos(v)
                    + 0.34 * Math.cos(1.7 * v + 1)
                    + 0.099 * Math.cos(3.3 * v - 2.5)));
  }

  /** x − 0.4 sin 0.4x + 0.17 sin(1.3x + 3.5) + 0.02 sin(4.3x − 2.5), those of Y. */
  public static Transform wigglyY() {
    return ofColumns(
        "wiggly",
        v ->
            v
                - 0.4 * Math.sin(0.4 * v)
                + 0.17 * Math.sin(1.3 * v + 3.5)
                + 0.02 * Math.sin(4.3 * v - 2.5),
        v ->
            Math.log(
                1
                    - 0.16 * Math.cos(0.4 * v)
                    + 0.221 * Math.cos(1.3 * v + 3.5)
                    + 0.086 * Math.cos(4.3 * v - 2.5)));
  }

  /** Φ, the normal distribution function, of every column: into (0, 1). */
  public static Transform normalCdf() {
    return ofColumns("Φ", NORMAL::cumulativeProbability, NORMAL::logDensity);
  }

  /** The exponential of every column. */
  public static Transform exp() {
    return ofColumns("exp", Math::exp, v -> v);
  }

  /**
   * Normal columns pushed to two humps, F⁻¹(Φ(x)) with F of weight·N(first, 1) + (1 − weight)·
   * N(second, 1).
   *
   * @param weight of the first hump, in (0, 1)
   * @param first its mean
   * @param second the other mean
   */
  public static Transform bimodal(double weight, double first, double second) {
    require(weight > 0 && weight < 1, "weight must be in (0, 1), was %s", weight);
    require(
        Double.isFinite(first) && Double.isFinite(second),
        "the means must be finite, were %s and %s",
        first,
        second);
    var humps = new TwoHumps(weight, first, second);
    return new Transform("bimodal", each(v -> humps.quantile(NORMAL.cumulativeProbability(v))));
  }

  /**
   * Any strictly increasing or strictly decreasing function of every column.
   *
   * @param name what {@link #describe()} says
   * @param function checked on the values it meets: distinct ones must stay distinct and in order,
   *     or all in the opposite order
   */
  public static Transform monotone(String name, DoubleUnaryOperator function) {
    return new Transform(
        name, new ColumnMap.Each(column -> Monotone.applied(name, function, column)));
  }

  /**
   * A linear map of all columns of one side.
   *
   * @param matrix invertible, (d, d): row i is the new column i
   */
  public static Transform linear(double[][] matrix) {
    return new Transform("mixed linearly", LinearMap.of(matrix));
  }

  /**
   * A rotation (or reflection) at random, all equally likely.
   *
   * @param d the number of columns
   * @param rng the source of all randomness
   */
  public static Transform rotation(int d, RandomGenerator rng) {
    return new Transform("rotated", LinearMap.rotation(d, rng));
  }

  /**
   * Rows turned in the plane of two of their columns, by an angle of speed · ‖row‖²; BMI's spirals
   * have a speed of 1/d.
   *
   * @param first a column, from 0
   * @param second another column
   */
  public static Transform spiral(double speed, int first, int second) {
    require(Double.isFinite(speed), "speed must be finite, was %s", speed);
    require(
        first >= 0 && second >= 0 && first != second,
        "a spiral needs two different columns, from 0, were %d and %d",
        first,
        second);
    return new Transform("spiral", new SpiralMap(speed, first, second));
  }

  /**
   * A column scaled and shifted by functions of another: second · exp(scale(first)) + shift(first).
   *
   * @param first a column, from 0
   * @param second another column
   */
  public static Transform coupling(Curve scale, Curve shift, int first, int second) {
    require(
        first >= 0 && second >= 0 && first != second,
        "a coupling needs two different columns, from 0, were %d and %d",
        first,
        second);
    return new Transform("coupled", new CouplingMap(scale, shift, first, second));
  }

  /** A function of the first column as one more column behind the others. */
  public static Transform withCurve(Curve curve) {
    return withFunction(curve.name(), row -> curve.at(row[0]));
  }

  /**
   * A function of the row as one more column behind the others, such as a total.
   *
   * @param name what {@link #describe()} says
   * @param function of the d values of a row, which it must leave as they are
   */
  public static Transform withFunction(String name, ToDoubleFunction<double[]> function) {
    return new Transform("with " + name, new ColumnMap.WithFunction(function));
  }

  /**
   * The last column, which must hold levels 0, 1, 2, …, as an indicator of each; that of a level no
   * row has repeats the indicator of another.
   *
   * @param levels how many, at least 2
   */
  public static Transform indicators(int levels) {
    require(levels > 1, "levels must be at least 2, was %s", levels);
    return new Transform("as indicators", new ColumnMap.Indicators(levels));
  }

  /**
   * One column in [0, 1] rolled up in a plane: t = 3π/2 · (1 + 2x) becomes (t cos t, t sin t)/21.
   */
  public static Transform swissRoll() {
    return new Transform("swiss roll", ColumnMap.SWISS_ROLL);
  }

  /** One column x as a point on the unit circle, at the angle 2 arctan x. */
  public static Transform circle() {
    return new Transform("circle", ColumnMap.CIRCLE);
  }

  /** This one first, then the next. */
  public Transform then(Transform next) {
    if (map == ColumnMap.EACH_AS_IT_IS) {
      return next;
    }
    return next.map == ColumnMap.EACH_AS_IT_IS
        ? this
        : new Transform(
            words + ", then " + next.words,
            new ColumnMap.Chain(map, next.map),
            smooth.flatMap(first -> next.smooth.map(first::then)));
  }

  /** What is done, in words. */
  public String describe() {
    return words;
  }

  /**
   * The number of columns that so many become.
   *
   * @throws IllegalArgumentException if it cannot be used on d columns
   */
  public int columns(int d) {
    return map.columns(d);
  }

  /**
   * The columns after it.
   *
   * @param columns (d, n), kept as they are
   * @return ({@link #columns}, n)
   */
  public double[][] apply(double[][] columns) {
    map.columns(columns.length);
    return map.apply(columns);
  }

  /** What is done, in words. */
  @Override
  public String toString() {
    return words;
  }

  /** log |f′| where this is one function f of every column whose slope is known. */
  Optional<DoubleUnaryOperator> logSlope() {
    return smooth.map(Smooth::logSlope);
  }

  private static Transform ofColumns(
      String words, DoubleUnaryOperator function, DoubleUnaryOperator logSlope) {
    return new Transform(words, each(function), Optional.of(new Smooth(function, logSlope)));
  }

  private static ColumnMap each(DoubleUnaryOperator function) {
    return new ColumnMap.Each(column -> Arrays.stream(column).map(function).toArray());
  }

  private static double asinh(double v) { // log(|v| + √(v² + 1)) without its cancellation near 0
    double size = Math.abs(v);
    double square = v * v;
    return Math.copySign(Math.log1p(size + square / (1 + Math.sqrt(square + 1))), v);
  }
}
