package io.github.mist4j.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * A picture in the making, as wide as its place.
 *
 * <p>Horizontal places are percentages and vertical ones pixels, so that it takes any width while
 * its text keeps its size. Its grey and blue keep their contrast on white and on black and differ
 * for every eye: it does not need to know the theme.
 */
final class Svg {
  static final String GREY = "#7a7a7a";
  static final String BLUE = "#2d86c8";

  private final StringBuilder svg = new StringBuilder();
  private final int height;
  private final String description;

  /**
   * An empty picture.
   *
   * @param height in pixels
   * @param title what it is
   * @param description what it shows, in a sentence
   */
  Svg(int height, String title, String description) {
    this.height = height;
    this.description = description;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="100%%" height="%d" \
        font-family="system-ui, -apple-system, 'Segoe UI', sans-serif" font-size="12">
        <title>%s</title>
        <desc>%s</desc>
        """
            .formatted(height, Html.escape(title), Html.escape(description)));
  }

  void line(double x1, int y1, double x2, int y2, String colour, int width) {
    append(
        "<line x1=\"%.2f%%\" y1=\"%d\" x2=\"%.2f%%\" y2=\"%d\" stroke=\"%s\""
            + " stroke-width=\"%d\"/>%n",
        x1, y1, x2, y2, colour, width);
  }

  /** A line with caps, and a dot. */
  void interval(double from, double to, int y) {
    line(from, y, to, y, BLUE, 2);
    line(from, y - 6, from, y + 6, BLUE, 2);
    line(to, y - 6, to, y + 6, BLUE, 2);
  }

  void dot(double x, int y) {
    append("<circle cx=\"%.2f%%\" cy=\"%d\" r=\"5\" fill=\"%s\"/>%n", x, y, BLUE);
  }

  void band(double from, double to, int top, int bottom) {
    append(
        "<rect x=\"%.2f%%\" y=\"%d\" width=\"%.2f%%\" height=\"%d\" fill=\"%s\""
            + " fill-opacity=\"0.25\" stroke=\"%s\" stroke-opacity=\"0.5\"/>%n",
        from, top, to - from, bottom - top, GREY, GREY);
  }

  /** Words that start, end or have their middle at a place. */
  void text(double x, int y, String anchor, String words) {
    append(
        "<text x=\"%.2f%%\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
        x, y, anchor, GREY, Html.escape(words));
  }

  /** A horizontal axis with its ticks, the one at 0 through the plot and with the unit. */
  void axis(TickAxis axis, double left, double right, int top, int bottom, String unit) {
    line(left, bottom, right, bottom, GREY, 1);
    for (double tick : axis.ticks()) {
      double x = left + (right - left) * axis.position(tick);
      line(x, tick == 0 ? top : bottom, x, bottom + 4, GREY, 1);
      String anchor = x < 7 ? "start" : x > 93 ? "end" : "middle"; // inside even where it is narrow
      text(x, bottom + 17, anchor, axis.label(tick) + (tick == 0 ? " " + unit : ""));
    }
  }

  private void append(String pattern, Object... values) {
    svg.append(String.format(Locale.ROOT, pattern, values));
  }

  /** The picture as a document of its own. */
  String document() {
    return svg + "</svg>\n";
  }

  /** The picture as an image in HTML, which even a notebook without trust shows. */
  String image() {
    byte[] bytes = document().getBytes(StandardCharsets.UTF_8);
    return """
    <img alt="%s" src="data:image/svg+xml;base64,%s" width="100%%" height="%d" \
    style="display: block; width: 100%%; height: %dpx; margin: 0 0 8px"/>
    """
        .formatted(
            Html.escape(description), Base64.getEncoder().encodeToString(bytes), height, height);
  }
}
