package io.github.mist4j;

/**
 * How many shuffles and half samples stand behind an estimate where nobody says how many. The
 * numbers differ because the ways of asking have different time; here they stand beside each other.
 *
 * <pre>{@code
 * options.withPermutations(EvidenceDefaults.NOTEBOOK_PERMUTATIONS)
 * }</pre>
 */
public final class EvidenceDefaults {
  /**
   * Shuffles of {@link Mist#estimate} without options. With 199 a test at level 0.05 is exact, (199
   * + 1) · 0.05 being whole; who reads a card waits some tenths of a second for it.
   */
  public static final int NOTEBOOK_PERMUTATIONS = 199;

  /**
   * Shuffles on the command line: no test. Programs call it, for many files, and 199 shuffles make
   * an answer take more than twice as long from the start.
   */
  public static final int COMMAND_LINE_PERMUTATIONS = 0;

  /**
   * Half samples of {@code mist4j estimate}, for a method without an interval of its own: ten lie
   * beyond each end of a 90% interval. There is one sample and one method to wait for.
   */
  public static final int COMMAND_LINE_HALVES = 200;

  /** Half samples where methods are judged on many datasets: none, as each would cost as much. */
  public static final int DATASETS_HALVES = 0;

  /** The confidence of {@link Mist#atLeast}: one side of a 90% interval. */
  public static final double AT_LEAST_LEVEL = 0.95;

  /**
   * The rows from which {@link Mist#estimate} without options says what the information is at
   * least: with fewer it hardly says more than the test of independence.
   */
  public static final int AT_LEAST_ROWS = 1000;

  private static final int HALVED_ROWS = 200_000; // of all half samples: seconds for every method
  private static final int FEWEST_HALVES = 20; // one beyond each end of a 90% interval
  private static final int MOST_HALVES = 100; // five beyond each end

  private EvidenceDefaults() {}

  /** Half samples of {@link Mist#compare} for so many rows: 100, fewer for more than 2,000 rows. */
  public static int halvesOfComparison(int rows) {
    return Math.max(FEWEST_HALVES, Math.min(MOST_HALVES, HALVED_ROWS / rows));
  }
}
