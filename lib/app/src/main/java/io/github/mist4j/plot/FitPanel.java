package io.github.mist4j.plot;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Estimate.Fit;
import io.github.mist4j.estimator.Estimate.Look;
import io.github.mist4j.plot.Mark.Anchor;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * How networks learnt that were fitted to a sample: by their steps, the information that held-out
 * rows show in blue and that the rows of the steps show in grey, and a dot where the network was
 * the best. Where grey leaves blue behind, it learns its rows by heart.
 */
final class FitPanel {
  static final int HEIGHT = 172; // pixels

  private static final double LEFT = 9; // percent: room for the numbers of the axis
  private static final double RIGHT = 98;
  private static final int KEY = 24; // pixels below the upper edge, as what follows
  private static final int TOP = 38;
  private static final int BOTTOM = 148;

  /** Grey may climb so far above blue before it leaves the panel: blue must not lie flat. */
  private static final double MOST_ABOVE = 2.5;

  private final Estimate estimate;
  private final int from; // the panel's upper edge on the sketch
  private final TickAxis steps;
  private final TickAxis values;

  private FitPanel(Estimate estimate, int from) {
    this.estimate = estimate;
    this.from = from;
    steps = TickAxis.holding(estimate.fits().stream().mapToDouble(FitPanel::last).max().orElse(1));
    values = axis(estimate);
  }

  /** Adds it to a sketch. */
  static void add(Sketch sketch, Estimate estimate, int from) {
    new FitPanel(estimate, from).add(sketch);
  }

  /** What it shows, for those who do not see it. */
  static String description(Estimate estimate) {
    Fit fit = estimate.fits().get(0);
    return "; the network learnt for %s steps and is taken as it was after %s"
        .formatted(Math.round(last(fit)), fit.best());
  }

  private static double last(Fit fit) {
    return fit.looks().isEmpty() ? 1 : fit.looks().get(fit.looks().size() - 1).step();
  }

  private static DoubleStream all(Estimate estimate, ToDoubleFunction<Look> value) {
    return estimate.fits().stream()
        .flatMap(fit -> fit.looks().stream())
        .mapToDouble(value)
        .filter(Double::isFinite);
  }

  /** Zero, all that held-out rows showed above it, and of the rest what leaves that its room. */
  private static TickAxis axis(Estimate estimate) {
    double heldOut = Math.max(estimate.value(), all(estimate, Look::heldOut).max().orElse(0));
    double training = all(estimate, Look::training).max().orElse(0);
    double most = Math.max(heldOut, Math.min(training, MOST_ABOVE * heldOut));
    double least = Math.min(0, all(estimate, Look::heldOut).min().orElse(0));
    return TickAxis.holding(Math.max(least, -0.25 * most), most);
  }

  private void add(Sketch sketch) {
    String network = estimate.fits().size() == 1 ? "the network shows" : "networks show";
    sketch.text(
        0,
        from + 10,
        Anchor.START,
        "%s that %s, by steps of its training"
            .formatted(capital(estimate.unit().symbol()), network));
    key(sketch, LEFT, Palette.THEMELESS_BLUE, "on rows held out");
    key(sketch, LEFT + 30, Palette.THEMELESS_GREY, "on rows learnt from");
    sketch.axis(steps, LEFT, RIGHT, from + BOTTOM - 4, from + BOTTOM, "");
    for (double tick : values.ticks()) {
      sketch.tick(LEFT, y(tick), values.label(tick));
    }
    estimate.fits().forEach(fit -> line(sketch, fit, Look::training, Palette.THEMELESS_GREY));
    estimate.fits().forEach(fit -> line(sketch, fit, Look::heldOut, Palette.THEMELESS_BLUE));
    estimate.fits().forEach(fit -> best(sketch, fit));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private void key(Sketch sketch, double x, Color colour, String words) {
    sketch.curve(new double[] {x, x + 3}, new int[] {from + KEY - 4, from + KEY - 4}, colour);
    sketch.text(x + 4, from + KEY, Anchor.START, words);
  }

  private void line(Sketch sketch, Fit fit, ToDoubleFunction<Look> value, Color colour) {
    List<Look> looks =
        fit.looks().stream().filter(l -> Double.isFinite(value.applyAsDouble(l))).toList();
    if (looks.size() < 2) {
      return;
    }
    sketch.curve(
        looks.stream().mapToDouble(look -> x(look.step())).toArray(),
        looks.stream().mapToInt(look -> y(value.applyAsDouble(look))).toArray(),
        colour);
  }

  private void best(Sketch sketch, Fit fit) {
    fit.looks().stream()
        .filter(look -> look.step() == fit.best())
        .findAny()
        .ifPresent(look -> sketch.dot(x(look.step()), y(look.heldOut())));
  }

  private double x(int step) {
    return LEFT + (RIGHT - LEFT) * steps.position(step);
  }

  /** A value beyond the panel lies on its edge. */
  private int y(double value) {
    double share = Math.max(0, Math.min(1, values.position(value)));
    return from + (int) Math.round(BOTTOM - (BOTTOM - TOP) * share);
  }
}
