package io.github.mist4j.deep;

import io.github.mist4j.deep.GenerativeEstimator.Form;
import io.github.mist4j.deep.Velocity.Way;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The {@link Velocity} that carries Y of another row to the own one, given X; or X and Y of two
 * different rows to those of one.
 *
 * <p>The entropy changes along the way by the mean divergence, from h(Y) to h(Y|X) or from h(X) +
 * h(Y) to h(X, Y): the information is −∫ E div v dt. A network is added to v of normal columns with
 * the covariance of the rows that are trained on; where there are very many columns, of independent
 * ones, whose divergence adds up to 0.
 *
 * <p>Held-out rows are carried from held-out rows: a network that knows its training rows by heart
 * spreads those less, not more.
 */
final class VelocityModel implements RowModel {
  private static final int MOST_EXACT = 32; // columns whose divergence is computed one by one
  private static final float STEP = 0.02f; // of a difference quotient; scores are of size 1
  private static final int MOST_LINEAR = 128; // columns: more cost more than the network does
  private static final int READINGS = 16; // times of each judging row
  private static final int LOOKS = 4; // of each stopping row

  private final SampleMatrix columns;
  private final boolean joint;
  private final int d; // columns that are carried
  private final Layout layout = new Layout();
  private final Velocity velocity;
  private final Optional<LinearVelocity> start; // none where there are too many columns
  private final Noise noise;

  VelocityModel(SampleMatrix columns, int[] training, Form form, FitOptions fit, long seed) {
    this.columns = columns;
    joint = form == Form.JOINT;
    d = columns.dy() + (joint ? columns.dx() : 0);
    velocity = Velocity.of(layout, "velocity", joint ? 0 : columns.dx(), d, fit);
    start =
        columns.dx() + columns.dy() > MOST_LINEAR ? Optional.empty() : Optional.of(start(training));
    noise = new Noise(seed);
  }

  private LinearVelocity start(int[] training) {
    int dx = columns.dx();
    int[] x = IntStream.range(0, dx).toArray();
    int[] y = IntStream.range(dx, dx + columns.dy()).toArray();
    DMatrixRMaj all = GaussianStart.covariance(columns, training);
    if (!joint) {
      return LinearVelocity.of(
          NormalErrors.part(all, y, y), NormalErrors.of(all, training.length, y, x));
    }
    DMatrixRMaj apart = all.copy(); // X and Y of different rows
    for (int a : x) {
      for (int b : y) {
        apart.set(a, b, 0);
        apart.set(b, a, 0);
      }
    }
    int[] both = IntStream.range(0, dx + columns.dy()).toArray();
    return LinearVelocity.of(apart, NormalErrors.of(all, training.length, both, new int[0]));
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
    float[] from = joint ? both(others(rows, rng), others) : columns.y(others).value();
    float[] to = joint ? both(rows, rows) : columns.y(rows).value();
    return start
        .map(velocityOfNormal -> Way.of(from, to, times, velocityOfNormal, given(rows)))
        .orElseGet(() -> Way.of(from, to, times));
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

  /** Less the mean divergence, at so many times a row or until it is stopped. */
  private double information(float[] weights, int[] rows, int readings, BooleanSupplier stopped) {
    RandomGenerator rng = noise.heldOut();
    double sum = 0;
    int count = 0;
    do {
      boolean exact = readings > 1 && d <= MOST_EXACT && !stopped.getAsBoolean();
      sum -= divergence(weights, rows, way(rows, rng), exact, rng);
      count++;
    } while (count < readings && !stopped.getAsBoolean());
    return start.map(LinearVelocity::information).orElse(0.0) + sum / count;
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
