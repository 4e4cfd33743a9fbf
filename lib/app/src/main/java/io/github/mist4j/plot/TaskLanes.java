package io.github.mist4j.plot;

import io.github.mist4j.evaluation.ErrorTable;
import io.github.mist4j.model.Errors;
import io.github.mist4j.suite.BenchmarkSuite;
import io.github.mist4j.suite.BenchmarkTable;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;

/**
 * A row for every task of a suite: its true information as a bar, and in a lane for every method
 * the mean of its estimates with the standard deviation of their errors to both sides.
 */
final class TaskLanes {
  private static final String NOTE =
      "lines reach one standard deviation of the errors to both sides";
  private static final int WIDTH = 720;
  private static final Font FONT = Panels.SMALL.deriveFont(11f);
  private static final int LANE = 6;
  private static final int LEAST_ROW = 15;
  private static final int LEGEND = 16; // a line of it
  private static final int AXIS = 26;
  private static final double DOT = 5;
  private static final double GAP = 10; // behind the longest name
  private static final int MOST_TICKS = 9;

  private final BenchmarkTable table;
  private final int row;
  private final int top;
  private final double names; // the width of the longest
  private final double low;
  private final double high;

  private TaskLanes(BenchmarkTable table) {
    this.table = table;
    this.row = Math.max(LEAST_ROW, LANE * table.methods().size() + 4);
    this.top = Page.top(NOTE) + LEGEND * table.methods().size() + 6;
    var context = new FontRenderContext(null, true, true);
    this.names =
        GAP
            + tasks().stream()
                .mapToDouble(task -> FONT.getStringBounds(task.name(), context).getWidth())
                .max()
                .orElse(0);
    double least = 0;
    double most = 0.1;
    for (BenchmarkSuite.Task task : tasks()) {
      double truth = table.truth(task);
      most = Math.max(most, truth);
      for (String method : table.methods()) {
        Errors errors = table.row(method, task).map(ErrorTable.Row::errors).orElse(null);
        if (errors != null) {
          double deviation = Math.sqrt(errors.variance());
          least = Math.min(least, truth + errors.bias() - deviation);
          most = Math.max(most, truth + errors.bias() + deviation);
        }
      }
    }
    this.low = least;
    this.high = most;
  }

  static Picture of(BenchmarkTable table) {
    var lanes = new TaskLanes(table);
    int height = lanes.top + lanes.row * lanes.tasks().size() + AXIS;
    String title = "%s: estimates (dots) and truths (bars), nats".formatted(table.suite().name());
    return Page.of(WIDTH, height, title, NOTE, lanes::draw);
  }

  private List<BenchmarkSuite.Task> tasks() {
    return table.suite().tasks();
  }

  private void draw(Graphics2D pen) {
    pen.setFont(FONT);
    for (int k = 0; k < table.methods().size(); k++) {
      int at = top - 6 - LEGEND * (table.methods().size() - k) + 10;
      pen.setColor(Palette.series(k));
      pen.fill(dot(Page.MARGIN + DOT, at - 4.0));
      pen.setColor(Color.BLACK);
      pen.drawString(table.summary(table.methods().get(k)), Page.MARGIN + 14, at);
    }
    for (int i = 0; i < tasks().size(); i++) {
      drawTask(pen, i);
    }
    drawAxis(pen);
  }

  private void drawTask(Graphics2D pen, int i) {
    BenchmarkSuite.Task task = tasks().get(i);
    int y = top + i * row;
    if (i % 2 == 0) {
      pen.setColor(Palette.STRIPE);
      pen.fillRect(Page.MARGIN, y, WIDTH - 2 * Page.MARGIN, row);
    }
    pen.setColor(Color.BLACK);
    pen.drawString(task.name(), Page.MARGIN + 2, y + row / 2 + 4);
    double truth = table.truth(task);
    pen.setStroke(new BasicStroke(2));
    pen.draw(new Line2D.Double(place(truth), y + 1.0, place(truth), y + row - 1.0));
    pen.setStroke(new BasicStroke(1));
    double first = y + 0.5 * (row - LANE * (table.methods().size() - 1));
    for (int k = 0; k < table.methods().size(); k++) {
      double lane = first + k * LANE;
      pen.setColor(Palette.series(k));
      table
          .row(table.methods().get(k), task)
          .map(ErrorTable.Row::errors)
          .ifPresent(
              errors -> {
                double mean = truth + errors.bias();
                double deviation = Math.sqrt(errors.variance());
                pen.draw(
                    new Line2D.Double(
                        place(mean - deviation), lane, place(mean + deviation), lane));
                pen.fill(dot(place(mean), lane));
              });
    }
  }

  private static Ellipse2D dot(double x, double y) {
    return new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT);
  }

  private double place(double nats) {
    double span = WIDTH - 2 * Page.MARGIN - names - DOT;
    return Page.MARGIN + names + span * (nats - low) / (high - low);
  }

  private void drawAxis(Graphics2D pen) {
    int bottom = top + row * tasks().size();
    pen.setColor(Color.DARK_GRAY);
    pen.draw(new Line2D.Double(place(low), bottom, place(high), bottom));
    var axis = TickAxis.between(low, high, MOST_TICKS);
    for (double tick : axis.ticks()) {
      pen.draw(new Line2D.Double(place(tick), bottom, place(tick), bottom + 4));
      String text = axis.label(tick);
      int width = pen.getFontMetrics().stringWidth(text);
      pen.drawString(text, (float) place(tick) - width / 2f, bottom + 17f);
    }
  }
}
