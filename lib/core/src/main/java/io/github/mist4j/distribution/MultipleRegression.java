package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Several columns of X, standard normal and independent, and Y = f(X) + σ·e, with e independent of
 * X.
 *
 * <p>The mutual information h(Y) − h(e) − log σ averages the law of Y over points of X that fill
 * the space evenly, in {@value #RANGES} independent parts, when it is first asked for; its error is
 * the standard error over the parts.
 */
public final class MultipleRegression implements Distribution {
  private static final int RANGES = 4;
  private static final int POINTS = 2048; // of each part; all of them are used for the value
  private static final double FINE = 0.5; // of σ: the width of a cell
  private static final int MOST_CELLS = 4096;

  private final String name;
  private final int dx;
  private final ToDoubleFunction<double[]> f;
  private final double sigma;
  private final Noise noise;
  private final Cached<Quadrature> information = new Cached<>(this::information);

  private MultipleRegression(
      String name, int dx, ToDoubleFunction<double[]> f, double sigma, Noise noise) {
    this.name = name;
    this.dx = dx;
    this.f = f;
    this.sigma = sigma;
    this.noise = noise;
  }

  /**
   * A regression.
   *
   * @param name of f, for {@link #describe()}
   * @param dx the number of columns of X, positive
   * @param f of a row of X, which it must not change or keep
   * @param sigma positive
   * @param noise the law of e
   */
  public static MultipleRegression of(
      String name, int dx, ToDoubleFunction<double[]> f, double sigma, Noise noise) {
    require(dx > 0, "dx must be positive, was %d", dx);
    require(sigma > 0 && Double.isFinite(sigma), "sigma must be positive, was %s", sigma);
    require(f != null && noise != null, "f and the noise must be given, was null");
    return new MultipleRegression(name, dx, f, sigma, noise);
  }

  @Override
  public int dx() {
    return dx;
  }

  @Override
  public int dy() {
    return 1;
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    Columns.checkDraw(n, rng);
    var columns = new double[dx + 1][n];
    var row = new double[dx];
    var errors = noise.law().createSampler(rng::nextLong);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < dx; c++) {
        row[c] = rng.nextGaussian();
        columns[c][r] = row[c];
      }
      columns[dx][r] = f.applyAsDouble(row) + sigma * errors.sample();
    }
    return Columns.split(columns, dx);
  }

  @Override
  public double mutualInformation() {
    return information.value().value();
  }

  @Override
  public double mutualInformationError() {
    return information.value().error();
  }

  @Override
  public String describe() {
    return "regression on %d columns, Y = %s + σ e, e %s, MI = h(Y) − h(e) − log σ"
        .formatted(dx, name, noise.name());
  }

  private Quadrature information() {
    double[][] heights = heights();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double[] part : heights) {
      low = Math.min(low, Arrays.stream(part).min().orElseThrow());
      high = Math.max(high, Arrays.stream(part).max().orElseThrow());
    }
    require(Double.isFinite(low) && Double.isFinite(high), "f(x) must be finite everywhere");
    low += sigma * noise.low();
    high += sigma * noise.high();
    int cells = (int) Math.min(MOST_CELLS, Math.ceil((high - low) / (FINE * sigma)));
    double all = entropy(low, high, cells, heights);
    double square = 0;
    double mean = 0;
    for (double[] part : heights) {
      double one = entropy(low, high, cells, part);
      mean += one / RANGES;
      square += one * one / RANGES;
    }
    double error = Math.sqrt(Math.max(0, square - mean * mean) / (RANGES - 1));
    return new Quadrature(Math.max(0, all - noise.entropy() - Math.log(sigma)), error);
  }

  private double entropy(double low, double high, int count, double[]... parts) {
    var cells = new Cells(low, high, 0.5 * (low + high), high - low, count);
    double weight = 1.0 / (parts.length * parts[0].length);
    for (double[] part : parts) {
      for (double height : part) {
        cells.add(weight, height, sigma, noise);
      }
    }
    return cells.differentialEntropy();
  }

  /** f at the points, part by part. */
  private double[][] heights() {
    var heights = new double[RANGES][POINTS];
    var row = new double[dx];
    int sequences = NormalPoints.SEQUENCES / RANGES; // of each part
    int blocks = POINTS / (sequences * NormalPoints.BLOCK);
    int width = dx + 1;
    for (int b = 0; b < blocks; b++) {
      double[] points = NormalPoints.block(dx, b);
      for (int i = 0; i < points.length / width; i++) {
        System.arraycopy(points, i * width, row, 0, dx);
        int part = i / (sequences * NormalPoints.BLOCK);
        int place = b * sequences * NormalPoints.BLOCK + i % (sequences * NormalPoints.BLOCK);
        heights[part][place] = f.applyAsDouble(row);
      }
    }
    return heights;
  }
}
