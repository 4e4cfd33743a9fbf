package io.github.mist4j.plot;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One of the panels of a picture: lines and points on two axes, or a map of cells.
 *
 * <pre>{@code
 * Panel panel = Panel.of(
 *     "error by rows",
 *     Panel.Axis.of("rows").logarithmic(),
 *     Panel.Axis.of("mean |error|, nats"),
 *     List.of(Panel.Series.line("mist", rows, errors)));
 * Pictures.of("A figure", "nats", List.of(List.of(panel))).save(Path.of("figure.svg"));
 * }</pre>
 */
public final class Panel {
  private final String title;
  private final PanelPainting painting;
  private final List<Series> series;

  private Panel(String title, PanelPainting painting, List<Series> series) {
    this.title = title;
    this.painting = painting;
    this.series = series;
  }

  /**
   * An axis.
   *
   * @param label what it measures, with the unit
   * @param isLogarithmic whether equal steps are equal factors
   * @param low where it begins; empty for what the values ask for
   * @param high where it ends; empty for what the values ask for
   */
  public record Axis(String label, boolean isLogarithmic, OptionalDouble low, OptionalDouble high) {
    /** A linear axis that holds all values. */
    public static Axis of(String label) {
      return new Axis(label, false, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The same on which equal steps are equal factors. */
    public Axis logarithmic() {
      return new Axis(label, true, low, high);
    }

    /** The same from one value to another. */
    public Axis within(double from, double to) {
      require(from < to, "an axis must rise, was from %s to %s", from, to);
      return new Axis(label, isLogarithmic, OptionalDouble.of(from), OptionalDouble.of(to));
    }
  }

  /** How a series is drawn. */
  public enum Stroke {
    /** A line through marks. */
    LINE,
    /** A grey line to compare with, without marks and not in the legend. */
    REFERENCE,
    /** Marks alone. */
    POINTS
  }

  /**
   * Values of one name.
   *
   * @param name in the legend, the same colour in every panel of a picture
   * @param x the places
   * @param y the values
   * @param stroke how it is drawn
   */
  public record Series(String name, List<Double> x, List<Double> y, Stroke stroke) {
    /** Checks that there are as many places as values, and copies them. */
    public Series {
      x = List.copyOf(x);
      y = List.copyOf(y);
      require(
          x.size() == y.size(),
          "series '%s' needs as many x as y, were %s and %s",
          name,
          x.size(),
          y.size());
    }

    /** A line through marks. */
    public static Series line(String name, List<Double> x, List<Double> y) {
      return new Series(name, x, y, Stroke.LINE);
    }

    /** Marks alone. */
    public static Series points(String name, List<Double> x, List<Double> y) {
      return new Series(name, x, y, Stroke.POINTS);
    }

    /** A grey line from one point to another. */
    public static Series reference(double fromX, double fromY, double toX, double toY) {
      return new Series("", List.of(fromX, toX), List.of(fromY, toY), Stroke.REFERENCE);
    }
  }

  /** What the ink of a map says. */
  public enum Ink {
    /** Much is dark; steps are factors. */
    ERROR,
    /** Below 0 blue, above it red. */
    BIAS,
    /** A share: below 90% red, above it blue. */
    COVERAGE
  }

  /**
   * Lines and points on two axes.
   *
   * @param series at least one; those of one name have one colour, and stand once in the legend
   */
  public static Panel of(String title, Axis x, Axis y, List<Series> series) {
    require(!series.isEmpty(), "panel '%s' needs a series, had none", title);
    List<Series> all = List.copyOf(series);
    return new Panel(title, new LinePanel(title, x, y, all), all);
  }

  /**
   * A map of cells with their values written in them.
   *
   * @param xNames names of the columns, from the left
   * @param yNames names of the rows, from below
   * @param values by row and column; NaN where there is none
   */
  public static Panel map(
      String title,
      String xLabel,
      String yLabel,
      List<String> xNames,
      List<String> yNames,
      double[][] values,
      Ink ink) {
    require(
        values.length == yNames.size()
            && Arrays.stream(values).allMatch(row -> row.length == xNames.size()),
        "map '%s' needs %s rows of %s values",
        title,
        yNames.size(),
        xNames.size());
    var axes = new MapPanel.Axes(xLabel, yLabel, List.copyOf(xNames), List.copyOf(yNames));
    return new Panel(title, new MapPanel(title, axes, values, ink), List.of());
  }

  /** The names that the legend explains, in their order. */
  Stream<String> names() {
    return series.stream().filter(s -> s.stroke() != Stroke.REFERENCE).map(Series::name);
  }

  /** What draws it. */
  PanelPainting painting() {
    return painting;
  }

  /** Its title. */
  @Override
  public String toString() {
    return title;
  }
}
