package io.github.mist4j.deep;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A network that takes noise off Y, with X or without.
 *
 * <p>Variance-preserving: y_t = α y + σ ε, α² = e^(−B), B = ∫ β = 0.1 t + 9.95 t². Times are drawn
 * with density β/(1 − e^(−B))/Z from 0.001 to 1, so that every one counts alike: the information is
 * Z/2 E(|ε − ε_Y|² − |ε − ε_{Y|X}|²). A network is added to σ y_t, which is the mean noise where Y
 * is normal and X says nothing.
 */
final class DiffusionModel implements RowModel {
  private static final double FIRST = 1e-3; // the least time
  private static final double LOW = logExpm1(integral(FIRST));
  private static final double Z = logExpm1(integral(1)) - LOW;
  private static final int READINGS = 32; // times of each judging row
  private static final int TIME_CHANNELS = 3;

  private final SampleMatrix columns;
  private final int dx;
  private final int dy;
  private final Layout layout = new Layout();
  private final Mlp network;
  private final Noise noise;

  DiffusionModel(SampleMatrix columns, FitOptions fit, long seed) {
    this.columns = columns;
    dx = columns.dx();
    dy = columns.dy();
    network = Mlp.of(layout, "noise", dy + dx + 1 + TIME_CHANNELS, dy, fit);
    noise = new Noise(seed);
  }

  private static double integral(double t) {
    return 0.1 * t + 9.95 * t * t;
  }

  private static double logExpm1(double b) {
    return b + Math.log(-Math.expm1(-b));
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    network.initializeButLast(weights, rng);
    return weights;
  }

  /** Weights wander by steps of noise: the mean of the last hundred or so is judged. */
  @Override
  public double averaging() {
    return 0.99;
  }

  /** Rows with noise, and what of it normal columns do not tell; {@code b} is B. */
  private record Noisy(float[] y, double[] b, float[] target) {}

  private Noisy noisy(int[] rows, RandomGenerator rng) {
    int n = rows.length;
    float[] own = columns.y(rows).value();
    float[] u = Noise.times(n, rng);
    var b = new double[n];
    Arrays.setAll(b, r -> Math.log1p(Math.exp(Math.min(LOW + Z * u[r], 700))));
    float[] e = Noise.normal(own.length, rng);
    var y = new float[own.length];
    var target = new float[own.length];
    for (int i = 0; i < own.length; i++) {
      double alpha = Math.exp(-b[i % n] / 2);
      double sigma = Math.sqrt(-Math.expm1(-b[i % n]));
      y[i] = (float) (alpha * own[i] + sigma * e[i]);
      target[i] = (float) (e[i] - sigma * y[i]);
    }
    return new Noisy(y, b, target);
  }

  /** Noisy Y, X or zeros, whether X is there, and the time. */
  private Tensor input(int[] rows, Noisy noisy, boolean[] withX) {
    int n = rows.length;
    var values = new float[(dy + dx + 1 + TIME_CHANNELS) * n];
    System.arraycopy(noisy.y, 0, values, 0, dy * n);
    System.arraycopy(columns.x(rows).value(), 0, values, dy * n, dx * n);
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < dx && !withX[r]; c++) {
        values[(dy + c) * n + r] = 0;
      }
      int at = (dy + dx) * n + r;
      double sigma = Math.sqrt(-Math.expm1(-noisy.b[r]));
      values[at] = withX[r] ? 1 : -1;
      values[at + n] = (float) (2 * sigma - 1);
      values[at + 2 * n] = (float) Math.exp(-noisy.b[r] / 2);
      values[at + 3 * n] = (float) ((logExpm1(noisy.b[r]) - LOW) / Z * 2 - 1);
    }
    return Tape.input(values, dy + dx + 1 + TIME_CHANNELS, n);
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, int[] rows) {
    RandomGenerator rng = noise.training();
    var tape = new Tape(weights, gradient);
    Noisy noisy = noisy(rows, rng);
    var withX = new boolean[rows.length];
    for (int r = 0; r < withX.length; r++) {
      withX[r] = rng.nextBoolean();
    }
    Tensor o = network.apply(tape, input(rows, noisy, withX));
    double loss = SquaredError.mean(o, noisy.target);
    tape.backward();
    return -loss;
  }

  @Override
  public double climbed(float[] weights, int[] rows) {
    return seen(weights, rows).climbed();
  }

  @Override
  public double information(double climbed) {
    return Double.NaN; // the errors with X and without are not told apart
  }

  @Override
  public Seen seen(float[] weights, int[] rows) {
    return seen(weights, rows, READINGS / 8);
  }

  @Override
  public Reading reading(float[] weights, int[] rows) {
    return new Reading(
        seen(weights, rows, READINGS).information(), Fitting.BEYOND * Math.log(rows.length));
  }

  /** Less the mean squared errors with X and without, and what these say. */
  private Seen seen(float[] weights, int[] rows, int readings) {
    RandomGenerator rng = noise.heldOut();
    var none = new boolean[rows.length];
    var all = new boolean[rows.length];
    Arrays.fill(all, true);
    double without = 0;
    double with = 0;
    for (int k = 0; k < readings; k++) {
      Noisy noisy = noisy(rows, rng);
      without += error(weights, rows, noisy, none) / readings;
      with += error(weights, rows, noisy, all) / readings;
    }
    return new Seen(-(without + with) / (2.0 * dy), Z / 2 * (without - with));
  }

  /** The mean over rows of the squared error of all columns. */
  private double error(float[] weights, int[] rows, Noisy noisy, boolean[] withX) {
    float[] o = network.apply(new Tape(weights, null), input(rows, noisy, withX)).value();
    double sum = 0;
    for (int i = 0; i < o.length; i++) {
      sum += Math.pow(noisy.target[i] - o[i], 2) / rows.length;
    }
    return sum;
  }
}
