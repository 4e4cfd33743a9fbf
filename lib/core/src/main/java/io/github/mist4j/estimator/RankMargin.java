package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The ranks of a column, prepared once for tests of independence from any number of other columns.
 *
 * <p>The statistic is the sum over smooth functions of both columns of their squared correlations,
 * with weights that fall as 1/(ab)² as the functions a and b become less smooth. It is made from
 * mid-ranks, so ties, zeros, counts and levels are what they are, and its law is that under
 * shuffles of these very columns:
 *
 * <ul>
 *   <li>where n is large for the margins, a sum of weighted chi-squares, as the moments have
 *       exactly variance 1 and no correlation under shuffles;
 *   <li>else it is compared with shuffles, which end as soon as enough of them reach it (Besag and
 *       Clifford, 1991, <i>Sequential Monte Carlo p-values</i>); where few do, the tail of the
 *       shuffled values is continued.
 * </ul>
 *
 * <pre>{@code
 * RankMargin income = RankMargin.of(incomes);
 * double p = income.pValue(RankMargin.of(ages), () -> false);
 * }</pre>
 */
public final class RankMargin {
  private static final int MANY_ROWS = 2000;
  private static final int FUNCTIONS = 32; // finer dependence is for the tests of one question
  private static final int FEW_FUNCTIONS = 16;

  /**
   * Up to here chi-squares hold: in 640,000 pairs of independent columns of 12 kinds, 100 to 2,000
   * rows, 4.8% of p-values were below 0.05, 0.93% below 0.01, 0.092% below 0.001 and 0.010% below
   * 0.0001. From 0.1 on those below 0.001 are too many by half.
   */
  private static final double REGULAR = 0.03;

  private static final double ROUNDING = 1e-9; // equal tables are equally dependent
  private static final int REACHED = 20; // a p-value that is known to a fifth of itself will do
  private static final int ROUND = 200;
  private static final int ROUNDS = 10;
  private static final double CLEAR = 1e-9;
  private static final double CAUTION = 0.2; // a tail's shape from few draws may be longer

  private final MarginFunctions functions;

  private final JointLevels names; // in its place, of a column of names

  private final long hash; // to tell which of two columns comes first

  /** Of the directions that n rows have, those that what was taken away has left. */
  private final double directions;

  private RankMargin(MarginFunctions functions, JointLevels names) {
    this(functions, names, 1);
  }

  private RankMargin(MarginFunctions functions, JointLevels names, double directions) {
    this.functions = functions;
    this.names = names;
    this.directions = directions;
    if (names != null) {
      hash = IntStream.of(names.counts()).mapToLong(RandomStreams::hash).sum();
      return;
    }
    hash = IntStream.of(functions.level()).mapToLong(RandomStreams::hash).sum();
  }

  /**
   * The margin of a column.
   *
   * @param column finite values that are not all the same, (n)
   */
  public static RankMargin of(double[] column) {
    require(column != null, "column must be given, was null");
    return new RankMargin(MarginFunctions.of(column, limit(column.length)), null);
  }

  /**
   * The margin of a column of names: all its levels count alike, in no order.
   *
   * @param codes the same number for the same name, (n)
   */
  public static RankMargin ofNames(double[] codes) {
    require(codes != null, "codes must be given, was null");
    return new RankMargin(null, JointLevels.of(new double[][] {codes}));
  }

  /**
   * Columns whose smooth functions, alone and by twos, are taken away from others.
   *
   * @param given finite values that are not all the same, (given, n); names as indicators
   */
  public static Given given(double[][] given) {
    require(given != null && given.length > 0, "columns must be given, there was none");
    return new Given(RankRest.of(given));
  }

  /**
   * What is taken away from columns before they are compared. What is left of two columns is
   * independent where they say nothing about each other beyond the given ones, as far as those act
   * on them smoothly, alone and by twos.
   *
   * <pre>{@code
   * RankMargin.Given area = RankMargin.given(new double[][] {areas});
   * RankMargin rooms = area.restOf(roomsOfHomes, ties);
   * RankMargin price = area.restOf(prices, ties);
   * double p = rooms.pValue(price, () -> false); // do rooms say more than area?
   * }</pre>
   */
  public static final class Given {
    private final RankRest rest;

    private Given(RankRest rest) {
      this.rest = rest;
    }

    /**
     * The margin of what is left of the normal scores of a column.
     *
     * @param column finite values that are not all the same, (n)
     * @param ties puts equal values in an order
     */
    public RankMargin restOf(double[] column, RandomGenerator ties) {
      require(column != null, "column must be given, was null");
      MarginFunctions functions = MarginFunctions.of(rest.of(column, ties), limit(column.length));
      return new RankMargin(functions, null, 1 - (double) rest.functions() / column.length);
    }
  }

  private static int limit(int n) {
    return n < MANY_ROWS ? FEW_FUNCTIONS : FUNCTIONS;
  }

  /**
   * The chance of so much dependence between this column and another if they were independent. It
   * is the same for the same columns, whichever comes first.
   *
   * @param other the margin of a column of the same rows
   * @param stopped asked often
   * @throws CancellationException if it answers yes
   */
  public double pValue(RankMargin other, BooleanSupplier stopped) {
    return pValue(other, 1, stopped);
  }

