package io.github.mist4j.plot;

import io.github.mist4j.table.Pairwise;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The mutual information of all pairs of columns as a map. */
final class PairwiseMap {
  private static final int LEAST_CELL = 14;
  private static final int MOST_CELL = 56;
  private static final int SIDE = 560; // of a map of middle size
  private static final String NOTE = "nats; dots: dependent at a false discovery rate of 5%";
  private static final int TOP = Page.top(NOTE);
  private static final int MOST_COLUMNS = 80; // 1,120 pixels a side, 0.7 MB at most
  private static final int SCALE_WIDTH = 96; // with the largest value and its unit
  private static final int SCALE_FONT = 12;
  private static final int MOST_LETTERS = 24;
  private static final int WITH_NUMBERS = 34; // of a cell that has room for one

  private final Pairwise pairwise;
  private final List<Integer> order;
  private final double[][] matrix;
  private final int cell;
  private final double most;

  private PairwiseMap(Pairwise pairwise) {
    this.pairwise = pairwise;
    matrix = pairwise.matrix();
    List<Integer> shown = strongest(pairwise);
    order = Clusters.order(likeness(matrix, shown)).stream().map(shown::get).toList();
    cell = Math.max(LEAST_CELL, Math.min(MOST_CELL, SIDE / order.size()));
    most =
        Math.max(0.1, pairwise.pairs().stream().mapToDouble(Pairwise.Pair::value).max().orElse(0));
  }

  /** The columns that a page has room for: those of the strongest pairs, in their order. */
  private static List<Integer> strongest(Pairwise pairwise) {
    int count = pairwise.columns().size();
    if (count <= MOST_COLUMNS) {
      return IntStream.range(0, count).boxed().toList();
    }
    var shown = new TreeSet<Integer>();
    for (Pairwise.Pair pair : pairwise.strongest()) {
      shown.add(pair.a());
      if (shown.size() < MOST_COLUMNS) {
        shown.add(pair.b());
      }
      if (shown.size() == MOST_COLUMNS) {
        break;
      }
    }
    for (int c = 0; shown.size() < MOST_COLUMNS; c++) {
      shown.add(c); // of pairs that have not been asked
    }
    return List.copyOf(shown);
  }

  /** √(1 − exp(−2 I)): the correlation of a normal pair with that information. */
  private static double[][] likeness(double[][] matrix, List<Integer> shown) {
    var likeness = new double[shown.size()][shown.size()];
    for (int i = 0; i < shown.size(); i++) {
      for (int j = 0; j < shown.size(); j++) {
        double value = matrix[shown.get(i)][shown.get(j)];
        likeness[i][j] = Math.sqrt(-Math.expm1(-2 * Math.max(0, value)));
      }
    }
    return likeness;
  }

  static Picture of(Pairwise pairwise) {
    return new PairwiseMap(pairwise).draw();
  }

  private Picture draw() {
    var font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.min(11, cell - 3));
    var pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    int names =
        order.stream().mapToInt(c -> pen.getFontMetrics(font).stringWidth(name(c))).max().orElse(0)
            + 8;
    pen.dispose();
    int side = cell * order.size();
    int width = Math.max(names + side + SCALE_WIDTH, 420) + 2 * Page.MARGIN;
    return Page.of(
        width,
        TOP + side + names + Page.MARGIN,
        title(),
        NOTE,
        g -> {
          g.setFont(font);
          int left = Page.MARGIN + names;
          drawCells(g, left);
          drawNames(g, left, side);
          drawScale(g, left + side + 16);
        });
  }

  private String title() {
    int all = pairwise.columns().size();
    return order.size() == all
        ? "Mutual information of %s columns".formatted(all)
        : "Mutual information of the %s of %s columns with the strongest pairs"
            .formatted(order.size(), all);
  }

  private void drawCells(Graphics2D g, int left) {
    for (int row = 0; row < order.size(); row++) {
      for (int column = 0; column < order.size(); column++) {
        double value = matrix[order.get(row)][order.get(column)];
        int x = left + column * cell;
        int y = TOP + row * cell;
        g.setColor(Double.isNaN(value) ? Palette.NO_VALUE : Palette.information(value / most));
        g.fillRect(x, y, cell - 1, cell - 1);
        if (!Double.isNaN(value) && cell >= WITH_NUMBERS) {
          g.setColor(value > most / 2 ? Color.WHITE : Color.BLACK);
          String text = Figures.fixed(Math.max(0, value), 2);
          int wide = g.getFontMetrics().stringWidth(text);
          g.drawString(text, x + (cell - wide) / 2, y + cell / 2 + 4);
        }
      }
    }
    for (Pairwise.Pair pair : pairwise.dependent()) {
      int a = order.indexOf(pair.a());
      int b = order.indexOf(pair.b());
      if (a >= 0 && b >= 0) {
        dot(g, left, a, b, pair.value());
        dot(g, left, b, a, pair.value());
      }
    }
  }

  private void dot(Graphics2D g, int left, int row, int column, double value) {
    g.setColor(value > most / 2 ? Color.WHITE : Color.BLACK);
    int size = Math.max(2, Math.min(4, cell / 5));
    boolean corner = cell >= WITH_NUMBERS;
    int x = left + column * cell + (corner ? cell - size - 4 : (cell - 1 - size) / 2);
    int y = TOP + row * cell + (corner ? 3 : (cell - 1 - size) / 2);
    g.fillOval(x, y, size, size);
  }

  private void drawNames(Graphics2D g, int left, int side) {
    g.setColor(Color.BLACK);
    int ascent = g.getFontMetrics().getAscent();
    for (int k = 0; k < order.size(); k++) {
      String name = name(order.get(k));
      int middle = TOP + k * cell + (cell + ascent) / 2 - 2;
      g.drawString(name, left - 6 - g.getFontMetrics().stringWidth(name), middle);
      AffineTransform upright = g.getTransform();
      g.translate(left + k * cell + (cell + ascent) / 2 - 2, TOP + side + 6);
      g.rotate(Math.PI / 2);
      g.drawString(name, 0, 4);
      g.setTransform(upright);
    }
  }

  private void drawScale(Graphics2D g, int x) {
    int height = Math.min(160, Math.max(60, cell * order.size() - 10));
    for (int k = 0; k < height; k++) {
      g.setColor(Palette.information(1 - (double) k / height));
      g.fillRect(x, TOP + 6 + k, 12, 1);
    }
    g.setColor(Color.GRAY); // the pale end is not seen on a white page
    g.drawRect(x, TOP + 6, 12, height - 1);
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SCALE_FONT));
    g.drawString(Figures.fixed(most, 2) + " nats", x + 18, TOP + 6 + SCALE_FONT);
    if (height > 5 * SCALE_FONT) {
      g.drawString(Figures.fixed(most / 2, 2), x + 18, TOP + 6 + (height + SCALE_FONT) / 2);
    }
    g.drawString("0", x + 18, TOP + 6 + height);
  }

  private String name(int column) {
    return Figures.shortened(pairwise.columns().get(column), MOST_LETTERS);
  }
}
