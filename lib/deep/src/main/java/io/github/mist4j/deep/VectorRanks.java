package io.github.mist4j.deep;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One side of white columns as independent normal ones: carried back from t = 1 to 0 by the
 * velocity v(z, t) that makes it of normal noise along straight lines (Lipman et al., 2023).
 *
 * <p>A network is added to (2t − 1)/(t² + (1 − t)²) z, which is v where the side is normal; that
 * field carries nothing anywhere. One column stays as it is.
 */
final class VectorRanks {
  private static final int CHUNK = 1000; // rows that are carried together
  private static final int DRAWS = 4; // of noise and times for each held-out row

  private final float[][] columns; // (d, n)
  private final int d;
  private final Mlp network; // null for one column

  VectorRanks(Layout layout, String name, float[][] columns, FitOptions fit) {
    this.columns = columns;
    d = columns.length;
    network = d == 1 ? null : Mlp.of(layout, name, d + 1, d, fit);
  }

  /** Random, but for the last layer, which says 0. */
  void initialize(float[] weights, RandomGenerator rng) {
    if (network != null) {
      network.initializeButLast(weights, rng);
    }
  }

  private static double normalVelocity(double t) {
    return (2 * t - 1) / (t * t + (1 - t) * (1 - t));
  }

  /** z and the time, (d + 1, rows). */
  private Tensor input(float[] z, float[] times) {
    var values = Arrays.copyOf(z, z.length + times.length);
    for (int r = 0; r < times.length; r++) {
      values[z.length + r] = 2 * times[r] - 1;
    }
    return Tape.input(values, d + 1, times.length);
  }

  /** Less the mean squared error of the velocity, and its gradient where the tape records. */
  double climb(Tape tape, int[] rows, RandomGenerator rng) {
    if (network == null) {
      return 0;
    }
    int n = rows.length;
    float[] times = Noise.times(n, rng);
    float[] noise = Noise.normal(d * n, rng);
    var z = new float[d * n];
    var target = new float[d * n];
    for (int i = 0; i < z.length; i++) {
      float t = times[i % n];
      float own = columns[i / n][rows[i % n]];
      z[i] = (1 - t) * noise[i] + t * own;
      target[i] = (float) (own - noise[i] - normalVelocity(t) * z[i]);
    }
    Tensor v = network.apply(tape, input(z, times));
    double loss = 0;
    for (int i = 0; i < z.length; i++) {
      float error = target[i] - v.value()[i];
      loss += (double) error * error / z.length;
      if (v.gradient() != null) {
        v.gradient()[i] = 2 * error / z.length;
      }
    }
    return -loss;
  }

  /** The same for rows that are held out, with several draws a row. */
  double heldOut(float[] weights, int[] rows, RandomGenerator rng) {
    double sum = 0;
    for (int k = 0; k < DRAWS; k++) {
      sum += climb(new Tape(weights, null), rows, rng) / DRAWS;
    }
    return sum;
  }

  /** Some rows where they came from, (d, rows), by so many steps of the trapezoid rule. */
  double[][] carried(float[] weights, int[] rows, int steps) {
    var carried = new double[d][rows.length];
    for (int from = 0; from < rows.length; from += CHUNK) {
      int n = Math.min(CHUNK, rows.length - from);
      var z = new float[d * n];
      for (int i = 0; i < z.length; i++) {
        z[i] = columns[i / n][rows[from + i % n]];
      }
      for (int s = steps; s > 0 && network != null; s--) {
        z = step(weights, z, n, (double) s / steps, 1.0 / steps);
      }
      for (int i = 0; i < z.length; i++) {
        carried[i / n][from + i % n] = z[i];
      }
    }
    return carried;
  }

  private float[] step(float[] weights, float[] z, int n, double t, double length) {
    float[] here = velocity(weights, z, n, t);
    var ahead = new float[z.length];
    for (int i = 0; i < z.length; i++) {
      ahead[i] = (float) (z[i] - length * here[i]);
    }
    float[] there = velocity(weights, ahead, n, t - length);
    for (int i = 0; i < z.length; i++) {
      ahead[i] = (float) (z[i] - length * 0.5 * (here[i] + there[i]));
    }
    return ahead;
  }

  private float[] velocity(float[] weights, float[] z, int n, double t) {
    var times = new float[n];
    Arrays.fill(times, (float) t);
    float[] v = network.apply(new Tape(weights, null), input(z, times)).value();
    for (int i = 0; i < v.length; i++) {
      v[i] += (float) (normalVelocity(t) * z[i]);
    }
    return v;
  }
}
