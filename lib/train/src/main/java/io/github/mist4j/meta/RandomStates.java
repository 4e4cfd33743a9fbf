package io.github.mist4j.meta;

import static io.github.mist4j.meta.RandomCurve.between;
import static io.github.mist4j.meta.RandomCurve.logBetween;

import io.github.mist4j.distribution.ColumnLaw;
import io.github.mist4j.distribution.Curve;
import io.github.mist4j.distribution.LatentClassModel;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;

/**
 * Three to 32 hidden states at places on a line or in a plane, on which the columns depend: by
 * where they lie or by their scale.
 */
final class RandomStates {
  private static final int MOST_STATES = 32;
  private static final double MOST_RATE = 50; // of counts

  /** The law of a column in a state at a height of the order of 1. */
  private interface Kind {
    ColumnLaw at(double height);
  }

  private RandomStates() {}

  static LatentClassModel of(int dx, int dy, RandomGenerator rng) {
    int count = (int) logBetween(rng, 3, MOST_STATES + 1.0);
    double[][] places = rng.nextBoolean() ? line(count) : scattered(count, 1 + rng.nextInt(2), rng);
    boolean alike = rng.nextBoolean();
    Kind common = kind(rng);
    var laws = new ColumnLaw[dx + dy][];
    for (int c = 0; c < laws.length; c++) {
      Kind kind = alike ? common : kind(rng);
      laws[c] = heights(places, rng).mapToObj(kind::at).toArray(ColumnLaw[]::new);
    }
    double[] weights = new double[count];
    boolean equal = rng.nextBoolean();
    Arrays.setAll(weights, s -> equal ? 1 : between(rng, 0.2, 1));
    return LatentClassModel.of(
        dx,
        weights,
        IntStream.range(0, count)
            .mapToObj(s -> Stream.of(laws).map(column -> column[s]).toList())
            .toList());
  }

  /** Equally likely places of a normal variable. */
  private static double[][] line(int count) {
    var normal = NormalDistribution.of(0, 1);
    return IntStream.range(0, count)
        .mapToObj(s -> new double[] {normal.inverseCumulativeProbability((s + 0.5) / count)})
        .toArray(double[][]::new);
  }

  private static double[][] scattered(int count, int dimensions, RandomGenerator rng) {
    return Stream.generate(
            () -> DoubleStream.generate(rng::nextGaussian).limit(dimensions).toArray())
        .limit(count)
        .toArray(double[][]::new);
  }

  /** Along a direction, or a curve over it. */
  private static DoubleStream heights(double[][] places, RandomGenerator rng) {
    double angle = between(rng, 0, 2 * Math.PI);
    Curve curve = rng.nextBoolean() ? Curve.line(1) : RandomCurve.sines(rng);
    return Stream.of(places)
        .mapToDouble(p -> p.length == 1 ? p[0] : Math.cos(angle) * p[0] + Math.sin(angle) * p[1])
        .map(curve::at);
  }

  private static Kind kind(RandomGenerator rng) {
    double strength = logBetween(rng, 1, 10); // of the place, beside a noise of the order of 1
    double steep = between(rng, 0.5, 3); // of the logarithm of the scale
    double shape = logBetween(rng, 0.5, 4);
    double rate = logBetween(rng, 1, 8);
    return switch (rng.nextInt(8)) {
      case 0 -> h -> ColumnLaw.of(NormalDistribution.of(0, Math.exp(steep * h)));
      case 1 -> h -> ColumnLaw.of(GammaDistribution.of(shape, Math.exp(steep * h)));
      case 2 -> h -> ColumnLaw.of(counts(rate * Math.exp(steep * h)));
      case 3 -> moved(LaplaceDistribution.of(0, 1), strength);
      case 4 -> moved(UniformContinuousDistribution.of(-2, 2), strength);
      case 5 -> moved(ExponentialDistribution.of(1), strength);
      default -> moved(NormalDistribution.of(0, 1), strength);
    };
  }

  private static Kind moved(ContinuousDistribution law, double strength) {
    return height -> ColumnLaw.of(law, strength * height);
  }

  private static PoissonDistribution counts(double rate) {
    return PoissonDistribution.of(Math.min(MOST_RATE, rate));
  }
}
