package io.github.mist4j.estimator;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How far levels are from the whole: each has a scale of its own near one that all share. The
 * shared scale is uniform among some, and that of a level falls by e for every half a step from it.
 *
 * <p>Levels are compared with a whole to which they belong themselves. With q the share of a level
 * its deviation is 1 − q times that from the others, and the deviations of all levels have one
 * degree of freedom less than there are levels: so its rows count 1/(1 − q) times and its evidence
 * 1 − q times, which is exact for two levels and for many small ones.
 */
final class LevelScales {
  private static final double STEPS = 0.5; // wider lets levels of few rows stray from the others

  private final double[][] near; // the chance of a level's scale given the shared one
  private final double[][] likelihood; // of each level, its largest as 1, (levels, scales)
  private final double[] weight; // of each shared scale

  /**
   * With the evidence at each scale.
   *
   * @param evidence its logarithm, (levels, scales)
   * @param share the share of each level
   * @param kinds how many scales in a row make one step
   */
  LevelScales(double[][] evidence, double[] share, int kinds) {
    int scales = evidence[0].length;
    near = new double[scales][scales];
    for (int i = 0; i < scales; i++) {
      for (int j = 0; j < scales; j++) {
        near[i][j] = Math.exp(-Math.abs(i / kinds - j / kinds) / STEPS);
      }
      double sum = Arrays.stream(near[i]).sum();
      for (int j = 0; j < scales; j++) {
        near[i][j] /= sum;
      }
    }
    likelihood = new double[evidence.length][scales];
    var log = new double[scales];
    for (int level = 0; level < evidence.length; level++) {
      double most = Arrays.stream(evidence[level]).max().orElseThrow();
      for (int k = 0; k < scales; k++) {
        likelihood[level][k] = Math.exp(evidence[level][k] - most);
      }
      for (int k = 0; k < scales; k++) {
        double sum = 0;
        for (int j = 0; j < scales; j++) {
          sum += near[k][j] * likelihood[level][j];
        }
        log[k] += (1 - share[level]) * (most + Math.log(sum));
      }
    }
    double most = Arrays.stream(log).max().orElseThrow();
    weight = Arrays.stream(log).map(l -> Math.exp(l - most)).toArray();
  }

  /** The shared scale at a place in [0, 1) of their distribution. */
  int shared(double place) {
    return at(weight, place);
  }

  /** A draw of the scale of a level. */
  int ofLevel(int level, int shared, RandomGenerator rng) {
    var chances = new double[weight.length];
    for (int k = 0; k < chances.length; k++) {
      chances[k] = near[shared][k] * likelihood[level][k];
    }
    return at(chances, rng.nextDouble());
  }

  private static int at(double[] weights, double place) {
    double left = place * Arrays.stream(weights).sum();
    for (int k = 0; k < weights.length - 1; k++) {
      left -= weights[k];
      if (left < 0) {
        return k;
      }
    }
    return weights.length - 1;
  }
}
