package io.github.mist4j.plot;

import io.github.mist4j.plot.Panel.Ink;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.function.Function;

/** A map of cells, each with its value. */
final class MapPanel implements PanelPainting {
  /** Nats²: below it an error is as good as none. */
  private static final double LEAST = 0.001;

  private static final double MOST = 10;

  private static final double NOMINAL = 0.9; // of coverage
  private static final double FAR = 0.4; // from it: full ink
  private static final double STRONG = 1; // nats of bias: full ink
  private static final Font FONT = Panels.SMALL;
  private static final Font TITLE = Panels.SMALL.deriveFont(11f);
  private static final int TOP = 24; // room for the title
  private static final int BOTTOM = 34; // for names and label
  private static final int LINE = 13; // of names
  private static final int PAD = 6;

  private final String title;
  private final Axes axes;
  private final double[][] values;
  private final Ink ink;

  /** The axes: labels, names from the left and from below. */
  record Axes(String xLabel, String yLabel, List<String> xNames, List<String> yNames) {}

  MapPanel(String title, Axes axes, double[][] values, Ink ink) {
    this.title = title;
    this.axes = axes;
    this.values = values;
    this.ink = ink;
  }

  @Override
  public void paint(Graphics2D pen, int width, int height, Function<String, Color> colours) {
    pen.setFont(Page.fitting(pen, title, TITLE, width));
    pen.setColor(Color.BLACK);
    pen.drawString(title, (width - pen.getFontMetrics().stringWidth(title)) / 2, 15);
    pen.setFont(FONT);
    int names =
        axes.yNames().stream().mapToInt(n -> pen.getFontMetrics().stringWidth(n)).max().orElse(0);
    int left = names + 3 * PAD + FONT.getSize();
    double wide = (double) (width - left - PAD) / axes.xNames().size();
    double high = (double) (height - TOP - BOTTOM) / axes.yNames().size();
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < values[row].length; column++) {
        int x = left + (int) Math.round(column * wide);
        int y = TOP + (int) Math.round((values.length - 1 - row) * high);
        int x1 = left + (int) Math.round((column + 1) * wide);
        int y1 = TOP + (int) Math.round((values.length - row) * high);
        cell(pen, values[row][column], x, y, x1 - x - 1, y1 - y - 1);
      }
    }
    pen.setColor(Color.BLACK);
    for (int row = 0; row < axes.yNames().size(); row++) {
      String name = axes.yNames().get(row);
      int y = TOP + (int) Math.round((axes.yNames().size() - row - 0.5) * high) + 3;
      pen.drawString(name, left - PAD - pen.getFontMetrics().stringWidth(name), y);
    }
    boolean twoLines =
        axes.xNames().stream().anyMatch(name -> pen.getFontMetrics().stringWidth(name) > wide - 2);
    for (int column = 0; column < axes.xNames().size(); column++) {
      int line = twoLines ? column % 2 : 0; // by turns, so that long names do not meet
      centred(
          pen,
          axes.xNames().get(column),
          left + (column + 0.5) * wide,
          height - BOTTOM + 12 + line * LINE);
    }
    centred(pen, axes.xLabel(), left + axes.xNames().size() * wide / 2, height - BOTTOM + 26);
    AffineTransform upright = pen.getTransform();
    pen.translate(PAD + FONT.getSize(), TOP + (height - TOP - BOTTOM) / 2.0);
    pen.rotate(-Math.PI / 2);
    centred(pen, axes.yLabel(), 0, 0);
    pen.setTransform(upright);
  }

  private static void centred(Graphics2D pen, String text, double x, int y) {
    pen.drawString(text, (float) (x - pen.getFontMetrics().stringWidth(text) / 2.0), y);
  }

  private void cell(Graphics2D pen, double value, int x, int y, int width, int height) {
    Color colour = Double.isNaN(value) ? Palette.NO_VALUE : colour(value);
    pen.setColor(colour);
    pen.fillRect(x, y, width, height);
    if (Double.isNaN(value)) {
      return;
    }
    String text = ink == Ink.COVERAGE ? Figures.percent(value, 0) : Figures.amount(value);
    pen.setColor(isDark(colour) ? Color.WHITE : Color.BLACK);
    if (pen.getFontMetrics().stringWidth(text) <= width) {
      centred(pen, text, x + width / 2.0, y + height / 2 + 3);
    }
  }

  private Color colour(double value) {
    return switch (ink) {
      case ERROR ->
          Palette.between(
              Math.log(Math.max(value, LEAST) / LEAST) / Math.log(MOST / LEAST), Palette.errors());
      case BIAS -> Palette.diverging(value / STRONG);
      case COVERAGE -> Palette.diverging((NOMINAL - value) / FAR);
    };
  }

  /** By the luminance of the eye: green weighs most. */
  private static boolean isDark(Color colour) {
    return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue() < 128;
  }
}
