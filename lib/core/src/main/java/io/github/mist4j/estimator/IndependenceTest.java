package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;

/**
 * The outcome of a permutation test of independence: the rows of Y are shuffled against those of X
 * {@code permutations} times, and the estimate of each shuffle is compared with that of the data.
 *
 * <pre>{@code
 * var options = EstimateOptions.withDefaults().withPermutations(999);
 * IndependenceTest test = estimator.estimate(sample, options).independence().orElseThrow();
 * boolean dependent = test.pValue() <= 0.05;
 * }</pre>
 *
 * @param pValue (1 + b) / (1 + m), where b of the m shuffles reach the estimate of the data
 * @param permutations m, the number of shuffles
 * @param bandLower the smallest 2.5% of the shuffled estimates end here, in the estimate's unit
 * @param bandUpper the largest 2.5% of the shuffled estimates begin here, in the estimate's unit
 */
public record IndependenceTest(
    double pValue, int permutations, double bandLower, double bandUpper) {
  /** Checks the p-value and the order of the band's ends. */
  public IndependenceTest {
    require(pValue > 0 && pValue <= 1, "pValue must be in (0, 1], was %s", pValue);
    require(permutations > 0, "permutations must be positive, was %s", permutations);
    require(bandLower <= bandUpper, "band must be in order, was [%s, %s]", bandLower, bandUpper);
  }

  /** The test of an observed statistic against those of m shuffles, in any order. */
  public static IndependenceTest of(double observed, double[] shuffles) {
    double[] sorted = shuffles.clone();
    Arrays.sort(sorted);
    int m = sorted.length;
    long reached = Arrays.stream(sorted).filter(v -> v >= observed).count();
    return new IndependenceTest(
        (1.0 + reached) / (1 + m),
        m,
        sorted[(int) (0.025 * (m - 1))],
        sorted[(int) Math.ceil(0.975 * (m - 1))]);
  }
}
