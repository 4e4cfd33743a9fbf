package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of one variable with a name, as in y = f(x) + σ(x)·e.
 *
 * <pre>{@code
 * Curve wave = Curve.line(1).plus(Curve.sines(new double[] {1}, new double[] {3}, new double[] {0}));
 * Curve saturated = new Curve("tanh x", Math::tanh);
 * }</pre>
 *
 * @param name what a description says, such as {@code x²}
 * @param function the function
 */
public record Curve(String name, DoubleUnaryOperator function) {
  /** The value at a place. */
  public double at(double x) {
    return function.applyAsDouble(x);
  }

  /** The same value everywhere. */
  public static Curve constant(double value) {
    return new Curve(number(value), x -> value);
  }

  /** slope · x. */
  public static Curve line(double slope) {
    return new Curve(number(slope) + " x", x -> slope * x);
  }

  /** factor · x². */
  public static Curve parabola(double factor) {
    return new Curve(number(factor) + " x²", x -> factor * x * x);
  }

  /** factor · |x|. */
  public static Curve absolute(double factor) {
    return new Curve(number(factor) + " |x|", x -> factor * Math.abs(x));
  }

  /** height where x is above the place, else 0. */
  public static Curve step(double place, double height) {
    return new Curve(number(height) + " [x > " + number(place) + "]", x -> x > place ? height : 0);
  }

  /**
   * Σ amplitudes_k · sin(frequencies_k · x + phases_k).
   *
   * @param amplitudes one or more
   * @param frequencies as many
   * @param phases as many
   */
  public static Curve sines(double[] amplitudes, double[] frequencies, double[] phases) {
    require(
        amplitudes.length > 0
            && amplitudes.length == frequencies.length
            && amplitudes.length == phases.length,
        "sines need as many amplitudes as frequencies and phases, were %d, %d and %d",
        amplitudes.length,
        frequencies.length,
        phases.length);
    double[] a = amplitudes.clone();
    double[] w = frequencies.clone();
    double[] p = phases.clone();
    var words = new StringJoiner(" + ");
    for (int k = 0; k < a.length; k++) {
      words.add(number(a[k]) + " sin(" + number(w[k]) + " x + " + number(p[k]) + ")");
    }
    return new Curve(
        words.toString(),
        x -> {
          double sum = 0;
          for (int k = 0; k < a.length; k++) {
            sum += a[k] * Math.sin(w[k] * x + p[k]);
          }
          return sum;
        });
  }

  /** This one and another one added. */
  public Curve plus(Curve other) {
    return new Curve(name + " + " + other.name, x -> at(x) + other.at(x));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
