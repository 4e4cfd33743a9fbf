package io.github.mist4j.deep;

import java.util.random.RandomGenerator;

/**
 * The velocity v(z, t | x) that carries points, at t = 0, to others, at t = 1, along straight lines
 * z = (1 − t) z₀ + t z₁: the mean of z₁ − z₀ given z, t and x, by least squares (Lipman et al.,
 * 2023).
 *
 * <p>A network is added to (2t − 1)/(t² + (1 − t)²) z, which is v where both are normal alike and x
 * says nothing, and which carries nothing anywhere; or to a {@link LinearVelocity}.
 *
 * @param network of x, z and the time
 * @param d the columns that are carried
 */
record Velocity(Mlp network, int d) {
  /** A network of so many columns of x and d to carry. */
  static Velocity of(Layout layout, String name, int dx, int d, FitOptions fit) {
    return new Velocity(Mlp.of(layout, name, dx + d + 1, d, fit), d);
  }

  /**
   * Points on their way.
   *
   * @param z (d, rows)
   * @param times of the rows
   * @param target what the network should say there, (d, rows)
   */
  record Way(float[] z, float[] times, float[] target) {
    /** With a network beside the velocity of normal columns that are alike. */
    static Way of(float[] from, float[] to, float[] times) {
      Way way = straight(from, to, times);
      for (int i = 0; i < way.z.length; i++) {
        way.target[i] -= (float) (ofNormal(times[i % times.length]) * way.z[i]);
      }
      return way;
    }

    /** With a network beside a velocity. */
    static Way of(
        float[] from, float[] to, float[] times, LinearVelocity velocity, float[] others) {
      Way way = straight(from, to, times);
      velocity.subtract(way.target, way.z, others, times);
      return way;
    }

    private static Way straight(float[] from, float[] to, float[] times) {
      var z = new float[from.length];
      var target = new float[from.length];
      for (int i = 0; i < z.length; i++) {
        float t = times[i % times.length];
        z[i] = (1 - t) * from[i] + t * to[i];
        target[i] = to[i] - from[i];
      }
      return new Way(z, times, target);
    }
  }

  /** The factor of z where both are normal alike. */
  static double ofNormal(double t) {
    return (2 * t - 1) / (t * t + (1 - t) * (1 - t));
  }

  /** Random, but for the last layer, which says 0. */
  void initialize(float[] weights, RandomGenerator rng) {
    network.initializeButLast(weights, rng);
  }

  /**
   * What the network adds, (d, rows).
   *
   * @param x (dx, rows)
   * @param z (d, rows)
   */
  Tensor added(Tape tape, float[] x, float[] z, float[] times) {
    int rows = times.length;
    var values = new float[x.length + z.length + rows];
    System.arraycopy(x, 0, values, 0, x.length);
    System.arraycopy(z, 0, values, x.length, z.length);
    for (int r = 0; r < rows; r++) {
      values[x.length + z.length + r] = 2 * times[r] - 1;
    }
    return network.apply(tape, Tape.input(values, values.length / rows, rows));
  }

  /** Less the mean squared error, with its gradient where the tape records. */
  double climb(Tape tape, float[] x, Way way) {
    return -SquaredError.mean(added(tape, x, way.z, way.times), way.target);
  }
}
