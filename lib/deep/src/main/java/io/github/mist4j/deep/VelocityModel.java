package io.github.mist4j.deep;

import io.github.mist4j.deep.Velocity.Way;
import java.util.random.RandomGenerator;

/**
 * The {@link Velocity} that carries Y of another row to the own one.
 *
 * <p>The entropy changes along the way by the mean divergence, from h(Y) to h(Y|X): the information
 * is −∫ E div v dt. The part of v that a network is added to has a divergence that adds up to 0.
 *
 * <p>Held-out rows are carried from held-out rows: a network that knows its training rows by heart
 * spreads those less, not more.
 */
final class VelocityModel implements RowModel {
  private static final int MOST_EXACT = 32; // columns whose divergence is computed one by one
  private static final float STEP = 0.02f; // of a difference quotient; scores are of size 1
  private static final int READINGS = 16; // times of each judging row
  private static final int LOOKS = 4; // of each stopping row

  private final SampleMatrix columns;
  private final int dy;
  private final Layout layout = new Layout();
  private final Velocity velocity;
  private final Noise noise;

  VelocityModel(SampleMatrix columns, FitOptions fit, long seed) {
    this.columns = columns;
    dy = columns.dy();
    velocity = Velocity.of(layout, "velocity", columns.dx(), dy, fit);
    noise = new Noise(seed);
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    velocity.initialize(weights, rng);
    return weights;
  }

  private Way way(int[] rows, RandomGenerator rng) {
    int n = rows.length;
    var others = new int[n];
    int shift = n > 1 ? 1 + rng.nextInt(n - 1) : 0;
    for (int r = 0; r < n; r++) {
      others[r] = rows[(r + shift) % n];
    }
    return Way.of(columns.y(others).value(), columns.y(rows).value(), Noise.times(n, rng));
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, int[] rows) {
    var tape = new Tape(weights, gradient);
    Way way = way(rows, noise.training());
    double climbed = velocity.climb(tape, columns.x(rows).value(), way);
    tape.backward();
    return climbed;
  }

  /** Less the mean squared error. */
  @Override
  public double climbed(float[] weights, int[] rows) {
    RandomGenerator rng = noise.heldOut();
    float[] x = columns.x(rows).value();
    double sum = 0;
    for (int k = 0; k < LOOKS; k++) {
      sum += velocity.climb(new Tape(weights, null), x, way(rows, rng)) / LOOKS;
    }
    return sum;
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
    var direction = new float[way.z().length];
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
    float[] z = way.z().clone();
    for (int i = 0; i < z.length; i++) {
      z[i] += step * direction[i];
    }
    return velocity.added(new Tape(weights, null), columns.x(rows).value(), z, way.times()).value();
  }
}
