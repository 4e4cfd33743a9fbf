package io.github.mist4j.plot;

import io.github.mist4j.sample.Sample;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Every column of X against every one of Y, and the margins above and beside them. */
final class SamplePanels {
  static final int MOST = 4; // columns of a side

  private static final int FEW = 20; // values of a column whose points are spread a little
  private static final double TAIL = 0.005;
  private static final Color POINTS = Palette.faint(Palette.BLUE, 90);

  private final List<Shown> x;
  private final List<Shown> y;
  private final int dx;
  private final int dy;

  private SamplePanels(Sample sample) {
    this.dx = sample.dx();
    this.dy = sample.dy();
    var rng = new SplittableRandom(1);
    this.x = shown(sample.xNames(), Math.min(MOST, dx), sample::x, rng);
    this.y = shown(sample.yNames(), Math.min(MOST, dy), sample::y, rng);
  }

  /** A column as it is drawn: its middle 99%, few levels spread by a little noise. */
  private record Shown(String name, double[] values, double low, double high, boolean jittered) {
    static Shown of(String name, double[] column, SplittableRandom rng) {
      double[] sorted = column.clone();
      Arrays.sort(sorted);
      int tail = (int) (TAIL * sorted.length);
      double low = sorted[tail];
      double high = sorted[sorted.length - 1 - tail];
      double[] levels = Arrays.stream(sorted).distinct().limit(FEW + 1L).toArray();
      boolean few = levels.length <= FEW;
      double gap =
          few
              ? IntStream.range(1, levels.length)
                  .mapToDouble(i -> levels[i] - levels[i - 1])
                  .min()
                  .orElse(1)
              : 0;
      double pad = few ? 0.5 * gap : 0.02 * (high - low);
      double[] values = column.clone();
      if (few) {
        Arrays.setAll(values, r -> column[r] + 0.5 * gap * (rng.nextDouble() - 0.5));
      }
      return new Shown(name, values, low - pad, high + pad, few);
    }

    boolean holds(int row) {
      return values[row] >= low && values[row] <= high;
    }
  }

  static Picture of(Sample sample, String title) {
    var panels = new SamplePanels(sample);
    var rows = new ArrayList<List<Chart<?, ?>>>();
    rows.add(new ArrayList<>());
    panels.x.forEach(column -> rows.get(0).add(panels.margin(column)));
    for (Shown column : panels.y) {
      var row = new ArrayList<Chart<?, ?>>();
      panels.x.forEach(other -> row.add(panels.scatter(other, column)));
      row.add(panels.margin(column));
      rows.add(row);
    }
    int side = Math.max(130, Math.min(230, 700 / (panels.x.size() + 1)));
    return Panels.of(title, panels.note(), rows, side);
  }

  private static List<Shown> shown(
      List<String> names, int count, IntFunction<double[]> column, SplittableRandom rng) {
    return IntStream.range(0, count)
        .mapToObj(c -> Shown.of(names.get(c), column.apply(c), rng))
        .toList();
  }

  private String note() {
    var notes = new ArrayList<String>();
    if (dx > MOST || dy > MOST) {
      notes.add("%s of %s x %s of %s columns".formatted(x.size(), dx, y.size(), dy));
    }
    List<Shown> all = new ArrayList<>(x);
    all.addAll(y);
    int rows = x.get(0).values.length;
    long outside =
        IntStream.range(0, rows).filter(r -> all.stream().anyMatch(c -> !c.holds(r))).count();
    if (outside > 0) {
      notes.add("%s of %s rows outside the panels".formatted(outside, rows));
    }
    if (all.stream().anyMatch(Shown::jittered)) {
      notes.add("equal values spread a little");
    }
    return String.join("; ", notes);
  }

  private XYChart scatter(Shown across, Shown up) {
    XYChart chart = new XYChartBuilder().xAxisTitle(across.name).yAxisTitle(up.name).build();
    Panels.style(chart.getStyler());
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setMarkerSize(3);
    chart.getStyler().setXAxisMin(across.low).setXAxisMax(across.high);
    chart.getStyler().setYAxisMin(up.low).setYAxisMax(up.high);
    chart.getStyler().setAxisTitleFont(Panels.SMALL).setAxisTickLabelsFont(Panels.SMALL);
    chart.getStyler().setPlotGridLinesVisible(false);
    int[] rows =
        IntStream.range(0, up.values.length).filter(r -> across.holds(r) && up.holds(r)).toArray();
    var series =
        chart.addSeries(
            "rows",
            Arrays.stream(rows).mapToDouble(r -> across.values[r]).toArray(),
            Arrays.stream(rows).mapToDouble(r -> up.values[r]).toArray());
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(POINTS);
    return chart;
  }

  private CategoryChart margin(Shown column) {
    return Panels.histogram(
        column.name,
        Arrays.stream(column.values).filter(v -> v >= column.low && v <= column.high).toArray(),
        column.low,
        column.high);
  }
}
