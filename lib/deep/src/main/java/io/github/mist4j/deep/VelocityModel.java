package io.github.mist4j.deep;

import java.util.random.RandomGenerator;

/**
 * The velocity v(z, t | x) that carries Y of another row, at t = 0, to the own one, at t = 1, along
 * straight lines z = (1 − t) y₀ + t y₁: the mean of y₁ − y₀ given z, t and x, by least squares.
 *
 * <p>The entropy changes along the way by the mean divergence, from h(Y) to h(Y|X): the information
 * is −∫ E div v dt. A network is added to (2t − 1)/(t² + (1 − t)²) z, which is v where Y is normal
 * and X says nothing, and whose divergence adds up to 0.
 *
 * <p>Held-out rows are carried from held-out rows: a network that knows its training rows by heart
 * spreads those less, not more.
 */
final class VelocityModel implements RowModel {
  private static final int MOST_EXACT = 32; // columns whose divergence is computed one by one
  private static final float STEP = 0.02f; // of a difference quotient; scores are of size 1
  private static final int READINGS = 16; // times of each judging row

  private final SampleMatrix columns;
  private final int dy;
  private final Layout layout = new Layout();
  private final Mlp network;
  private final Noise noise;

  VelocityModel(SampleMatrix columns, FitOptions fit, long seed) {
    this.columns = columns;
    dy = columns.dy();
    network = Mlp.of(layout, "velocity", columns.dx() + dy + 1, dy, fit);
    noise = new Noise(seed);
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    network.initializeButLast(weights, rng);
    return weights;
  }

  /** Some rows on their way. */
  private record Way(float[] z, float[] times, float[] target) {}

  private Way way(int[] rows, RandomGenerator rng) {
    int n = rows.length;
    var others = new int[n];
    int shift = n > 1 ? 1 + rng.nextInt(n - 1) : 0;
    for (int r = 0; r < n; r++) {
      others[r] = rows[(r + shift) % n];
    }
    float[] own = columns.y(rows).value();
    float[] other = columns.y(others).value();
    float[] times = Noise.times(n, rng);
    var z = new float[own.length];
    var target = new float[own.length];
    for (int i = 0; i < own.length; i++) {
      float t = times[i % n];
      z[i] = (1 - t) * other[i] + t * own[i];
      target[i] = own[i] - other[i] - (2 * t - 1) / (t * t + (1 - t) * (1 - t)) * z[i];
    }
    return new Way(z, times, target);
  }

  /** X, z and the time, (dx + dy + 1, rows). */
  private Tensor input(int[] rows, float[] z, float[] times) {
    int n = rows.length;
    var values = new float[(columns.dx() + dy + 1) * n];
    System.arraycopy(columns.x(rows).value(), 0, values, 0, columns.dx() * n);
    System.arraycopy(z, 0, values, columns.dx() * n, dy * n);
    for (int r = 0; r < n; r++) {
      values[(columns.dx() + dy) * n + r] = 2 * times[r] - 1;
    }
    return Tape.input(values, columns.dx() + dy + 1, n);
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, int[] rows) {
    var tape = new Tape(weights, gradient);
    Way way = way(rows, noise.training());
    Tensor v = network.apply(tape, input(rows, way.z, way.times));
    double loss = 0;
    for (int i = 0; i < v.value().length; i++) {
      float error = way.target[i] - v.value()[i];
      loss += (double) error * error / v.value().length;
      v.gradient()[i] = 2 * error / v.value().length;
    }
    tape.backward();
    return -loss;
  }

  /** Less the mean squared error. */
  @Override
  public double climbed(float[] weights, int[] rows) {
    RandomGenerator rng = noise.heldOut();
    double loss = 0;
    for (int k = 0; k < READINGS / 4; k++) {
      Way way = way(rows, rng);
      float[] v = network.apply(new Tape(weights, null), input(rows, way.z, way.times)).value();
      for (int i = 0; i < v.length; i++) {
        loss += Math.pow(way.target[i] - v[i], 2) / v.length / (READINGS / 4.0);
      }
    }
    return -loss;
  }

  @Override
  public double information(double climbed) {
    return Double.NaN; // the error says nothing of it
  }

  @Override
  public Seen seen(float[] weights, int[] rows) {
    return new Seen(climbed(weights, rows), information(weights, rows, 1));
  }

  @Override
  public Reading reading(float[] weights, int[] rows) {
    return new Reading(
        information(weights, rows, READINGS), Fitting.BEYOND * Math.log(rows.length));
  }

  /** Less the mean divergence of the network, at so many times a row. */
  private double information(float[] weights, int[] rows, int readings) {
    RandomGenerator rng = noise.heldOut();
    double sum = 0;
    for (int k = 0; k < readings; k++) {
      Way way = way(rows, rng);
      sum -= divergence(weights, rows, way, readings > 1 && dy <= MOST_EXACT, rng);
    }
    return sum / readings;
  }

  /** The mean over rows, exact or by the directions of Hutchinson (1990). */
  private double divergence(
      float[] weights, int[] rows, Way way, boolean exact, RandomGenerator rng) {
    int n = rows.length;
    double sum = 0;
    var direction = new float[way.z.length];
    for (int c = 0; c < (exact ? dy : 1); c++) {
      for (int i = 0; i < direction.length; i++) {
        direction[i] = exact ? (i / n == c ? 1 : 0) : rng.nextBoolean() ? 1 : -1;
      }
      float[] ahead = moved(weights, rows, way, direction, STEP);
      float[] behind = moved(weights, rows, way, direction, -STEP);
      for (int i = 0; i < direction.length; i++) {
        sum += (ahead[i] - behind[i]) * direction[i] / (2 * STEP) / n;
      }
    }
    return sum;
  }

  private float[] moved(float[] weights, int[] rows, Way way, float[] direction, float step) {
    float[] z = way.z.clone();
    for (int i = 0; i < z.length; i++) {
      z[i] += step * direction[i];
    }
    return network.apply(new Tape(weights, null), input(rows, z, way.times)).value();
  }
}
