package io.github.mist4j.deep;

import io.github.mist4j.deep.GenerativeEstimator.Form;
import io.github.mist4j.deep.Velocity.Way;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The {@link Velocity} that carries Y of another row to the own one, given X; or X and Y of two
 * different rows to those of one.
 *
 * <p>The entropy changes along the way by the mean divergence, from h(Y) to h(Y|X) or from h(X) +
 * h(Y) to h(X, Y): the information is −∫ E div v dt. The part of v that a network is added to has a
 * divergence that adds up to 0.
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
  private final boolean joint;
  private final int d; // columns that are carried
  private final Layout layout = new Layout();
  private final Velocity velocity;
  private final Noise noise;

  VelocityModel(SampleMatrix columns, Form form, FitOptions fit, long seed) {
    this.columns = columns;
    joint = form == Form.JOINT;
    d = columns.dy() + (joint ? columns.dx() : 0);
    velocity = Velocity.of(layout, "velocity", joint ? 0 : columns.dx(), d, fit);
    noise = new Noise(seed);
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    velocity.initialize(weights, rng);
    return weights;
  }

  /**
   * Weights wander by the noise of times and other rows: the mean of the last hundred is judged.
   */
  @Override
  public double averaging() {
    return 0.99;
  }

  private Way way(int[] rows, RandomGenerator rng) {
    float[] times = Noise.times(rows.length, rng);
    int[] others = others(rows, rng);
    return joint
        ? Way.of(both(others(rows, rng), others), both(rows, rows), times)
        : Way.of(columns.y(others).value(), columns.y(rows).value(), times);
  }

  /** Each row's successor at some distance. */
  private static int[] others(int[] rows, RandomGenerator rng) {
    int n = rows.length;
    int shift = n > 1 ? 1 + rng.nextInt(n - 1) : 0;
    return IntStream.range(0, n).map(r -> rows[(r + shift) % n]).toArray();
  }

  private float[] both(int[] rowsOfX, int[] rowsOfY) {
    float[] x = columns.x(rowsOfX).value();
    float[] y = columns.y(rowsOfY).value();
    float[] both = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, both, x.length, y.length);
    return both;
  }

  /** What the velocity is told beside. */
  private float[] given(int[] rows) {
    return joint ? new float[0] : columns.x(rows).value();
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, int[] rows) {
    var tape = new Tape(weights, gradient);
    Way way = way(rows, noise.training());
    double climbed = velocity.climb(tape, given(rows), way);
    tape.backward();
    return climbed;
  }

  /** Less the mean squared error. */
  @Override
  public double climbed(float[] weights, int[] rows) {
    RandomGenerator rng = noise.heldOut();
    float[] x = given(rows);
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
    return new Seen(climbed(weights, rows), information(weights, rows, 1, () -> false));
  }

  @Override
  public Reading reading(float[] weights, int[] rows, BooleanSupplier stopped) {
    return new Reading(
        information(weights, rows, READINGS, stopped), Fitting.BEYOND * Math.log(rows.length));
  }

  /** Less the mean divergence of the network, at so many times a row or until it is stopped. */
  private double information(float[] weights, int[] rows, int readings, BooleanSupplier stopped) {
    RandomGenerator rng = noise.heldOut();
    double sum = 0;
    int count = 0;
    do {
      boolean exact = readings > 1 && d <= MOST_EXACT && !stopped.getAsBoolean();
      sum -= divergence(weights, rows, way(rows, rng), exact, rng);
      count++;
    } while (count < readings && !stopped.getAsBoolean());
    return sum / count;
  }

  /** The mean over rows, exact or by the directions of Hutchinson (1990). */
  private double divergence(
      float[] weights, int[] rows, Way way, boolean exact, RandomGenerator rng) {
    int n = rows.length;
    double sum = 0;
    var direction = new float[way.z().length];
    for (int c = 0; c < (exact ? d : 1); c++) {
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
    return velocity.added(new Tape(weights, null), given(rows), z, way.times()).value();
  }
}
