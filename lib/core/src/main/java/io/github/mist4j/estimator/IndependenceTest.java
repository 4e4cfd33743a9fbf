package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The outcome of a permutation test of independence: the rows of Y are shuffled against those of X
 * {@code permutations} times, and each shuffle is compared with the data.
 *
 * <pre>{@code
 * var options = EstimateOptions.withDefaults().withPermutations(999);
 * IndependenceTest test = estimator.estimate(sample, options).independence().orElseThrow();
 * boolean dependent = test.pValue() <= 0.05;
 * }</pre>
 *
 * @param pValue (1 + b) / (1 + m), where b of the m shuffles show at least as much dependence as
 *     the data
 * @param permutations m, the number of shuffles
 * @param bandLower the smallest 2.5% of the shuffled estimates end here, in the estimate's unit
 * @param bandUpper the largest 2.5% of the shuffled estimates begin here, in the estimate's unit
 */
public record IndependenceTest(
    double pValue, int permutations, double bandLower, double bandUpper) {
  private static final double ROUNDING = 1e-9; // (1 - 0.9) / 2 is a little less than 0.05

  /** Checks the p-value and the order of the band's ends. */
  public IndependenceTest {
    require(pValue > 0 && pValue <= 1, "pValue must be in (0, 1], was %s", pValue);
    require(permutations > 0, "permutations must be positive, was %s", permutations);
    require(bandLower <= bandUpper, "band must be in order, was [%s, %s]", bandLower, bandUpper);
  }

  /**
   * A test by several statistics of ranks, with power for monotone, smooth and fine dependence at
   * any number of rows; its level is exact whatever ties there are. The band is that of an
   * estimator, whose estimates are one more statistic where it is asked about all shuffles.
   *
   * @param options the number of shuffles, their seed, and whether rows stay together in blocks
   * @param estimates what the estimator says where row order[r] of Y stands beside row r of X, for
   *     each of some orders
   * @param asked about how many shuffles it is asked, at least one; about the data, too, where that
   *     is all of them
   */
  public static IndependenceTest ofRanks(
      Sample sample,
      EstimateOptions options,
      Function<List<int[]>, double[]> estimates,
      int asked) {
    int m = options.permutations();
    require(asked > 0 && asked <= m, "asked must be from 1 to %d permutations, was %d", m, asked);
    return RankTest.of(sample, options, estimates, asked);
  }

  /** The test of an observed statistic against those of m shuffles, in any order. */
  public static IndependenceTest of(double observed, double[] shuffles) {
    int m = shuffles.length;
    long reached = Arrays.stream(shuffles).filter(v -> v >= observed).count();
    return of((1.0 + reached) / (1 + m), m, shuffles);
  }

  /** The outcome with the band of some shuffled estimates, in any order. */
  static IndependenceTest of(double pValue, int permutations, double[] estimates) {
    double[] sorted = estimates.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    return new IndependenceTest(
        pValue, permutations, sorted[(int) (0.025 * last)], sorted[(int) Math.ceil(0.975 * last)]);
  }

  /**
   * The interval of an estimate, beside which this test stands: from 0 on where the test finds
   * nothing at the level of the lower end and shuffles are given as much. A test of so few shuffles
   * that it can never reject at that level changes nothing.
   */
  Interval allowing(double estimate, Interval interval) {
    double level = (1 - interval.level()) / 2 + ROUNDING;
    boolean canReject = 1 <= level * (1 + permutations);
    boolean findsNothing = canReject && pValue > level && estimate <= bandUpper;
    return findsNothing ? interval.fromZero() : interval;
  }
}
