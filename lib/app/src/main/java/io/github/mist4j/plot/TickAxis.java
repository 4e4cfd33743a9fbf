package io.github.mist4j.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis that holds zero and some values, with round ticks.
 *
 * @param from its left end
 * @param to its right end
 * @param step the distance of its ticks: 1, 2 or 5 times a power of ten
 */
record TickAxis(double from, double to, double step) {
  private static final double MARGIN = 0.04;
  private static final double LEAST = 1e-3; // an axis this short says "nothing" clearly enough

  /** The axis that holds zero and the values. */
  static TickAxis holding(double... values) {
    double low = Math.min(0, DoubleStream.of(values).min().orElse(0));
    double high = Math.max(0, DoubleStream.of(values).max().orElse(0));
    if (high - low < LEAST) {
      high = low + LEAST;
    }
    double margin = MARGIN * (high - low);
    double from = low < 0 ? low - margin : 0;
    double to = high > 0 ? high + margin : 0;
    return between(from, to, 4);
  }

  /** The axis from a value to another, with at most so many steps between its ticks. */
  static TickAxis between(double from, double to, int mostSteps) {
    return new TickAxis(from, to, roundStep((to - from) / mostSteps));
  }

  /** Where a value stands, 0 at the left end and 1 at the right. */
  double position(double value) {
    return (value - from) / (to - from);
  }

  /** The multiples of the step that lie on the axis, zero among them. */
  List<Double> ticks() {
    var ticks = new ArrayList<Double>();
    for (long k = (long) Math.ceil(from / step); k * step <= to; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  /** A tick's label, all with the same decimals but zero. */
  String label(double tick) {
    int decimals = (int) -Math.floor(Math.log10(step) + 1e-9); // 1e-9: the step is rounded
    return Figures.fixed(tick, Math.max(0, decimals));
  }

  /** The step of 1, 2 or 5 times a power of ten that is closest above. */
  private static double roundStep(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    double times = atLeast / power;
    return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power;
  }
}
