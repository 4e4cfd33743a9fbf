package io.github.mist4j.plot;

import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import io.github.mist4j.plot.Panel.Stroke;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines and points on two axes. */
final class LinePanel implements PanelPainting {
  private static final int FAINT = 120; // so that points that lie on others are seen
  private static final int MANY = 60; // points, from which on they are small and faint

  /** Of the ticks: no exponents. */
  private static final String NUMBERS = "0.#####";

  private final String title;
  private final Axis x;
  private final Axis y;
  private final List<Series> series;

  LinePanel(String title, Axis x, Axis y, List<Series> series) {
    this.title = title;
    this.x = x;
    this.y = y;
    this.series = series.stream().map(this::drawable).filter(s -> !s.x().isEmpty()).toList();
  }

  /** Without the points that have no place: NaN, and what no logarithm is of. */
  private Series drawable(Series one) {
    List<Integer> places =
        IntStream.range(0, one.x().size())
            .filter(k -> has(x, one.x().get(k)) && has(y, one.y().get(k)))
            .boxed()
            .toList();
    return new Series(
        one.name(),
        places.stream().map(one.x()::get).toList(),
        places.stream().map(one.y()::get).toList(),
        one.stroke());
  }

  private static boolean has(Axis axis, double value) {
    return Double.isFinite(value) && (value > 0 || !axis.isLogarithmic());
  }

  @Override
  public void paint(Graphics2D pen, int width, int height, Function<String, Color> colours) {
    XYChart chart = chart();
    int place = 0;
    for (Series one : series) {
      XYSeries drawn = chart.addSeries("s" + place++, one.x(), one.y());
      if (one.stroke() == Stroke.REFERENCE) {
        drawn.setMarker(SeriesMarkers.NONE).setLineColor(Palette.GREY);
        drawn.setLineStyle(
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, dashes(), 0));
      } else {
        Color colour = colours.apply(one.name());
        boolean many = one.stroke() == Stroke.POINTS && one.x().size() > MANY;
        drawn.setMarker(SeriesMarkers.CIRCLE).setLineColor(colour);
        drawn.setMarkerColor(many ? Palette.faint(colour, FAINT) : colour);
        drawn.setLineStyle(new BasicStroke(1.6f));
        if (one.stroke() == Stroke.POINTS) {
          drawn.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        }
      }
    }
    chart.paint(pen, width, height);
  }

  private static float[] dashes() {
    return new float[] {4, 3};
  }

  private XYChart chart() {
    XYChart chart =
        new XYChartBuilder().title(title).xAxisTitle(x.label()).yAxisTitle(y.label()).build();
    Panels.style(chart.getStyler());
    chart.getStyler().setMarkerSize(series.stream().anyMatch(LinePanel::isMany) ? 4 : 6);
    chart.getStyler().setPlotGridLinesVisible(false);
    chart.getStyler().setAxisTitleFont(Panels.SMALL).setAxisTickLabelsFont(Panels.SMALL);
    chart.getStyler().setChartTitleFont(Panels.SMALL.deriveFont(11f)).setChartTitleVisible(true);
    chart.getStyler().setXAxisDecimalPattern(NUMBERS).setYAxisDecimalPattern(NUMBERS);
    chart.getStyler().setXAxisLogarithmic(x.isLogarithmic()).setYAxisLogarithmic(y.isLogarithmic());
    double[] ofX = ends(x, Series::x);
    double[] ofY = ends(y, Series::y);
    chart.getStyler().setXAxisMin(ofX[0]).setXAxisMax(ofX[1]);
    chart.getStyler().setYAxisMin(ofY[0]).setYAxisMax(ofY[1]);
    return chart;
  }

  private static boolean isMany(Series one) {
    return one.stroke() == Stroke.POINTS && one.x().size() > MANY;
  }

  /** Of an axis: as asked for, else what holds all; powers of ten on a logarithmic one. */
  private double[] ends(Axis axis, Function<Series, List<Double>> values) {
    ToDoubleFunction<Boolean> end =
        most -> {
          var all = series.stream().flatMap(s -> values.apply(s).stream()).mapToDouble(v -> v);
          return (most ? all.max() : all.min()).orElse(1);
        };
    double low = axis.low().orElseGet(() -> end.applyAsDouble(false));
    double high = axis.high().orElseGet(() -> end.applyAsDouble(true));
    if (axis.isLogarithmic()) {
      low = Math.pow(10, Math.floor(Math.log10(low) + 1e-9)); // 1e-9: the logarithm is rounded
      high = Math.max(10 * low, Math.pow(10, Math.ceil(Math.log10(high) - 1e-9)));
    } else if (axis.high().isEmpty()) {
      double margin = 0.06 * Math.max(high - low, 1e-9); // a mark's room
      low = low >= 0 ? Math.min(0, low) : low - margin;
      high += margin;
    }
    return new double[] {low, high};
  }
}
