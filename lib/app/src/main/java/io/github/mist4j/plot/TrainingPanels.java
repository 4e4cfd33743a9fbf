package io.github.mist4j.plot;

import io.github.mist4j.model.HeldOutError;
import io.github.mist4j.training.TrainingCurve;
import io.github.mist4j.training.TrainingProgress;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A training: its loss, and its error on held-out datasets beside the shipped model's. */
final class TrainingPanels {
  private static final int SIDE = 300;
  private static final double THOUSAND = 1000;

  private TrainingPanels() {}

  static Picture of(TrainingCurve curve) {
    return Panels.of(
        "Training on " + curve.name(),
        curve
            .latest()
            .map(p -> String.format(Locale.ROOT, "%,d datasets", p.datasets()))
            .orElse(""),
        List.of(List.of(loss(curve), error(curve))),
        SIDE);
  }

  private static XYChart loss(TrainingCurve curve) {
    XYChart chart = chart("loss");
    addLine(chart, "of late", curve.points(), TrainingProgress::loss, Palette.BLUE, false);
    addLine(
        chart,
        "held out",
        curve.measured(),
        p -> p.heldOut().orElseThrow().loss(),
        Palette.VERMILION,
        true);
    addLevel(chart, curve, HeldOutError::loss);
    return topped(chart);
  }

  private static XYChart error(TrainingCurve curve) {
    XYChart chart = chart("mean |error|, nats");
    addLine(
        chart,
        "held out",
        curve.measured(),
        p -> p.heldOut().orElseThrow().all().meanAbsoluteError(),
        Palette.VERMILION,
        true);
    addLevel(chart, curve, e -> e.all().meanAbsoluteError());
    return topped(chart);
  }

  private static XYChart chart(String quantity) {
    XYChart chart =
        new XYChartBuilder()
            .title(quantity)
            .xAxisTitle("thousand datasets")
            .yAxisTitle(quantity)
            .build();
    Panels.style(chart.getStyler());
    chart.getStyler().setAxisTitleFont(Panels.SMALL).setAxisTickLabelsFont(Panels.SMALL);
    chart.getStyler().setLegendVisible(true).setLegendPosition(LegendPosition.InsideNE);
    chart.getStyler().setLegendFont(Panels.SMALL).setLegendPadding(3).setMarkerSize(5);
    chart.getStyler().setPlotGridLinesVisible(false).setYAxisMin(0.0);
    chart.getStyler().setYAxisDecimalPattern("0.00").setXAxisDecimalPattern("#,##0.##");
    return chart;
  }

  /** With room above the highest value, for the legend and so that one value alone has an axis. */
  private static XYChart topped(XYChart chart) {
    chart.getSeriesMap().values().stream()
        .mapToDouble(series -> series.getYMax())
        .max()
        .ifPresent(most -> chart.getStyler().setYAxisMax(1.25 * most));
    return chart;
  }

  private static void addLine(
      XYChart chart,
      String name,
      List<TrainingProgress> points,
      ToDoubleFunction<TrainingProgress> value,
      Color color,
      boolean marked) {
    if (points.isEmpty()) {
      return;
    }
    chart
        .addSeries(
            name,
            points.stream().mapToDouble(p -> p.datasets() / THOUSAND).toArray(),
            points.stream().mapToDouble(value).toArray())
        .setMarker(marked ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE)
        .setMarkerColor(color)
        .setLineColor(color)
        .setLineStyle(new BasicStroke(1.6f));
  }

  private static void addLevel(
      XYChart chart, TrainingCurve curve, ToDoubleFunction<HeldOutError> value) {
    Optional<HeldOutError> shipped = curve.shipped();
    if (shipped.isEmpty()) {
      return;
    }
    double end = curve.latest().map(p -> p.datasets() / THOUSAND).orElse(1.0);
    double level = value.applyAsDouble(shipped.get());
    chart
        .addSeries("shipped model", new double[] {0, end}, new double[] {level, level})
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(Palette.GREY)
        .setLineStyle(new BasicStroke(1f, BasicStroke.CAP_BUTT, 0, 1, new float[] {4, 3}, 0));
  }
}
