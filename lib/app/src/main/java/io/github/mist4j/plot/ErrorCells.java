package io.github.mist4j.plot;

import static java.util.Arrays.stream;

import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.Prediction;
import io.github.mist4j.meta.MetaDatasetRow;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Mean absolute errors of methods by rows and columns, and against the time they take. */
final class ErrorCells {
  static final double LEAST = 0.01; // nats: below it an error is as good as none
  static final double MOST = 3;
  private static final int NAMES_INSIDE = 8;
  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE,
    SeriesMarkers.SQUARE,
    SeriesMarkers.DIAMOND,
    SeriesMarkers.TRIANGLE_UP,
    SeriesMarkers.TRIANGLE_DOWN,
    SeriesMarkers.CROSS,
    SeriesMarkers.PLUS,
    SeriesMarkers.TRAPEZOID
  };

  private final Evaluation evaluation;
  private final Map<Long, MetaDatasetRow> rows = new HashMap<>();

  ErrorCells(Evaluation evaluation) {
    this.evaluation = evaluation;
    evaluation.rows().forEach(row -> rows.put(row.idx(), row));
  }

  private static int octave(double size) {
    return (int) Math.floor(Math.log(size) / Math.log(2) + 1e-9);
  }

  private int ofRows(Prediction p) {
    return octave(rows.get(p.idx()).n());
  }

  private int ofColumns(Prediction p) {
    return octave(rows.get(p.idx()).dx() + rows.get(p.idx()).dy());
  }

  private static String words(int octave) {
    return "%s–%s".formatted(1 << octave, (1 << (octave + 1)) - 1);
  }

  /** Whether there is more than one range of rows. */
  boolean severalSizes() {
    return evaluation.predictions().stream().mapToInt(this::ofRows).distinct().count() > 1;
  }

  /** Whether there are so many methods that their names would cover the curves. */
  boolean namesAreOutside() {
    return evaluation.methods().size() > NAMES_INSIDE;
  }

  private List<Prediction> answers(String method) {
    return evaluation.predictions().stream()
        .filter(p -> p.method().equals(method) && p.value().isPresent())
        .toList();
  }

  private double error(Prediction p) {
    return Math.abs(p.value().getAsDouble() - rows.get(p.idx()).mutualInformation());
  }

  private static double mean(List<Prediction> some, ToDoubleFunction<Prediction> value) {
    return some.stream().mapToDouble(value).average().orElse(Double.NaN);
  }

  /** The error of a method by rows and columns; ink is its logarithm. */
  HeatMapChart heatMap(String method) {
    var octavesOfRows = new TreeSet<Integer>();
    var octavesOfColumns = new TreeSet<Integer>();
    evaluation.predictions().forEach(p -> octavesOfRows.add(ofRows(p)));
    evaluation.predictions().forEach(p -> octavesOfColumns.add(ofColumns(p)));
    List<Prediction> answers = answers(method);
    var cells = new ArrayList<Number[]>();
    int x = 0;
    for (int n : octavesOfRows) {
      int y = 0;
      for (int d : octavesOfColumns) {
        List<Prediction> inside =
            answers.stream().filter(p -> ofRows(p) == n && ofColumns(p) == d).toList();
        if (!inside.isEmpty()) {
          double error = Math.max(LEAST, Math.min(MOST, mean(inside, this::error)));
          cells.add(new Number[] {x, y, Math.log10(error)});
        }
        y++;
      }
      x++;
    }
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .title(method + ", mean |error|")
            .xAxisTitle("rows")
            .yAxisTitle("columns")
            .build();
    Panels.style(chart.getStyler());
    chart.getStyler().setAxisTitleFont(Panels.SMALL).setAxisTickLabelsFont(Panels.SMALL);
    chart.getStyler().setChartTitleFont(Panels.SMALL.deriveFont(11f)).setChartTitleVisible(true);
    chart.getStyler().setRangeColors(Palette.errors());
    chart.getStyler().setMin(Math.log10(LEAST)).setMax(Math.log10(MOST));
    chart.getStyler().setXAxisLabelRotation(45);
    chart.getStyler().setPlotContentSize(1);
    chart.addSeries(
        "log10 of the error",
        octavesOfRows.stream().map(ErrorCells::words).toList(),
        octavesOfColumns.stream().map(ErrorCells::words).toList(),
        cells);
    return chart;
  }

  /** The error by the number of rows: where a curve falls below an error, so many are needed. */
  XYChart byRows() {
    XYChart chart = chart("rows needed for an error", "rows", "mean |error|");
    for (String method : evaluation.methods()) {
      List<Prediction> answers = answers(method);
      var octaves = new TreeSet<Integer>();
      answers.forEach(p -> octaves.add(ofRows(p)));
      var n = new ArrayList<Double>();
      var errors = new ArrayList<Double>();
      for (int octave : octaves) {
        List<Prediction> inside = answers.stream().filter(p -> ofRows(p) == octave).toList();
        n.add(Math.exp(mean(inside, p -> Math.log(rows.get(p.idx()).n()))));
        errors.add(Math.max(LEAST / 2, mean(inside, this::error)));
      }
      if (!n.isEmpty()) {
        add(chart, method, n, errors);
      }
    }
    return fromDecadeToDecade(chart);
  }

  /** The error of every method against its time, means over what it answers. */
  XYChart againstTime() {
    XYChart chart = chart("accuracy against time", "milliseconds", "mean |error|");
    for (String method : evaluation.methods()) {
      List<Prediction> answers = answers(method);
      if (!answers.isEmpty()) {
        String name =
            answers.size() < rows.size()
                ? "%s (%s of %s)".formatted(method, answers.size(), rows.size())
                : method;
        add(
            chart,
            name,
            List.of(1000 * mean(answers, Prediction::seconds)),
            List.of(Math.max(LEAST / 2, mean(answers, this::error))));
      }
    }
    return fromDecadeToDecade(chart);
  }

  /**
   * Powers of ten are all that a logarithmic axis labels: it ends with one, that of x begins so.
   */
  private XYChart fromDecadeToDecade(XYChart chart) {
    Collection<XYSeries> series = chart.getSeriesMap().values();
    double[] x = series.stream().flatMapToDouble(s -> stream(s.getXData())).toArray();
    double[] y = series.stream().flatMapToDouble(s -> stream(s.getYData())).toArray();
    if (x.length > 0) {
      double low = decadeBelow(x);
      chart.getStyler().setXAxisMin(Math.pow(10, low));
      chart.getStyler().setXAxisMax(Math.pow(10, Math.max(low + 1, decadeAbove(x))));
      chart.getStyler().setYAxisMax(Math.pow(10, decadeAbove(y)));
      if (namesAreOutside()) {
        chart.getStyler().setYAxisMin(Math.pow(10, decadeBelow(y)));
      }
    }
    return chart;
  }

  private static double decadeBelow(double[] values) {
    return Math.floor(Math.log10(stream(values).min().orElseThrow()));
  }

  private static double decadeAbove(double[] values) {
    return Math.ceil(Math.log10(stream(values).max().orElseThrow()));
  }

  private void add(XYChart chart, String name, List<Double> x, List<Double> y) {
    int place = chart.getSeriesMap().size();
    chart
        .addSeries(name, x, y)
        .setXYSeriesRenderStyle(
            x.size() > 1 ? XYSeriesRenderStyle.Line : XYSeriesRenderStyle.Scatter)
        .setMarker(MARKERS[(place + place / MARKERS.length) % MARKERS.length]) // as colours repeat
        .setMarkerColor(Palette.series(place))
        .setLineColor(Palette.series(place))
        .setLineStyle(new BasicStroke(1.5f));
  }

  private XYChart chart(String title, String x, String y) {
    XYChart chart = new XYChartBuilder().title(title).xAxisTitle(x).yAxisTitle(y).build();
    Panels.style(chart.getStyler());
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.getStyler().setLegendVisible(true);
    chart
        .getStyler()
        .setLegendPosition(namesAreOutside() ? LegendPosition.OutsideE : LegendPosition.InsideSW);
    chart.getStyler().setLegendFont(Panels.SMALL).setMarkerSize(6).setLegendPadding(3);
    chart.getStyler().setAxisTitleFont(Panels.SMALL).setAxisTickLabelsFont(Panels.SMALL);
    chart.getStyler().setChartTitleFont(Panels.SMALL.deriveFont(11f)).setChartTitleVisible(true);
    chart.getStyler().setPlotGridLinesVisible(false);
    chart.getStyler().setYAxisMin(LEAST / 2); // leaves room for the legend below the curves
    return chart;
  }
}
