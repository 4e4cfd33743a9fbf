package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** An injective map of d columns, (d, n) to (columns(d), n). */
interface ColumnMap {
  ColumnMap EACH_AS_IT_IS = new Each(UnaryOperator.identity());
  ColumnMap SWISS_ROLL = new PlaneCurve("swiss roll", PlaneCurve::swissRoll);
  ColumnMap CIRCLE = new PlaneCurve("circle", PlaneCurve::circle);

  int columns(int d);

  double[][] apply(double[][] columns);

  /** The same map on every column. */
  record Each(UnaryOperator<double[]> map) implements ColumnMap {
    @Override
    public int columns(int d) {
      return d;
    }

    @Override
    public double[][] apply(double[][] columns) {
      return Arrays.stream(columns).map(map).toArray(double[][]::new);
    }
  }

  /** A map of its own on each column. */
  record EachItsOwn(List<DoubleUnaryOperator> maps) implements ColumnMap {
    @Override
    public int columns(int d) {
      require(d == maps.size(), "%d columns have a map, there are %d", maps.size(), d);
      return d;
    }

    @Override
    public double[][] apply(double[][] columns) {
      return IntStream.range(0, columns.length)
          .mapToObj(c -> Arrays.stream(columns[c]).map(maps.get(c)).toArray())
          .toArray(double[][]::new);
    }
  }

  /** One after the other. */
  record Chain(ColumnMap first, ColumnMap second) implements ColumnMap {
    @Override
    public int columns(int d) {
      return second.columns(first.columns(d));
    }

    @Override
    public double[][] apply(double[][] columns) {
      return second.apply(first.apply(columns));
    }
  }

  /** The columns and a function of the row behind them. */
  record WithFunction(ToDoubleFunction<double[]> ofRow) implements ColumnMap {
    @Override
    public int columns(int d) {
      return d + 1;
    }

    @Override
    public double[][] apply(double[][] columns) {
      double[][] more = Arrays.copyOf(columns, columns.length + 1);
      var row = new double[columns.length];
      var function = new double[columns[0].length];
      for (int r = 0; r < function.length; r++) {
        for (int c = 0; c < row.length; c++) {
          row[c] = columns[c][r];
        }
        function[r] = ofRow.applyAsDouble(row);
      }
      more[columns.length] = function;
      return more;
    }
  }

  /** The last column, of levels 0, 1, 2, …, as an indicator of each of so many. */
  record Indicators(int levels) implements ColumnMap {
    @Override
    public int columns(int d) {
      return d - 1 + levels;
    }

    @Override
    public double[][] apply(double[][] columns) {
      int others = columns.length - 1;
      double[] level = columns[others];
      double[][] indicators = Arrays.copyOf(columns, others + levels);
      for (int k = 0; k < levels; k++) {
        double shown = ofPresent(k, level);
        indicators[others + k] = Arrays.stream(level).map(v -> v == shown ? 1 : 0).toArray();
      }
      return indicators;
    }

    /** The level, or where no row has it that of the first row: no column is constant. */
    private static double ofPresent(int k, double[] level) {
      return Arrays.stream(level).anyMatch(v -> v == k) ? k : level[0];
    }
  }

  /** One column as points of a curve in a plane. */
  record PlaneCurve(String name, Point point) implements ColumnMap {
    private static final double SCALE = 21;

    /** The point of a value, which stands in a row. */
    @FunctionalInterface
    interface Point {
      double[] at(double value, int row);
    }

    /** t = 3π/2 (1 + 2x) to (t cos t, t sin t)/21. */
    static double[] swissRoll(double u, int row) {
      require(u >= 0 && u <= 1, "a swiss roll needs values in [0, 1], row %d is %s", row, u);
      double t = 1.5 * Math.PI * (1 + 2 * u);
      return new double[] {t * Math.cos(t) / SCALE, t * Math.sin(t) / SCALE};
    }

    /** x to the point at the angle 2 arctan x. */
    static double[] circle(double x, int row) {
      double angle = 2 * Math.atan(x);
      return new double[] {Math.cos(angle), Math.sin(angle)};
    }

    @Override
    public int columns(int d) {
      require(d == 1, "a %s is made of 1 column, there are %d", name, d);
      return 2;
    }

    @Override
    public double[][] apply(double[][] columns) {
      int n = columns[0].length;
      var curve = new double[2][n];
      for (int r = 0; r < n; r++) {
        double[] at = point.at(columns[0][r], r);
        curve[0][r] = at[0];
        curve[1][r] = at[1];
      }
      return curve;
    }
  }
}
