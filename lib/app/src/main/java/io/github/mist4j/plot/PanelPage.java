package io.github.mist4j.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;

/** Panels in rows under a title, with one legend for all of them. */
final class PanelPage {
  private static final int WIDE = 380; // of a panel, in pixels of a page
  private static final int NARROW = 300; // of one among more than two
  private static final int HIGH = 290;
  private static final int LINE = 18; // of the legend
  private static final int DOT = 7;
  private static final int GAP = 16; // behind a name
  private static final int LEAST_WIDTH = 560; // a title and a note have room
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  private final List<List<Panel>> rows;
  private final List<String> names;
  private final int side;
  private final int width;
  private final int top;
  private final List<List<String>> legend;

  private PanelPage(String note, List<List<Panel>> rows) {
    this.rows = rows;
    names = rows.stream().flatMap(List::stream).flatMap(Panel::names).distinct().toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(1);
    side = columns > 2 ? NARROW : WIDE;
    width = Math.max(LEAST_WIDTH, columns * side + 2 * Page.MARGIN);
    top = Page.top(note);
    legend = names.size() > 1 ? legend() : List.of();
  }

  static Picture of(String title, String note, List<List<Panel>> rows) {
    var page = new PanelPage(note, rows);
    int height = page.panels() + rows.size() * HIGH + Page.MARGIN;
    return Page.of(page.width, height, title, note, page::draw);
  }

  /** The names, as many on a line as it has room for. */
  private List<List<String>> legend() {
    var lines = new ArrayList<List<String>>();
    double used = width;
    for (String name : names) {
      double needs = room(name);
      if (lines.isEmpty() || used + needs > width - 2 * Page.MARGIN) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.get(lines.size() - 1).add(name);
      used += needs;
    }
    return lines;
  }

  private static double room(String name) {
    var context = new FontRenderContext(null, true, true);
    return DOT + 5 + FONT.getStringBounds(name, context).getWidth() + GAP;
  }

  /** Where the panels begin. */
  private int panels() {
    return top + legend.size() * LINE;
  }

  private Color colour(String name) {
    return Palette.series(Math.max(0, names.indexOf(name)));
  }

  private void draw(Graphics2D pen) {
    pen.setFont(FONT);
    for (int k = 0; k < legend.size(); k++) {
      double x = Page.MARGIN;
      int y = top + k * LINE + 11;
      for (String name : legend.get(k)) {
        pen.setColor(colour(name));
        pen.fill(new Ellipse2D.Double(x, y - 8.0, DOT, DOT));
        pen.setColor(Color.BLACK);
        pen.drawString(name, (float) x + DOT + 5, y);
        x += room(name);
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        int x = Page.MARGIN + column * side;
        var part = (Graphics2D) pen.create(x, panels() + row * HIGH, side, HIGH);
        rows.get(row).get(column).painting().paint(part, side, HIGH, this::colour);
        part.dispose();
      }
    }
  }
}
