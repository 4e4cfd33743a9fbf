package io.github.mist4j.deep;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One side of white columns as independent normal ones: carried back from t = 1 to 0 by the {@link
 * Velocity} that makes it of normal noise. One column stays as it is.
 */
final class VectorRanks {
  private static final int CHUNK = 1000; // rows that are carried together
  private static final int DRAWS = 4; // of noise and times for each held-out row

  private final float[][] columns; // (d, n)
  private final int d;
  private final Velocity velocity; // null for one column

  VectorRanks(Layout layout, String name, float[][] columns, FitOptions fit) {
    this.columns = columns;
    d = columns.length;
    velocity = d == 1 ? null : Velocity.of(layout, name, 0, d, fit);
  }

  /** Random, but for the last layer, which says 0. */
  void initialize(float[] weights, RandomGenerator rng) {
    if (velocity != null) {
      velocity.initialize(weights, rng);
    }
  }

  /** Less the mean squared error of the velocity, and its gradient where the tape records. */
  double climb(Tape tape, int[] rows, RandomGenerator rng) {
    if (velocity == null) {
      return 0;
    }
    int n = rows.length;
    float[] times = Noise.times(n, rng);
    float[] noise = Noise.normal(d * n, rng);
    var own = new float[d * n];
    for (int i = 0; i < own.length; i++) {
      own[i] = columns[i / n][rows[i % n]];
    }
    return velocity.climb(tape, new float[0], Velocity.Way.of(noise, own, times));
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
      for (int s = steps; s > 0 && velocity != null; s--) {
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
    float[] v = velocity.added(new Tape(weights, null), new float[0], z, times).value();
    for (int i = 0; i < v.length; i++) {
      v[i] += (float) (Velocity.ofNormal(t) * z[i]);
    }
    return v;
  }
}
