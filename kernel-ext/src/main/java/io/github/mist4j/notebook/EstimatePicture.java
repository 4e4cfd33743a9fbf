package io.github.mist4j.notebook;

import io.github.mist4j.estimator.Estimate;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * An estimate on an axis: zero, the band in which shuffled data fall, the interval, the value.
 * Drawn in the colour of the text around it and one that shows on light and dark ground.
 */
final class EstimatePicture {
  private static final String ACCENT = "#3b8bc4";
  private static final int WIDTH = 640;
  private static final int HEIGHT = 92;
  private static final int SIDE = 24; // room for half a label at both ends
  private static final int TOP = 20;
  private static final int MIDDLE = 40;
  private static final int BASE = 60;
  private static final int CAP = 7;

  private final Estimate estimate;
  private final Axis axis;
  private final StringBuilder svg = new StringBuilder();

  private EstimatePicture(Estimate estimate) {
    this.estimate = estimate;
    axis =
        Axis.holding(
            Stream.of(
                    DoubleStream.of(estimate.value()),
                    estimate.interval().stream().flatMapToDouble(i -> ends(i.lower(), i.upper())),
                    estimate.independence().stream()
                        .flatMapToDouble(t -> ends(t.bandLower(), t.bandUpper())))
                .flatMapToDouble(s -> s)
                .toArray());
  }

  private static DoubleStream ends(double lower, double upper) {
    return DoubleStream.of(lower, upper);
  }

  static EstimatePicture of(Estimate estimate) {
    return new EstimatePicture(estimate);
  }

  /** The picture as an SVG element, as wide as its place. */
  String svg() {
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' role='img'"
            + " style='width:100%%;max-width:%dpx;height:auto;display:block'"
            + " font-family='system-ui,sans-serif' font-size='12' fill='currentColor'>",
        WIDTH, HEIGHT, WIDTH);
    add("<title>%s</title>", Html.escape(estimate.summary()));
    addBand();
    addAxis();
    addInterval();
    add("<circle cx='%.1f' cy='%d' r='6' fill='%s'/></svg>", x(estimate.value()), MIDDLE, ACCENT);
    return svg.toString();
  }

  private void addBand() {
    estimate
        .independence()
        .ifPresent(
            test -> {
              double left = x(test.bandLower());
              double right = x(test.bandUpper());
              double width = Math.max(2, right - left);
              add(
                  "<rect x='%.1f' y='%d' width='%.1f' height='%d' opacity='0.16'/>",
                  left, TOP, width, BASE - TOP);
              boolean leftHalf = left + right < WIDTH;
              add(
                  "<text x='%.1f' y='%d' text-anchor='%s' opacity='0.75'>if independent</text>",
                  leftHalf ? left : right, TOP - 6, leftHalf ? "start" : "end");
            });
  }

  private void addAxis() {
    add("<path d='M%d %dH%d' stroke='currentColor' opacity='0.6'/>", SIDE, BASE, WIDTH - SIDE);
    for (double tick : axis.ticks()) {
      boolean zero = tick == 0;
      add(
          "<path d='M%.1f %dV%d' stroke='currentColor' opacity='%s'/>",
          x(tick), zero ? TOP : BASE, BASE + 5, zero ? "0.9" : "0.6");
      add(
          "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
          x(tick), BASE + 18, axis.label(tick));
    }
    add(
        "<text x='%d' y='%d' text-anchor='end' opacity='0.75'>mutual information, %s</text>",
        WIDTH - SIDE, HEIGHT - 2, estimate.unit().symbol());
  }

  private void addInterval() {
    estimate
        .interval()
        .ifPresent(
            i -> {
              double left = x(i.lower());
              double right = x(i.upper());
              add(
                  "<path d='M%.1f %dH%.1fM%.1f %dV%dM%.1f %dV%d' stroke='%s' stroke-width='3'"
                      + " fill='none'/>",
                  left,
                  MIDDLE,
                  right,
                  left,
                  MIDDLE - CAP,
                  MIDDLE + CAP,
                  right,
                  MIDDLE - CAP,
                  MIDDLE + CAP,
                  ACCENT);
            });
  }

  private double x(double value) {
    return SIDE + axis.position(value) * (WIDTH - 2 * SIDE);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
