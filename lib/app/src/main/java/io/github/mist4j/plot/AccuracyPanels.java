package io.github.mist4j.plot;

import io.github.mist4j.evaluation.Calibration;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.Prediction;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How well methods did, from near and from afar. */
final class AccuracyPanels {
  private static final int SIDE = 280;
  private static final int ACROSS = 4;
  private static final Color POINTS = Palette.faint(Palette.BLUE, 110);

  private AccuracyPanels() {}

  static Picture of(Evaluation evaluation, List<Calibration> calibrations) {
    var panels = new ArrayList<List<Chart<?, ?>>>();
    int count = evaluation.rows().size();
    var scatters = new ArrayList<Chart<?, ?>>();
    for (int from = 0; from < evaluation.predictions().size(); from += count) {
      scatters.add(scatter(evaluation, from));
    }
    addRows(panels, scatters);
    var cells = new ErrorCells(evaluation);
    if (cells.severalSizes()) {
      addRows(panels, evaluation.methods().stream().<Chart<?, ?>>map(cells::heatMap).toList());
    }
    var rest = new ArrayList<Chart<?, ?>>();
    if (cells.severalSizes()) {
      rest.add(cells.byRows());
    }
    if (evaluation.methods().size() > 1) {
      rest.add(cells.againstTime());
    }
    calibrations.forEach(calibration -> rest.add(curve(calibration)));
    addRows(panels, rest);
    String scale =
        cells.severalSizes()
            ? "; maps of the mean error from %s (light) to %s nats and more (dark), logarithmic"
                .formatted(ErrorCells.LEAST, ErrorCells.MOST)
            : "";
    return Panels.of(
        evaluation.title(),
        count + " datasets, nats" + scale,
        panels,
        SIDE,
        rest.size() > 1 && cells.namesAreOutside());
  }

  static Picture of(Calibration calibration) {
    String worst =
        "on the diagonal is right; at most %s points off"
            .formatted(Figures.fixed(100 * calibration.worst(), 1));
    return Panels.of(
        "Calibration of " + calibration.method(),
        worst,
        List.of(List.of(curve(calibration))),
        SIDE);
  }

  private static void addRows(List<List<Chart<?, ?>>> rows, List<Chart<?, ?>> charts) {
    for (int from = 0; from < charts.size(); from += ACROSS) {
      rows.add(charts.subList(from, Math.min(charts.size(), from + ACROSS)));
    }
  }

  /** On axes of log(1 + nats), so that small and large values can both be seen. */
  private static XYChart scatter(Evaluation evaluation, int from) {
    int count = evaluation.rows().size();
    var truths = new ArrayList<Double>();
    var values = new ArrayList<Double>();
    double square = 0;
    for (int i = 0; i < count; i++) {
      Prediction prediction = evaluation.predictions().get(from + i);
      if (prediction.value().isPresent()) {
        double truth = evaluation.rows().get(i).mutualInformation();
        double value = prediction.value().getAsDouble();
        truths.add(Math.log1p(truth));
        values.add(Math.log1p(Math.max(value, -0.5)));
        square += (value - truth) * (value - truth);
      }
    }
    double end = truths.stream().mapToDouble(t -> t).max().orElse(1) * 1.05;
    String method = evaluation.predictions().get(from).method();
    XYChart chart =
        new XYChartBuilder()
            .title(method + ", MSE " + Figures.fixed(square / truths.size(), 3))
            .xAxisTitle("log(1 + true)")
            .yAxisTitle("log(1 + estimate)")
            .build();
    style(chart, -0.2, end);
    diagonal(chart, 0, end);
    chart
        .addSeries("datasets", truths, values)
        .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
        .setMarker(SeriesMarkers.CIRCLE)
        .setMarkerColor(POINTS);
    return chart;
  }

  private static XYChart curve(Calibration calibration) {
    XYChart chart =
        new XYChartBuilder()
            .title(calibration.method() + ", calibration")
            .xAxisTitle("level of the quantile")
            .yAxisTitle("share of truths below it")
            .build();
    style(chart, 0, 1);
    diagonal(chart, 0, 1);
    chart
        .addSeries("quantiles", calibration.levels(), calibration.shares())
        .setMarker(SeriesMarkers.CIRCLE)
        .setMarkerColor(Palette.BLUE)
        .setLineColor(Palette.BLUE);
    return chart;
  }

  private static void style(XYChart chart, double low, double high) {
    Panels.style(chart.getStyler());
    chart.getStyler().setMarkerSize(4);
    chart.getStyler().setPlotGridLinesVisible(false);
    chart.getStyler().setAxisTitleFont(Panels.SMALL).setAxisTickLabelsFont(Panels.SMALL);
    chart.getStyler().setChartTitleFont(Panels.SMALL.deriveFont(11f)).setChartTitleVisible(true);
    chart.getStyler().setXAxisMin(Math.max(0, low)).setXAxisMax(high);
    chart.getStyler().setYAxisMin(low).setYAxisMax(high);
  }

  private static void diagonal(XYChart chart, double from, double to) {
    chart
        .addSeries("right", new double[] {from, to}, new double[] {from, to})
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(Palette.GREY)
        .setLineStyle(new BasicStroke(1));
  }
}
