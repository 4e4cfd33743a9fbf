package io.github.mist4j.meta;

import io.github.mist4j.distribution.Curve;
import io.github.mist4j.distribution.Noise;
import io.github.mist4j.distribution.Regression;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/** Regressions with a curve, a spread and a noise at random; x and the curve of the order of 1. */
final class RandomCurve {
  static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final ContinuousDistribution UNIFORM =
      UniformContinuousDistribution.of(-Math.sqrt(3), Math.sqrt(3));
  private static final int MOST_SINES = 3;

  private RandomCurve() {}

  static Regression regression(RandomGenerator rng) {
    return Regression.of(predictor(rng), curve(rng), spread(rng), noise(rng));
  }

  static ContinuousDistribution predictor(RandomGenerator rng) {
    return rng.nextInt(3) == 0 ? UNIFORM : NORMAL;
  }

  private static Curve curve(RandomGenerator rng) {
    return switch (rng.nextInt(7)) {
      case 0 -> Curve.line(1);
      case 1 -> Curve.parabola(between(rng, 0.4, 1));
      case 2 -> Curve.absolute(between(rng, 0.8, 1.6));
      case 3 -> Curve.step(between(rng, -1, 1), between(rng, 1, 3));
      case 4 -> sines(rng).plus(Curve.line(between(rng, -1, 1)));
      default -> sines(rng);
    };
  }

  static Curve sines(RandomGenerator rng) {
    int count = 1 + rng.nextInt(MOST_SINES);
    return Curve.sines(
        rng.doubles(count, 0.3, 1).toArray(),
        rng.doubles(count, 0.5, 4).toArray(),
        rng.doubles(count, 0, 2 * Math.PI).toArray());
  }

  private static Curve spread(RandomGenerator rng) {
    double sigma = logBetween(rng, 0.08, 2);
    return switch (rng.nextInt(4)) {
      case 0 -> new Curve("s (0.3 + |x|)", x -> sigma * (0.3 + Math.abs(x)));
      case 1 -> new Curve("s exp(x/2)", x -> sigma * Math.exp(0.5 * x));
      default -> Curve.constant(sigma);
    };
  }

  static Noise noise(RandomGenerator rng) {
    return switch (rng.nextInt(4)) {
      case 0 -> Noise.laplace();
      case 1 -> Noise.uniform();
      default -> Noise.normal();
    };
  }

  static double between(RandomGenerator rng, double low, double high) {
    return low + (high - low) * rng.nextDouble();
  }

  static double logBetween(RandomGenerator rng, double low, double high) {
    return Math.exp(between(rng, Math.log(low), Math.log(high)));
  }
}
