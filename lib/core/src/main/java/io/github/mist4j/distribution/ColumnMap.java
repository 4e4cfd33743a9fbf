package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** An injective map of d columns, (d, n) to (columns(d), n). */
interface ColumnMap {
  ColumnMap EACH_AS_IT_IS = new Each(UnaryOperator.identity());
  ColumnMap SWISS_ROLL = new SwissRoll();
  ColumnMap CIRCLE = new Circle();

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

  /** The columns and a function of the first behind them. */
  record WithCurve(Curve curve) implements ColumnMap {
    @Override
    public int columns(int d) {
      return d + 1;
    }

    @Override
    public double[][] apply(double[][] columns) {
      double[][] more = Arrays.copyOf(columns, columns.length + 1);
      more[columns.length] = Arrays.stream(columns[0]).map(curve.function()).toArray();
      return more;
    }
  }

  /** t = 3π/2 (1 + 2x) to (t cos t, t sin t)/21. */
  final class SwissRoll implements ColumnMap {
    private static final double SCALE = 21;

    @Override
    public int columns(int d) {
      require(d == 1, "a swiss roll is made of 1 column, there are %d", d);
      return 2;
    }

    @Override
    public double[][] apply(double[][] columns) {
      int n = columns[0].length;
      var roll = new double[2][n];
      for (int r = 0; r < n; r++) {
        double u = columns[0][r];
        require(u >= 0 && u <= 1, "a swiss roll needs values in [0, 1], row %d is %s", r, u);
        double t = 1.5 * Math.PI * (1 + 2 * u);
        roll[0][r] = t * Math.cos(t) / SCALE;
        roll[1][r] = t * Math.sin(t) / SCALE;
      }
      return roll;
    }
  }

  /** x to the point at the angle 2 arctan x. */
  final class Circle implements ColumnMap {
    @Override
    public int columns(int d) {
      require(d == 1, "a circle is made of 1 column, there are %d", d);
      return 2;
    }

    @Override
    public double[][] apply(double[][] columns) {
      int n = columns[0].length;
      var circle = new double[2][n];
      for (int r = 0; r < n; r++) {
        double angle = 2 * Math.atan(columns[0][r]);
        circle[0][r] = Math.cos(angle);
        circle[1][r] = Math.sin(angle);
      }
      return circle;
    }
  }
}
