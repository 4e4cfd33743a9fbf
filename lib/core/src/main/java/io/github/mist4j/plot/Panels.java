package io.github.mist4j.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.Histogram;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;

/** Charts in a grid under a title. */
final class Panels {
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 9);

  private static final Color BARS = new Color(0, 114, 178, 170); // Okabe and Ito's blue
  private static final int BINS = 24;
  private static final int TITLE = 30;
  private static final int NOTE = 22;
  private static final int MARGIN = 10;

  private Panels() {}

  /**
   * The charts row by row, each in a square of the given side.
   *
   * @param note a line under the title, may be empty
   */
  static Picture of(String title, String note, List<List<Chart<?, ?>>> rows, int side) {
    int columns = rows.stream().mapToInt(List::size).max().orElseThrow();
    int top = TITLE + (note.isEmpty() ? 0 : NOTE);
    int width = Math.max(columns * side, 360) + 2 * MARGIN;
    int height = rows.size() * side + top + MARGIN;
    var image =
        new BufferedImage(
            Picture.SCALE * width, Picture.SCALE * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.scale(Picture.SCALE, Picture.SCALE);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
    g.drawString(title, MARGIN, 20);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    g.setColor(Color.DARK_GRAY);
    g.drawString(note, MARGIN, 20 + NOTE - 4);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        Chart<?, ?> chart = rows.get(row).get(column);
        Graphics2D part =
            (Graphics2D) g.create(MARGIN + column * side, top + row * side, side, side);
        chart.paint(part, side, side);
        part.dispose();
      }
    }
    g.dispose();
    return new Picture(title, image);
  }

  /** How many values lie in each of some equal parts of [low, high]. */
  static CategoryChart histogram(String title, double[] values, double low, double high) {
    CategoryChart chart = new CategoryChartBuilder().xAxisTitle(title).yAxisTitle("").build();
    style(chart.getStyler());
    chart.getStyler().setAvailableSpaceFill(0.98).setAxisTitleFont(SMALL);
    chart.getStyler().setAxisTickLabelsFont(SMALL).setPlotGridLinesVisible(false);
    chart.getStyler().setXAxisMaxLabelCount(4).setXAxisDecimalPattern("0.#");
    var histogram = new Histogram(Arrays.stream(values).boxed().toList(), BINS, low, high);
    chart.addSeries("rows", histogram.getxAxisData(), histogram.getyAxisData()).setFillColor(BARS);
    return chart;
  }

  static void style(Styler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setLegendVisible(false);
    styler.setChartTitleVisible(false);
    styler.setChartPadding(4);
  }
}
