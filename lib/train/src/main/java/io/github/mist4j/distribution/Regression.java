package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * One column each: Y = f(X) + σ(X)·e, with e independent of X.
 *
 * <p>The mutual information h(Y) − h(e) − E log σ(X) is a quadrature over x and cells of y, refined
 * until it changes by less than 0.0015 nats or 0.15%, when it is first asked for.
 *
 * <pre>{@code
 * Distribution parabola = Regression.of(
 *     NormalDistribution.of(0, 1), Curve.parabola(1), Curve.constant(0.3), Noise.laplace());
 * }</pre>
 */
public final class Regression extends QuadratureLaw {
  private static final double FINE = 0.4; // of a typical σ: the width of a cell, at first
  private static final int FEWEST_CELLS = 64;
  private static final int MOST_CELLS = 1 << 16;

  private final ContinuousDistribution x;
  private final Curve f;
  private final Curve sigma;
  private final Noise noise;

  private Regression(ContinuousDistribution x, Curve f, Curve sigma, Noise noise) {
    this.x = x;
    this.f = f;
    this.sigma = sigma;
    this.noise = noise;
    checkCurves();
  }

  /**
   * A regression.
   *
   * @param x the law of X
   * @param f the curve
   * @param sigma σ, positive
   * @param noise the law of e
   * @throws IllegalArgumentException if σ(x) is not positive or f(x) not finite somewhere; where y
   *     is a function of x the mutual information is infinite
   */
  public static Regression of(ContinuousDistribution x, Curve f, Curve sigma, Noise noise) {
    require(
        x != null && f != null && sigma != null && noise != null,
        "the law of x, f, sigma and the noise must be given, was null");
    return new Regression(x, f, sigma, noise);
  }

  /** The number of cuts below Y in the place of Y: levels 0, 1, …, cuts. */
  public DiscreteResponse thresholded(double... cuts) {
    return DiscreteResponse.of(x, Response.thresholded(this, cuts));
  }

  /**
   * X and Y as they come to stand in a table.
   *
   * @param ofX how X is written down
   * @param ofY how Y is
   */
  public Distribution recorded(Recording ofX, Recording ofY) {
    return RecordedRegression.of(this, ofX, ofY);
  }

  /** Y rounded to multiples of a width, counted from the lowest. */
  public DiscreteResponse rounded(double width) {
    require(width > 0 && Double.isFinite(width), "width must be positive, was %s", width);
    Range range = Range.of(Nodes.of(x, FEWEST_CELLS), this);
    double low = Math.floor(range.low / width);
    double count = Math.ceil(range.high / width) - low;
    require(count <= MOST_CELLS, "width %s rounds Y to more than %d levels", width, MOST_CELLS);
    var cuts = new double[(int) count];
    Arrays.setAll(cuts, k -> (low + k + 0.5) * width);
    return thresholded(cuts);
  }

  @Override
  public int dx() {
    return 1;
  }

  @Override
  public int dy() {
    return 1;
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    var columns = new double[2][n];
    var predictor = x.createSampler(rng::nextLong);
    var errors = noise.law().createSampler(rng::nextLong);
    for (int r = 0; r < n; r++) {
      columns[0][r] = predictor.sample();
      columns[1][r] = f.at(columns[0][r]) + sigma.at(columns[0][r]) * errors.sample();
    }
    return ColumnDraws.split(columns, 1);
  }

  @Override
  Quadrature quadrature() {
    return Quadrature.of(this::value);
  }

  @Override
  public String describe() {
    return "regression, Y = %s + σ e, σ = %s, e %s, MI = h(Y) − h(e) − E log σ(X), by quadrature"
        .formatted(f.name(), sigma.name(), noise.name());
  }

  ContinuousDistribution x() {
    return x;
  }

  Curve f() {
    return f;
  }

  Curve sigma() {
    return sigma;
  }

  Noise noise() {
    return noise;
  }

  double value(int resolution) {
    Nodes nodes = Nodes.of(x, resolution);
    Range range = Range.of(nodes, this);
    double count = (range.high - range.low) / (FINE * range.sigma) * resolution / 128;
    var cells =
        new Cells(
            range.low,
            range.high,
            range.centre,
            range.scale,
            (int) Math.min(MOST_CELLS, Math.max(FEWEST_CELLS, count)));
    double logSigma = 0;
    for (int m = 0; m < nodes.count(); m++) {
      double weight = nodes.weights()[m];
      double spread = sigma.at(nodes.x()[m]);
      cells.add(weight, f.at(nodes.x()[m]), spread, noise);
      logSigma += weight * Math.log(spread);
    }
    return cells.differentialEntropy() - noise.entropy() - logSigma;
  }

  private void checkCurves() {
    for (double at : Nodes.of(x, FEWEST_CELLS).x()) {
      require(Double.isFinite(f.at(at)), "f(x) must be finite, was %s at x = %s", f.at(at), at);
      require(
          sigma.at(at) > 0 && Double.isFinite(sigma.at(at)),
          "σ(x) must be positive, was %s at x = %s; the mutual information is infinite where y is a"
              + " function of x",
          sigma.at(at),
          at);
    }
  }

  /** Where Y lies: all of it, its middle 99%, and a typical σ. */
  private record Range(double low, double high, double centre, double scale, double sigma) {
    private static final double CORE = 6e-3;

    static Range of(Nodes nodes, Regression law) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      double coreLow = low;
      double coreHigh = high;
      double logSigma = 0;
      double below = 0;
      for (int m = 0; m < nodes.count(); m++) {
        double f = law.f.at(nodes.x()[m]);
        double sigma = law.sigma.at(nodes.x()[m]);
        low = Math.min(low, f + sigma * law.noise.low());
        high = Math.max(high, f + sigma * law.noise.high());
        below += nodes.weights()[m];
        if (below > CORE && below < 1 - CORE) {
          coreLow = Math.min(coreLow, f - 2 * sigma);
          coreHigh = Math.max(coreHigh, f + 2 * sigma);
        }
        logSigma += nodes.weights()[m] * Math.log(sigma);
      }
      double centre = 0.5 * (coreLow + coreHigh);
      return new Range(low, high, centre, 0.5 * (coreHigh - coreLow), Math.exp(logSigma));
    }
  }
}
