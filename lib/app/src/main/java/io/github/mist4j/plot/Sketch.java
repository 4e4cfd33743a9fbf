package io.github.mist4j.plot;

import io.github.mist4j.plot.Mark.Anchor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A drawing as wide as its place: estimates on an axis, levels below each other.
 *
 * <p>Horizontal places are percentages and vertical ones pixels, so that it takes any width while
 * its text keeps its size. Its grey and blue keep their contrast on white and on black and differ
 * for every eye: it does not need to know the theme.
 */
final class Sketch {
  private static final int FONT = 12; // pixels, on a card
  private static final int PAGE_FONT = 11; // as the other words of a page have
  private static final int CAP = 6; // half of one, pixels

  private final List<Mark> marks = new ArrayList<>();
  private final int height;
  private final String title;
  private final String description;

  /**
   * An empty drawing.
   *
   * @param height in pixels
   * @param title what it is
   * @param description what it shows, in a sentence
   */
  Sketch(int height, String title, String description) {
    this.height = height;
    this.title = title;
    this.description = description;
  }

  int height() {
    return height;
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }

  private void line(double x1, int y1, double x2, int y2, Color colour, int stroke) {
    marks.add(new Mark.Line(x1, y1, x2, y2, colour, stroke));
  }

  /** A line with caps. */
  void interval(double from, double to, int y) {
    line(from, y, to, y, Palette.THEMELESS_BLUE, 2);
    line(from, y - CAP, from, y + CAP, Palette.THEMELESS_BLUE, 2);
    line(to, y - CAP, to, y + CAP, Palette.THEMELESS_BLUE, 2);
  }

  /** A bar from zero on the axis: what there is at least. */
  void atLeast(double from, double to, int y) {
    line(from, y - 2, to, y - 2, Palette.THEMELESS_BLUE, 4);
  }

  /**
   * A box with a line: five quantiles of which the middle three are the box and its median.
   *
   * @param at from left to right
   * @param half of the height of the box
   */
  void box(double[] at, int y, int half) {
    line(at[0], y, at[4], y, Palette.THEMELESS_GREY, 1);
    band(at[1], at[3], y - half, y + half);
    line(at[2], y - half, at[2], y + half, Palette.THEMELESS_BLUE, 3);
  }

  /** A bar from a place to another, and thin on to where the whole would end. */
  void bar(double from, double to, double whole, int y) {
    line(from, y, whole, y, Palette.THEMELESS_GREY, 1);
    line(from, y, to, y, Palette.THEMELESS_BLUE, 6);
  }

  /** A thin line. */
  void rule(double from, double to, int y) {
    line(from, y, to, y, Palette.THEMELESS_GREY, 1);
  }

  /** All of another drawing below this one, with some pixels between them. */
  Sketch above(Sketch other, int gap) {
    var both =
        new Sketch(height + gap + other.height, title, description + "; " + other.description);
    both.marks.addAll(marks);
    other.marks.forEach(mark -> both.marks.add(mark.lower(height + gap)));
    return both;
  }

  /** A value. */
  void dot(double x, int y) {
    marks.add(new Mark.Dot(x, y));
  }

  /** Rows, as small dots. */
  void points(double[] x, int[] y) {
    marks.add(new Mark.Points(x, y));
  }

  /** A shaded range. */
  void band(double from, double to, int top, int bottom) {
    marks.add(new Mark.Band(from, to, top, bottom));
  }

  /** Words that start, end or have their middle at a place. */
  void text(double x, int y, Anchor anchor, String words) {
    marks.add(new Mark.Words(x, y, anchor, words));
  }

  /** A horizontal axis of what is not measured from zero. */
  void scale(TickAxis axis, double left, double right, int bottom) {
    line(left, bottom, right, bottom, Palette.THEMELESS_GREY, 1);
    for (double tick : axis.ticks()) {
      double x = left + (right - left) * axis.position(tick);
      line(x, bottom, x, bottom + 4, Palette.THEMELESS_GREY, 1);
      text(x, bottom + 17, Anchor.MIDDLE, axis.label(tick));
    }
  }

  /** A horizontal axis with its ticks, the one at 0 through the plot and with the unit. */
  void axis(TickAxis axis, double left, double right, int top, int bottom, String unit) {
    line(left, bottom, right, bottom, Palette.THEMELESS_GREY, 1);
    for (double tick : axis.ticks()) {
      double x = left + (right - left) * axis.position(tick);
      line(x, tick == 0 ? top : bottom, x, bottom + 4, Palette.THEMELESS_GREY, 1);
      Anchor anchor = x < 7 ? Anchor.START : x > 93 ? Anchor.END : Anchor.MIDDLE; // stays inside
      text(x, bottom + 17, anchor, axis.label(tick) + (tick == 0 ? " " + unit : ""));
    }
  }

  /** A line through places. */
  void curve(double[] x, int[] y, Color colour) {
    marks.add(new Mark.Curve(x, y, colour, height));
  }

  /** A place on a vertical axis, with its words to the left. */
  void tick(double x, int y, String words) {
    line(x - 0.8, y, x, y, Palette.THEMELESS_GREY, 1);
    text(x - 1.4, y + 4, Anchor.END, words);
  }

  /** The drawing as an SVG document that is as wide as its place, on no ground. */
  String svg() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" role="img" width="100%%" height="%s" \
    font-family="system-ui, -apple-system, 'Segoe UI', sans-serif" font-size="%s">
    <title>%s</title>
    <desc>%s</desc>
    %s</svg>
    """
        .formatted(
            height,
            FONT,
            Xml.escape(title),
            Xml.escape(description),
            marks.stream().map(Mark::svg).collect(Collectors.joining()));
  }

  /** Drawn from the pen's origin, on so many pixels. */
  void draw(Graphics2D pen, int width) {
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, PAGE_FONT));
    marks.forEach(mark -> mark.draw(pen, width));
  }
}
