package io.github.mist4j.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;

/**
 * Something on a {@link Sketch}: horizontal places are in percent of its width, vertical ones in
 * pixels. It can be written as SVG and drawn.
 */
sealed interface Mark {
  /** As an element of SVG, and a line break. */
  String svg();

  /** Drawn from the pen's origin, on so many pixels. */
  void draw(Graphics2D pen, double width);

  /** The same so many pixels lower. */
  Mark lower(int pixels);

  private static String element(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** A straight line. */
  record Line(double x1, int y1, double x2, int y2, Color colour, int stroke) implements Mark {
    @Override
    public Mark lower(int pixels) {
      return new Line(x1, y1 + pixels, x2, y2 + pixels, colour, stroke);
    }

    @Override
    public String svg() {
      return element(
          "<line x1=\"%.2f%%\" y1=\"%d\" x2=\"%.2f%%\" y2=\"%d\" stroke=\"%s\""
              + " stroke-width=\"%d\"/>%n",
          x1, y1, x2, y2, Palette.hex(colour), stroke);
    }

    @Override
    public void draw(Graphics2D pen, double width) {
      pen.setColor(colour);
      pen.setStroke(new BasicStroke(stroke, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
      pen.draw(new Line2D.Double(x1 * width / 100, y1, x2 * width / 100, y2));
    }
  }

  /** A line through places, on a sketch of some height. */
  @SuppressWarnings("ArrayRecordComponent") // drawn, never compared
  record Curve(double[] x, int[] y, Color colour, int height) implements Mark {
    @Override
    public Mark lower(int pixels) {
      return new Curve(
          x, Arrays.stream(y).map(place -> place + pixels).toArray(), colour, height + pixels);
    }

    /** In a window of its own, as the places of a polyline cannot be percentages. */
    @Override
    public String svg() {
      var places = new StringBuilder();
      for (int i = 0; i < x.length; i++) {
        places.append(element("%.2f,%d ", x[i], y[i]));
      }
      return element(
          "<svg width=\"100%%\" height=\"%d\" viewBox=\"0 0 100 %d\" preserveAspectRatio=\"none\">"
              + "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\""
              + " vector-effect=\"non-scaling-stroke\"/></svg>%n",
          height, height, places.toString().strip(), Palette.hex(colour));
    }

    @Override
    public void draw(Graphics2D pen, double width) {
      var path = new Path2D.Double();
      path.moveTo(x[0] * width / 100, y[0]);
      for (int i = 1; i < x.length; i++) {
        path.lineTo(x[i] * width / 100, y[i]);
      }
      pen.setColor(colour);
      pen.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
      pen.draw(path);
    }
  }

  /** A value. */
  record Dot(double x, int y) implements Mark {
    private static final int RADIUS = 5;

    @Override
    public Mark lower(int pixels) {
      return new Dot(x, y + pixels);
    }

    @Override
    public String svg() {
      return element(
          "<circle cx=\"%.2f%%\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>%n",
          x, y, RADIUS, Palette.hex(Palette.THEMELESS_BLUE));
    }

    @Override
    public void draw(Graphics2D pen, double width) {
      pen.setColor(Palette.THEMELESS_BLUE);
      double left = x * width / 100 - RADIUS;
      pen.fill(new Ellipse2D.Double(left, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
    }
  }

  /** Rows: many small dots, darker where many fall together. */
  @SuppressWarnings("ArrayRecordComponent") // drawn, never compared
  record Points(double[] x, int[] y) implements Mark {
    private static final int RADIUS = 2;
    private static final double OPACITY = 0.5;
    private static final Color FILL = Palette.faint(Palette.THEMELESS_BLUE, (int) (255 * OPACITY));

    @Override
    public Mark lower(int pixels) {
      return new Points(x, Arrays.stream(y).map(place -> place + pixels).toArray());
    }

    @Override
    public String svg() {
      var points =
          new StringBuilder(
              element(
                  "<g fill=\"%s\" fill-opacity=\"%s\">",
                  Palette.hex(Palette.THEMELESS_BLUE), OPACITY));
      for (int i = 0; i < x.length; i++) {
        points.append(element("<circle cx=\"%.1f%%\" cy=\"%d\" r=\"%d\"/>", x[i], y[i], RADIUS));
      }
      return points.append("</g>\n").toString();
    }

    @Override
    public void draw(Graphics2D pen, double width) {
      pen.setColor(FILL);
      for (int i = 0; i < x.length; i++) {
        double left = x[i] * width / 100 - RADIUS;
        pen.fill(new Ellipse2D.Double(left, y[i] - RADIUS, 2 * RADIUS, 2 * RADIUS));
      }
    }
  }

  /** A shaded range. */
  record Band(double from, double to, int top, int bottom) implements Mark {
    private static final Color FILL = Palette.faint(Palette.THEMELESS_GREY, 64); // a quarter
    private static final Color EDGE = Palette.faint(Palette.THEMELESS_GREY, 128);

    @Override
    public Mark lower(int pixels) {
      return new Band(from, to, top + pixels, bottom + pixels);
    }

    @Override
    public String svg() {
      String grey = Palette.hex(Palette.THEMELESS_GREY);
      return element(
          "<rect x=\"%.2f%%\" y=\"%d\" width=\"%.2f%%\" height=\"%d\" fill=\"%s\""
              + " fill-opacity=\"0.25\" stroke=\"%s\" stroke-opacity=\"0.5\"/>%n",
          from, top, to - from, bottom - top, grey, grey);
    }

    @Override
    public void draw(Graphics2D pen, double width) {
      var shape =
          new Rectangle2D.Double(
              from * width / 100, top, (to - from) * width / 100, (double) bottom - top);
      pen.setColor(FILL);
      pen.fill(shape);
      pen.setColor(EDGE);
      pen.setStroke(new BasicStroke(1));
      pen.draw(shape);
    }
  }

  /** Where words stand beside their place. */
  enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share; // of the words before their place

    Anchor(double share) {
      this.share = share;
    }
  }

  /** Words. */
  record Words(double x, int y, Anchor anchor, String text) implements Mark {
    @Override
    public Mark lower(int pixels) {
      return new Words(x, y + pixels, anchor, text);
    }

    @Override
    public String svg() {
      return element(
          "<text x=\"%.2f%%\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
          x,
          y,
          anchor.name().toLowerCase(Locale.ROOT),
          Palette.hex(Palette.THEMELESS_GREY),
          Xml.escape(text));
    }

    @Override
    public void draw(Graphics2D pen, double width) {
      pen.setColor(Palette.THEMELESS_GREY);
      double before = anchor.share * pen.getFontMetrics().stringWidth(text);
      pen.drawString(text, (float) (x * width / 100 - before), y);
    }
  }
}
