package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Several columns of X, independent of each other, and Y = f(X) + σ(X)·e, with e independent of X.
 *
 * <p>The mutual information h(Y) − h(e) − E log σ(X) averages the law of Y over points of X that
 * fill the space evenly, in {@value #PARTS} independent parts, when it is first asked for; its
 * error is the standard error over the parts.
 *
 * <pre>{@code
 * Distribution product = MultipleRegression.of("x1 x2", 2, x -> x[0] * x[1], 0.5, Noise.normal());
 * }</pre>
 */
public final class MultipleRegression extends QuadratureLaw {
  private static final int PARTS = 4;
  private static final int BLOCKS = 8; // of points
  private static final double SMALL = 0.1; // the share of the points at which σ is smaller yet
  private static final int MOST_CELLS = 4096;

  /** Of σ, to which points are gathered: moves the information by less than 0.0005 nats. */
  static final double GATHERED = 1.0 / 16;

  private final String name;
  private final Predictors x;
  private final ToDoubleFunction<double[]> f;
  private final ToDoubleFunction<double[]> sigma;
  private final Noise noise;

  private MultipleRegression(
      String name,
      Predictors x,
      ToDoubleFunction<double[]> f,
      ToDoubleFunction<double[]> sigma,
      Noise noise) {
    this.name = name;
    this.x = x;
    this.f = f;
    this.sigma = sigma;
    this.noise = noise;
  }

  /**
   * A regression on normal columns with the same spread everywhere.
   *
   * @param name of f, for {@link #describe()}
   * @param dx the number of columns of X, positive
   * @param f of a row of X, which it must not change or keep
   * @param sigma positive
   * @param noise the law of e
   */
  public static MultipleRegression of(
      String name, int dx, ToDoubleFunction<double[]> f, double sigma, Noise noise) {
    require(sigma > 0 && Double.isFinite(sigma), "sigma must be positive, was %s", sigma);
    return of(name, Predictors.normal(dx), f, row -> sigma, noise);
  }

  /**
   * A regression.
   *
   * @param name of f, for {@link #describe()}
   * @param x the columns of X
   * @param f of a row of X, which it must not change or keep
   * @param sigma likewise, positive; checked where the mutual information looks at it
   * @param noise the law of e
   */
  public static MultipleRegression of(
      String name,
      Predictors x,
      ToDoubleFunction<double[]> f,
      ToDoubleFunction<double[]> sigma,
      Noise noise) {
    require(
        x != null && f != null && sigma != null && noise != null,
        "the columns of X, f, sigma and the noise must be given, was null");
    return new MultipleRegression(name, x, f, sigma, noise);
  }

  /** The same with Y as it comes to stand in a table. */
  public Distribution recorded(Recording ofY) {
    return RecordedResponse.of(this, ofY);
  }

  @Override
  public int dx() {
    return x.columns();
  }

  @Override
  public int dy() {
    return 1;
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    var errors = noise.law().createSampler(rng::nextLong);
    return x.sample(
        n,
        rng,
        (row, y) -> y[0] = f.applyAsDouble(row) + sigma.applyAsDouble(row) * errors.sample(),
        1);
  }

  @Override
  public String describe() {
    return "regression on %s, Y = %s + σ e, e %s, MI = h(Y) − h(e) − E log σ(X)"
        .formatted(x, name, noise.name());
  }

  /**
   * Points of X that fill the space evenly, and the law of Y there.
   *
   * @param f at each point
   * @param sigma at each point, positive
   * @param smallSigma below it lies σ at a tenth of the points
   * @param low practically nothing of Y lies below
   * @param high or above
   */
  record Points(double[] f, double[] sigma, double smallSigma, double low, double high) {}

  /**
   * Those points.
   *
   * @param sequences whose points stand together
   */
  Points points(int blocks, int sequences) {
    double[] fs = x.values(blocks, sequences, f);
    double[] sigmas = x.values(blocks, sequences, sigma);
    double[] sorted = sigmas.clone();
    Arrays.sort(sorted);
    require(sorted[0] > 0, "σ(x) must be positive, was %s", sorted[0]);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < fs.length; i++) {
      low = Math.min(low, fs[i] + sigmas[i] * noise.low());
      high = Math.max(high, fs[i] + sigmas[i] * noise.high());
    }
    return new Points(fs, sigmas, sorted[(int) (SMALL * sorted.length)], low, high);
  }

  Noise noise() {
    return noise;
  }

  Predictors x() {
    return x;
  }

  @Override
  Quadrature quadrature() {
    Points at = points(BLOCKS, NormalPoints.SEQUENCES / PARTS);
    double low = at.low;
    double high = at.high;
    double grain = noise.grain() * at.smallSigma;
    int count = (int) Math.min(MOST_CELLS, Math.ceil((high - low) / grain));
    Cells all = cells(low, high, count);
    double meanLogSigma = 0;
    var values = new double[PARTS];
    for (int part = 0; part < PARTS; part++) {
      Cells ofPart = cells(low, high, count);
      double logSigma = 0;
      WeightedPoints points = WeightedPoints.of(at, part, PARTS);
      points = x.sharedByLaws() ? points.gathered(GATHERED) : points;
      for (int i = 0; i < points.weights().length; i++) {
        ofPart.add(points.weights()[i], points.f()[i], points.sigma()[i], noise);
        logSigma += points.weights()[i] * Math.log(points.sigma()[i]);
      }
      all.add(1.0 / PARTS, ofPart);
      meanLogSigma += logSigma / PARTS;
      values[part] = ofPart.differentialEntropy() - noise.entropy() - logSigma;
    }
    return Quadrature.ofParts(all.differentialEntropy() - noise.entropy() - meanLogSigma, values);
  }

  private static Cells cells(double low, double high, int count) {
    return new Cells(low, high, 0.5 * (low + high), high - low, count);
  }
}
