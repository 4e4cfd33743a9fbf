package io.github.mist4j.notebook;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An estimate on an axis: zero, the interval as a line with caps, the value as a dot and, shaded,
 * where the estimates of shuffled rows fall.
 *
 * <p>Horizontal places are percentages and vertical ones pixels, so that the picture takes any
 * width while its text keeps its size. Its grey and blue keep their contrast on white and on black
 * and differ for every eye: the picture does not need to know the theme.
 */
final class EstimatePicture {
  private static final String GREY = "#7a7a7a";
  private static final String BLUE = "#2d86c8";
  private static final double LEFT = 2; // percent; room for half a dot on both sides
  private static final double RIGHT = 98;

  private final Estimate estimate;
  private final Axis axis;
  private final int top; // the plot's upper edge, under the band's label where there is one
  private final int bottom; // the axis

  private EstimatePicture(Estimate estimate, Axis axis) {
    this.estimate = estimate;
    this.axis = axis;
    this.top = estimate.independence().isPresent() ? 18 : 4;
    this.bottom = top + 34;
  }

  static EstimatePicture of(Estimate estimate) {
    var shown = new ArrayList<Double>(List.of(estimate.value()));
    estimate.interval().ifPresent(i -> shown.addAll(List.of(i.lower(), i.upper())));
    estimate.independence().ifPresent(t -> shown.addAll(List.of(t.bandLower(), t.bandUpper())));
    return new EstimatePicture(
        estimate, Axis.holding(shown.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /** The height in pixels. */
  int height() {
    return bottom + 22;
  }

  /** What the picture shows, in a sentence. */
  String description() {
    return estimate.summary() + estimate.independence().map(EstimatePicture::band).orElse("");
  }

  private static String band(IndependenceTest test) {
    return "; shuffled rows give %s to %s"
        .formatted(Figures.amount(test.bandLower()), Figures.amount(test.bandUpper()));
  }

  /** The picture as a document of its own, as wide as its place. */
  String svg() {
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="100%%" height="%d" \
        font-family="system-ui, -apple-system, 'Segoe UI', sans-serif" font-size="12">
        <title>Mutual information</title>
        <desc>%s</desc>
        """
            .formatted(height(), Html.escape(description())));
    estimate.independence().ifPresent(test -> band(svg, test));
    axis(svg);
    estimate.interval().ifPresent(interval -> interval(svg, interval));
    dot(svg);
    return svg.append("</svg>\n").toString();
  }

  private void band(StringBuilder svg, IndependenceTest test) {
    double from = place(test.bandLower());
    double to = place(test.bandUpper());
    svg.append(
        format(
            "<rect x=\"%.2f%%\" y=\"%d\" width=\"%.2f%%\" height=\"%d\" fill=\"%s\""
                + " fill-opacity=\"0.25\" stroke=\"%s\" stroke-opacity=\"0.5\"/>%n",
            from, top, to - from, bottom - top, GREY, GREY));
    double middle = (from + to) / 2;
    if (middle < 20) {
      text(svg, from, 11, "start", "if independent");
    } else if (middle > 80) {
      text(svg, to, 11, "end", "if independent");
    } else {
      text(svg, middle, 11, "middle", "if independent");
    }
  }

  private void axis(StringBuilder svg) {
    line(svg, LEFT, bottom, RIGHT, bottom, GREY, 1);
    for (double tick : axis.ticks()) {
      double x = place(tick);
      line(svg, x, tick == 0 ? top : bottom, x, bottom + 4, GREY, 1);
      String unit = tick == 0 ? " " + estimate.unit().symbol() : "";
      String anchor = x < 7 ? "start" : x > 93 ? "end" : "middle"; // inside even where it is narrow
      text(svg, x, bottom + 17, anchor, axis.label(tick) + unit);
    }
  }

  private void interval(StringBuilder svg, Interval interval) {
    int y = middle();
    double from = place(interval.lower());
    double to = place(interval.upper());
    line(svg, from, y, to, y, BLUE, 2);
    line(svg, from, y - 6, from, y + 6, BLUE, 2);
    line(svg, to, y - 6, to, y + 6, BLUE, 2);
  }

  private void dot(StringBuilder svg) {
    svg.append(
        format(
            "<circle cx=\"%.2f%%\" cy=\"%d\" r=\"5\" fill=\"%s\"/>%n",
            place(estimate.value()), middle(), BLUE));
  }

  private int middle() {
    return (top + bottom) / 2;
  }

  /** Where a value stands, in percent of the width. */
  private double place(double value) {
    return LEFT + (RIGHT - LEFT) * axis.position(value);
  }

  private static void line(
      StringBuilder svg, double x1, int y1, double x2, int y2, String colour, int width) {
    svg.append(
        format(
            "<line x1=\"%.2f%%\" y1=\"%d\" x2=\"%.2f%%\" y2=\"%d\" stroke=\"%s\""
                + " stroke-width=\"%d\"/>%n",
            x1, y1, x2, y2, colour, width));
  }

  private static void text(StringBuilder svg, double x, int y, String anchor, String words) {
    svg.append(
        format(
            "<text x=\"%.2f%%\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
            x, y, anchor, GREY, Html.escape(words)));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
