package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Several columns of X, independent of each other, and two of Y: Y = (f(X), g(X)) + σ e, with e
 * standard normal in the plane and independent of X.
 *
 * <p>The mutual information h(Y) − h(σ e) averages the law of Y over points of X that fill the
 * space evenly, in {@value #PARTS} independent parts, when it is first asked for; its error is the
 * standard error over the parts.
 *
 * <pre>{@code
 * Distribution circle = BivariateRegression.of(
 *     "cos x, sin x", Predictors.normal(1), x -> Math.cos(x[0]), x -> Math.sin(x[0]), 0.3);
 * }</pre>
 */
public final class BivariateRegression extends QuadratureLaw {
  private static final int PARTS = 4;
  private static final int BLOCKS = 16; // of points
  private static final int MOST_CELLS = 512; // along a column

  private final String name;
  private final Predictors x;
  private final ToDoubleFunction<double[]> f;
  private final ToDoubleFunction<double[]> g;
  private final double sigma;

  private BivariateRegression(
      String name,
      Predictors x,
      ToDoubleFunction<double[]> f,
      ToDoubleFunction<double[]> g,
      double sigma) {
    this.name = name;
    this.x = x;
    this.f = f;
    this.g = g;
    this.sigma = sigma;
  }

  /**
   * A regression.
   *
   * @param name of f and g, for {@link #describe()}
   * @param x the columns of X
   * @param f of a row of X, which it must not change or keep
   * @param g likewise
   * @param sigma positive; less than a 300th of the range of f or g is refused where the mutual
   *     information is asked for
   */
  public static BivariateRegression of(
      String name,
      Predictors x,
      ToDoubleFunction<double[]> f,
      ToDoubleFunction<double[]> g,
      double sigma) {
    require(
        x != null && f != null && g != null, "the columns of X, f and g must be given, was null");
    require(sigma > 0 && Double.isFinite(sigma), "sigma must be positive, was %s", sigma);
    return new BivariateRegression(name, x, f, g, sigma);
  }

  @Override
  public int dx() {
    return x.columns();
  }

  @Override
  public int dy() {
    return 2;
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    return x.sample(
        n,
        rng,
        (row, y) -> {
          y[0] = f.applyAsDouble(row) + sigma * rng.nextGaussian();
          y[1] = g.applyAsDouble(row) + sigma * rng.nextGaussian();
        },
        2);
  }

  @Override
  public String describe() {
    return "regression on %s, Y = (%s) + σ e in the plane, MI = h(Y) − h(σ e)".formatted(x, name);
  }

  @Override
  Quadrature quadrature() {
    int sequences = NormalPoints.SEQUENCES / PARTS; // of each part
    double[] fs = x.values(BLOCKS, sequences, f);
    double[] gs = x.values(BLOCKS, sequences, g);
    Axis first = Axis.of(fs, sigma);
    Axis second = Axis.of(gs, sigma);
    double noise = 1 + Math.log(2 * Math.PI * sigma * sigma);
    var all = new double[first.cells][second.cells];
    var values = new double[PARTS];
    int points = fs.length / PARTS;
    for (int part = 0; part < PARTS; part++) {
      var masses = new double[first.cells][second.cells];
      for (int i = part * points; i < (part + 1) * points; i++) {
        add(masses, first.place(fs[i]), second.place(gs[i]), 1.0 / points);
      }
      double[][] smooth = second.smoothed(first.smoothedAcross(masses));
      for (int i = 0; i < all.length; i++) {
        ColumnDraws.addScaled(all[i], 1.0 / PARTS, smooth[i]);
      }
      values[part] = entropy(smooth, first.step * second.step) - noise;
    }
    double whole = entropy(all, first.step * second.step) - noise;
    return Quadrature.ofFewPoints(whole, values);
  }

  /** Shares a weight among the nine cells around a place, which keeps its mean and variance. */
  private static void add(double[][] cells, double first, double second, double weight) {
    double[] ofFirst = Axis.shares(first);
    double[] ofSecond = Axis.shares(second);
    int i = (int) Math.rint(first);
    int j = (int) Math.rint(second);
    for (int k = 0; k < 3; k++) {
      for (int l = 0; l < 3; l++) {
        cells[i - 1 + k][j - 1 + l] += weight * ofFirst[k] * ofSecond[l];
      }
    }
  }

  private static double entropy(double[][] masses, double area) {
    double sum = 0;
    for (double[] row : masses) {
      for (double mass : row) {
        sum += Response.entropyTerm(mass) + mass * Math.log(area);
      }
    }
    return sum;
  }

  /**
   * Cells along a column of Y, and the noise in it.
   *
   * @param low the middle of the first cell
   * @param step from one to the next
   * @param kernel the share of the noise in cells around the one it starts from
   */
  private record Axis(double low, double step, int cells, double[] kernel) {
    private static final double FINE = 0.6; // of σ
    private static final double REACH = 6;

    static Axis of(double[] values, double sigma) {
      DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
      double step = FINE * sigma;
      int margin = (int) Math.ceil(REACH / FINE);
      double cells = (range.getMax() - range.getMin()) / step + 2 * margin + 4;
      require(
          cells <= MOST_CELLS,
          "sigma must be at least a 300th of the range of f and g, was %s for a range of %s",
          sigma,
          range.getMax() - range.getMin());
      var kernel = new double[2 * margin + 1];
      Arrays.setAll(kernel, k -> Math.exp(-0.5 * Math.pow((k - margin) * FINE, 2)));
      double sum = Arrays.stream(kernel).sum();
      Arrays.setAll(kernel, k -> kernel[k] / sum);
      return new Axis(range.getMin() - (margin + 1) * step, step, (int) cells, kernel);
    }

    /** Of the cell nearest to a place and its neighbours; one may be negative. */
    static double[] shares(double place) {
      double d = place - Math.rint(place);
      return new double[] {d * (d - 1) / 2, 1 - d * d, d * (d + 1) / 2};
    }

    double place(double value) {
      return (value - low) / step;
    }

    /** Along rows. */
    double[][] smoothed(double[][] masses) {
      return Stream.of(masses).map(this::smoothed).toArray(double[][]::new);
    }

    private double[] smoothed(double[] masses) {
      int margin = kernel.length / 2;
      var smooth = new double[cells];
      for (int i = margin; i < cells - margin; i++) {
        if (masses[i] != 0) {
          for (int k = 0; k < kernel.length; k++) {
            smooth[i - margin + k] += masses[i] * kernel[k];
          }
        }
      }
      return smooth;
    }

    /** From row to row. */
    double[][] smoothedAcross(double[][] masses) {
      int margin = kernel.length / 2;
      var smooth = new double[cells][masses[0].length];
      for (int i = margin; i < cells - margin; i++) {
        for (int k = 0; k < kernel.length; k++) {
          ColumnDraws.addScaled(smooth[i - margin + k], kernel[k], masses[i]);
        }
      }
      return smooth;
    }
  }
}
