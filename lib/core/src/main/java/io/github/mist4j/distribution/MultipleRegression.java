package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several columns of X, standard normal and independent, and Y = f(X) + σ(X)·e, with e independent
 * of X.
 *
 * <p>The mutual information h(Y) − h(e) − E log σ(X) averages the law of Y over points of X that
 * fill the space evenly, in {@value #RANGES} independent parts, when it is first asked for; its
 * error is the standard error over the parts.
 */
public final class MultipleRegression implements Distribution {
  private static final int RANGES = 4;
  private static final int POINTS = 2048; // of each part; all of them are used for the value
  private static final double SMALL = 0.1; // the share of the points at which σ is smaller yet
  private static final int MOST_CELLS = 4096;

  private final String name;
  private final int dx;
  private final ToDoubleFunction<double[]> f;
  private final ToDoubleFunction<double[]> sigma;
  private final Noise noise;
  private final Cached<Quadrature> information = new Cached<>(this::information);

  private MultipleRegression(
      String name,
      int dx,
      ToDoubleFunction<double[]> f,
      ToDoubleFunction<double[]> sigma,
      Noise noise) {
    this.name = name;
    this.dx = dx;
    this.f = f;
    this.sigma = sigma;
    this.noise = noise;
  }

  /**
   * A regression with the same spread everywhere.
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
    return of(name, dx, f, row -> sigma, noise);
  }

  /**
   * A regression.
   *
   * @param name of f, for {@link #describe()}
   * @param dx the number of columns of X, positive
   * @param f of a row of X, which it must not change or keep
   * @param sigma likewise, positive; checked where the mutual information looks at it
   * @param noise the law of e
   */
  public static MultipleRegression of(
      String name,
      int dx,
      ToDoubleFunction<double[]> f,
      ToDoubleFunction<double[]> sigma,
      Noise noise) {
    require(dx > 0, "dx must be positive, was %d", dx);
    require(
        f != null && sigma != null && noise != null,
        "f, sigma and the noise must be given, was null");
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
      columns[dx][r] = f.applyAsDouble(row) + sigma.applyAsDouble(row) * errors.sample();
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
    return "regression on %d columns, Y = %s + σ e, e %s, MI = h(Y) − h(e) − E log σ(X)"
        .formatted(dx, name, noise.name());
  }

  private Quadrature information() {
    List<Points> parts = parts();
    double[] sigmas =
        parts.stream().flatMapToDouble(p -> Arrays.stream(p.sigma)).sorted().toArray();
    double small = sigmas[(int) (SMALL * sigmas.length)];
    double low = parts.stream().mapToDouble(p -> p.end(noise.low(), Math::min)).min().orElseThrow();
    double high =
        parts.stream().mapToDouble(p -> p.end(noise.high(), Math::max)).max().orElseThrow();
    int count = (int) Math.min(MOST_CELLS, Math.ceil((high - low) / (noise.grain() * small)));
    var all = cells(low, high, count);
    double meanLogSigma = 0;
    double square = 0;
    double mean = 0;
    for (Points part : parts) {
      var ofPart = cells(low, high, count);
      double logSigma = 0;
      for (int i = 0; i < POINTS; i++) {
        ofPart.add(1.0 / POINTS, part.f[i], part.sigma[i], noise);
        logSigma += Math.log(part.sigma[i]) / POINTS;
      }
      all.add(1.0 / RANGES, ofPart);
      meanLogSigma += logSigma / RANGES;
      double one = ofPart.differentialEntropy() - noise.entropy() - logSigma;
      mean += one / RANGES;
      square += one * one / RANGES;
    }
    double value = all.differentialEntropy() - noise.entropy() - meanLogSigma;
    double error = Math.sqrt(Math.max(0, square - mean * mean) / (RANGES - 1));
    return new Quadrature(Math.max(0, value), error);
  }

  private static Cells cells(double low, double high, int count) {
    return new Cells(low, high, 0.5 * (low + high), high - low, count);
  }

  /** f and σ at the points of a part. */
  private record Points(double[] f, double[] sigma) {
    Points() {
      this(new double[POINTS], new double[POINTS]);
    }

    /** The outermost f + σ·e for an e. */
    double end(double e, DoubleBinaryOperator outermost) {
      return IntStream.range(0, POINTS)
          .mapToDouble(i -> f[i] + sigma[i] * e)
          .reduce(outermost)
          .orElseThrow();
    }
  }

  private List<Points> parts() {
    List<Points> parts = Stream.generate(Points::new).limit(RANGES).toList();
    var row = new double[dx];
    int sequences = NormalPoints.SEQUENCES / RANGES; // of each part
    int blocks = POINTS / (sequences * NormalPoints.BLOCK);
    int width = dx + 1;
    for (int b = 0; b < blocks; b++) {
      double[] points = NormalPoints.block(dx, b);
      for (int i = 0; i < points.length / width; i++) {
        System.arraycopy(points, i * width, row, 0, dx);
        Points part = parts.get(i / (sequences * NormalPoints.BLOCK));
        int place = b * sequences * NormalPoints.BLOCK + i % (sequences * NormalPoints.BLOCK);
        part.f[place] = f.applyAsDouble(row);
        part.sigma[place] = sigma.applyAsDouble(row);
        require(
            Double.isFinite(part.f[place]) && Double.isFinite(part.sigma[place]),
            "f(x) and σ(x) must be finite everywhere");
        require(part.sigma[place] > 0, "σ(x) must be positive, was %s", part.sigma[place]);
      }
    }
    return parts;
  }
}
