package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;

import io.github.mist4j.distribution.Curve;
import io.github.mist4j.distribution.Transform;
import java.util.random.RandomGenerator;

/** Transforms at random of the columns of a side, which lose nothing of its information. */
final class RandomTransforms {
  private static final int MOST_COUPLED_COLUMNS = 4;

  private RandomTransforms() {}

  static Transform mixing(int d, RandomGenerator rng) {
    if (d == 1) {
      return Transform.identity(); // a monotone map of a column alone would change nothing
    }
    return switch (rng.nextInt(4)) {
      case 0 -> Transform.rotation(d, rng);
      case 1 -> Transform.rotation(d, rng).then(warp(rng)).then(Transform.rotation(d, rng));
      case 2 -> spiral(d, rng);
      default -> Transform.identity();
    };
  }

  private static Transform warp(RandomGenerator rng) {
    return switch (rng.nextInt(3)) {
      case 0 -> Transform.asinh();
      case 1 -> Transform.halfCube();
      default -> Transform.wigglyX();
    };
  }

  private static Transform spiral(int d, RandomGenerator rng) {
    int first = rng.nextInt(d);
    int second = (first + 1 + rng.nextInt(d - 1)) % d;
    return Transform.spiral(between(rng, 0.2, 1.5) / d, first, second);
  }

  static Transform coupling(int d, RandomGenerator rng) {
    Transform transform = Transform.identity();
    for (int c = 1; c < Math.min(d, MOST_COUPLED_COLUMNS); c++) {
      Curve scale = rng.nextBoolean() ? RandomCurve.sines(rng) : Curve.line(between(rng, -1, 1));
      Curve shift = rng.nextBoolean() ? RandomCurve.sines(rng) : Curve.constant(0);
      transform = transform.then(Transform.coupling(scale, shift, 0, c));
    }
    return d > 1 && rng.nextBoolean() ? transform.then(Transform.rotation(d, rng)) : transform;
  }

  static Transform embedding(int d, RandomGenerator rng) {
    boolean circle = d > 1 && rng.nextInt(3) == 0;
    Transform transform =
        circle ? scaled(between(rng, 0.5, 2)).then(Transform.circle()) : Transform.identity();
    for (int c = transform.columns(1); c < d; c++) {
      transform = transform.then(Transform.withCurve(RandomCurve.sines(rng)));
    }
    return d > 1 && rng.nextBoolean() ? transform.then(Transform.rotation(d, rng)) : transform;
  }

  /** I + u vᵀ + noise: independent columns become correlated ones. */
  static Transform correlating(int d, RandomGenerator rng) {
    double shared = between(rng, 0, 2) / d;
    double own = between(rng, 0, 1) / Math.sqrt(d);
    double[] u = rng.doubles(d, -1.7, 1.7).toArray();
    double[] v = rng.doubles(d, -1.7, 1.7).toArray();
    var matrix = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        matrix[i][j] = (i == j ? 1 : 0) + shared * u[i] * v[j] + own * rng.nextGaussian();
      }
    }
    return Transform.linear(matrix);
  }

  static Transform scaled(double factor) {
    return Transform.linear(new double[][] {{factor}});
  }
}
