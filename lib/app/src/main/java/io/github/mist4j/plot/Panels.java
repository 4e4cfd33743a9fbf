package io.github.mist4j.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.Histogram;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** Charts in a grid under a title. */
final class Panels {
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 9);

  private static final Color BARS = Palette.faint(Palette.BLUE, 170);
  private static final int BINS = 24;

  private Panels() {}

  /**
   * The charts row by row, each in a square of the given side.
   *
   * @param note a line under the title, may be empty
   */
  static Picture of(String title, String note, List<List<Chart<?, ?>>> rows, int side) {
    return of(title, note, rows, side, false);
  }

  /**
   * The same.
   *
   * @param lastIsWide whether the charts of the last row share its whole width
   */
  static Picture of(
      String title, String note, List<List<Chart<?, ?>>> rows, int side, boolean lastIsWide) {
    int columns = rows.stream().mapToInt(List::size).max().orElseThrow();
    int top = Page.top(note);
    int width = Math.max(columns * side, 360) + 2 * Page.MARGIN;
    int height = rows.size() * side + top + Page.MARGIN;
    return Page.of(
        width,
        height,
        title,
        note,
        pen -> {
          for (int row = 0; row < rows.size(); row++) {
            boolean isWide = lastIsWide && row == rows.size() - 1;
            int each = isWide ? columns * side / rows.get(row).size() : side;
            draw(pen, rows.get(row), top + row * side, each, side);
          }
        });
  }

  private static void draw(
      Graphics2D pen, List<Chart<?, ?>> charts, int top, int width, int height) {
    for (int column = 0; column < charts.size(); column++) {
      var part = (Graphics2D) pen.create(Page.MARGIN + column * width, top, width, height);
      charts.get(column).paint(part, width, height);
      part.dispose();
    }
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
    if (styler instanceof AxesChartStyler axes) {
      axes.setLocale(Locale.ROOT); // the digits of the ticks
    }
  }
}
