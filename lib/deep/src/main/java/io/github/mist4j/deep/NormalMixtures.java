package io.github.mist4j.deep;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.GaussianMixture;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.NormalComponent;
import io.github.mist4j.meta.Family;
import io.github.mist4j.meta.IntRange;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Mixtures of one to ten normal laws of two columns, after those that InfoNet learns from; in a
 * tenth of them X and Y are independent.
 */
final class NormalMixtures {
  private static final int MOST_COMPONENTS =
      10; // the original's 20 cost twice the time and blur into each other
  private static final int MOST_OF_A_SIDE = 4; // where they are independent
  private static final double FARTHEST = 5; // means of the original
  private static final double INDEPENDENT = 0.1;

  private NormalMixtures() {}

  /** So many rows as a table may have, two columns. */
  static MetaDistribution distribution() {
    var single = new IntRange(1, 1);
    return MetaDistribution.of(
            "mixtures",
            new Family("normal_mixture", (dx, dy) -> dx == 1 && dy == 1, NormalMixtures::draw))
        .withShapes(new Shapes(50, 2000, single, single, 0));
  }

  private static Distribution draw(int dx, int dy, RandomGenerator rng) {
    if (rng.nextDouble() < INDEPENDENT) {
      return independent(rng);
    }
    int count = rng.nextInt(1, MOST_COMPONENTS + 1);
    if (count == 1) {
      double correlation = rng.nextDouble(-0.99, 0.99);
      return new Normal(Dispersion.of(new double[][] {{1, correlation}, {correlation, 1}}, 1));
    }
    var components = new ArrayList<NormalComponent>();
    for (int k = 0; k < count; k++) {
      components.add(component(rng));
    }
    return GaussianMixture.of(1, components);
  }

  private static double mean(RandomGenerator rng) {
    return rng.nextDouble(-FARTHEST, FARTHEST);
  }

  private static double weight(RandomGenerator rng) {
    return rng.nextDouble(0.1, 1);
  }

  /** A deviation from a third of the distance of means to twice it. */
  private static double deviation(RandomGenerator rng) {
    return Math.exp(rng.nextDouble(Math.log(0.3), Math.log(2)));
  }

  private static NormalComponent component(RandomGenerator rng) {
    double sx = deviation(rng);
    double sy = deviation(rng);
    double covariance = rng.nextDouble(-0.98, 0.98) * sx * sy;
    return NormalComponent.of(
        weight(rng),
        new double[] {mean(rng), mean(rng)},
        new double[][] {{sx * sx, covariance}, {covariance, sy * sy}});
  }

  /** A mixture of X times one of Y. */
  private static Distribution independent(RandomGenerator rng) {
    int ofX = rng.nextInt(1, MOST_OF_A_SIDE + 1);
    int ofY = rng.nextInt(2, MOST_OF_A_SIDE + 1);
    double[][] x = side(ofX, rng);
    double[][] y = side(ofY, rng);
    List<NormalComponent> components = new ArrayList<>();
    for (double[] a : x) {
      for (double[] b : y) {
        components.add(
            NormalComponent.of(
                a[0] * b[0],
                new double[] {a[1], b[1]},
                new double[][] {{a[2] * a[2], 0}, {0, b[2] * b[2]}}));
      }
    }
    return GaussianMixture.of(1, components);
  }

  /** Weight, mean and deviation of each. */
  private static double[][] side(int count, RandomGenerator rng) {
    var side = new double[count][];
    for (int k = 0; k < count; k++) {
      side[k] = new double[] {weight(rng), mean(rng), deviation(rng)};
    }
    return side;
  }
}