  /**
   * The same where rows that follow each other depend on each other, as in a time series: shuffles
   * keep blocks of them together, and the order of the rows matters.
   *
   * @param blockLength the rows of a block, 1 where rows are independent; of fewer than five blocks
   *     there are too few orders for a test
   * @throws IllegalArgumentException if it is not positive
   */
  public double pValue(RankMargin other, int blockLength, BooleanSupplier stopped) {
    require(other.n() == n(), "columns must have %d rows, had %d", n(), other.n());
    EstimateOptions blocks = EstimateOptions.withDefaults().withBlockLength(blockLength);
    if (names != null || other.names != null) {
      return names == null || (other.names != null && hash < other.hash)
          ? other.ofNames(this, blocks, stopped)
          : ofNames(other, blocks, stopped);
    }
    double p =
        hash <= other.hash ? ofLater(other, blocks, stopped) : other.ofLater(this, blocks, stopped);
    // Squared correlations in fewer directions are larger by chance: so is the logarithm of p.
    double left = Math.min(directions, other.directions);
    return left == 1 ? p : Math.pow(p, left);
  }

  private int n() {
    return names == null ? functions.n() : names.n();
  }

  /** By shuffles, whose law no number of rare levels changes. */
  private double ofNames(RankMargin other, EstimateOptions blocks, BooleanSupplier stopped) {
    int n = n();
    Statistic dependence =
        other.names == null
            ? new NameDependence.OfNumbers(names, other.functions)
            : new NameDependence.OfTable(names, other.names);
    double least = dependence.of(IntStream.range(0, n).toArray()) * (1 - ROUNDING);
    long seed = hash + RandomStreams.hash(other.hash);
    return besagClifford(
        least,
        k -> {
          if (stopped.getAsBoolean()) {
            throw new CancellationException(
                String.format(Locale.ROOT, "stopped after %,d shuffles", k));
          }
          return dependence.of(blocks.shuffle(n, RandomStreams.of(seed, k)));
        });
  }

  private double ofLater(RankMargin other, EstimateOptions blocks, BooleanSupplier stopped) {
    int n = functions.n();
    var dependence = new SmoothDependence(functions, other.functions, limit(n));
    double observed = dependence.of(IntStream.range(0, n).toArray())[0];
    boolean inBlocks = blocks.blockLength() > 1;
    if (!inBlocks && irregularity(other) <= REGULAR) {
      double[] weights = SmoothDependence.weights(functions, other.functions, limit(n));
      return new WeightedChiSquares(weights).above(observed);
    }
    double least = observed * (1 - ROUNDING);
    // So that the order of rows is without meaning, unless they depend on each other.
    int[] asTheyStand = IntStream.range(0, n).toArray();
    int[] rows = inBlocks ? asTheyStand : functions.sortedRows();
    int[] others = inBlocks ? asTheyStand : other.functions.sortedRows();
    long seed = seed(other);
    return besagClifford(
        least,
        k -> {
          if (stopped.getAsBoolean()) {
            throw new CancellationException(
                String.format(Locale.ROOT, "stopped after %,d shuffles", k));
          }
          int[] shuffled = blocks.shuffle(n, RandomStreams.of(seed, k));
          var order = new int[n];
          for (int r = 0; r < n; r++) {
            order[rows[r]] = others[shuffled[r]];
          }
          return dependence.of(order)[0];
        });
  }

  /** The chance of a draw that is no less, from as few draws as will do. */
  private static double besagClifford(double least, IntToDoubleFunction draw) {
    var drawn = new double[ROUNDS * ROUND];
    int reached = 0;
    for (int k = 0; k < drawn.length; k++) {
      drawn[k] = draw.applyAsDouble(k);
      reached += drawn[k] >= least ? 1 : 0;
      if (reached == REACHED) {
        return (double) REACHED / (k + 1);
      }
      if (k + 1 == ROUND) {
        double early = tail(least, Arrays.copyOf(drawn, ROUND), CAUTION);
        if (early <= CLEAR) {
          return early;
        }
      }
    }
    return tail(least, drawn, 0);
  }

  private static double tail(double observed, double[] drawn, double shortest) {
    Arrays.sort(drawn);
    return ParetoTail.pValue(observed, drawn, shortest);
  }

  /** A number that follows from the ranks of both, in whatever order they and their rows stand. */
  private long seed(RankMargin other) {
    long seed = 0;
    for (int r = 0; r < functions.n(); r++) {
      seed +=
          RandomStreams.hash(
              RandomStreams.hash(functions.level()[r])
                  + RandomStreams.hash(other.functions.level()[r]));
    }
    return seed;
  }

  /**
   * How far the products of functions are from normal under shuffles: the largest excess kurtosis
   * or squared skewness, by their weights.
   */
  private double irregularity(RankMargin other) {
    int n = functions.n();
    double most = 0;
    for (int a = 1; a <= functions.count(); a++) {
      for (int b = 1; b <= Math.min(other.functions.count(), limit(n) / a); b++) {
        double skewness = functions.skewness()[a - 1] * other.functions.skewness()[b - 1];
        double excess = (functions.kurtosis()[a - 1] - 3) * (other.functions.kurtosis()[b - 1] - 3);
        double furthest = Math.max(skewness * skewness, Math.abs(excess)) / n;
        most = Math.max(most, SmoothDependence.weight(a, b) * furthest);
      }
    }
    return most;
  }
}
