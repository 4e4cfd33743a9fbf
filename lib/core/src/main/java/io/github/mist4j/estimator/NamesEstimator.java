package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate.Reference;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Names against names, or against one column of numbers, by a hierarchical prior: every level has
 * its own law of the other side, near that of the whole by as much as all levels are. The estimate
 * is the median of the posterior, the interval its quantiles.
 *
 * <p>Names that say nothing have laws of the whole whatever their number, so that rare names and
 * keys make no information ({@link TablePosterior}, {@link RankPosterior}). Several columns of
 * names on a side are one of their combinations.
 *
 * <pre>{@code
 * Estimate towns = new NamesEstimator().estimate(sample);
 * }</pre>
 */
public final class NamesEstimator implements MutualInformationEstimator {
  private static final int DRAWS = 400; // the median is then known to 1/16 of the spread
  private static final int FEWEST_DRAWS = 100;
  private static final double MOST_CELLS = 4e6; // of all draws: about a second
  private static final int MOST_LEVELS = 500; // others are taken as one
  private static final int ROWS_OF_COMBINATIONS = 10; // on average, for each

  // A name with one or two values of the number, as an article with its prices, has levels there.
  private static final int VALUES_A_NAME = 2; // on average
  private static final int ROWS_A_CELL = 5; // on average

  private static final int FREQUENT = 50; // rows of a level
  private static final double APART = 0.5; // nats: normal levels are 2.6 standard deviations apart
  private static final int NEIGHBOURS = 5; // half of the scatter of three
  private static final double SAYS_SOMETHING = 0.1; // nats
  private static final double ROWS_OF_RARE = 15; // of a level, on average; from 30 on Ross is worse
  private static final int FEW_NEIGHBOURS = 3; // as rare levels have no more

  /**
   * Of 390 laws of the suite of names the quantiles themselves hold 79%, nearly all others are
   * above; so widened they hold 93%, and 75% of the worst kind.
   */
  private static final double WIDER_ABOVE = 1.3;

  private static final double WIDER_BELOW = 1.1;
  private static final double NOTHING = 0.002; // nats: what is below is not told from nothing

  private static final int FEW_SHUFFLES = 20; // their range holds about 90% of all

  @Override
  public String method() {
    return "names";
  }

  /**
   * Whether it can answer: names or booleans on one side at least, where several columns have ten
   * rows for each of their combinations, and on the other the same or one column of numbers.
   */
  public static boolean applies(Sample sample) {
    return refusal(sample).isEmpty();
  }

  /**
   * Whether so few different rows stand so often, {@value #ROWS_A_CELL} times on average, that
   * their counts tell the information whatever the columns hold: as names it can answer them.
   */
  public static boolean countsTell(Sample sample) {
    JointLevels x = SampleColumns.levelsOfX(sample);
    JointLevels y = SampleColumns.levelsOfY(sample);
    return cells(x, y) * ROWS_A_CELL <= sample.n() && applies(sample.withValuesAsNames());
  }

  /** Whether, as names, one side follows from the other in every row, and enough rows say so. */
  public static boolean isDetermined(Sample sample) {
    JointLevels x = SampleColumns.levelsOfX(sample);
    return DeterminedLevels.of(x, SampleColumns.levelsOfY(sample), 0.5).isPresent();
  }

  private static int cells(JointLevels x, JointLevels y) {
    return new CellCounts(x, y).of(identity(x.n())).length;
  }

  private static Optional<String> refusal(Sample sample) {
    boolean namesInX = isOfNames(sample);
    boolean namesInY = isOfNames(sample.swapped());
    boolean oneNumber = (namesInX && sample.dy() == 1) || (namesInY && sample.dx() == 1);
    if (!(namesInX && namesInY) && !oneNumber) {
      return Optional.of(
          ("method names takes names or booleans, on one side at least, and one column of numbers"
                  + " on the other at most, was given %s and %s")
              .formatted(sample.xKinds(), sample.yKinds()));
    }
    return Optional.of(sample)
        .filter(s -> isSparse(s, namesInX) || isSparse(s.swapped(), namesInY))
        .map(
            s ->
                "method names needs %s rows for each combination of several columns, had fewer"
                    .formatted(ROWS_OF_COMBINATIONS));
  }

  private static boolean isOfNames(Sample sample) {
    return IntStream.range(0, sample.dx()).noneMatch(c -> SampleColumns.isNumeric(sample, c));
  }

  private static boolean isSparse(Sample sample, boolean namesInX) {
    return namesInX
        && sample.dx() > 1
        && SampleColumns.levelsOfX(sample).count() * ROWS_OF_COMBINATIONS > sample.n();
  }

  @Override
  public String description() {
    return "names against names or a column of numbers, by a hierarchical prior over levels";
  }

  @Override
  public boolean suits(Sample sample) {
    return sample.hasNames() && applies(sample);
  }

  /**
   * The mutual information of the sample, in nats, with an interval.
   *
   * @throws IllegalArgumentException unless {@link #applies}
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    require(options != null, "options must be given, was null");
    options.checkRows(sample.n());
    refusal(sample)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    boolean namesInX = isOfNames(sample);
    boolean namesInY = isOfNames(sample.swapped());
    Posterior posterior = posterior(sample, namesInX, namesInY);
    Located found =
        posterior.isOfKeys()
            ? unknown(sample.n(), options.level())
            : posterior
                .determined(options.level())
                .orElseGet(() -> located(posterior, sample.n(), options));
    return Estimate.of(sample, method(), found.value)
        .withEvidence(
            Optional.of(found.interval),
            options.permutations() == 0
                ? Optional.empty()
                : Optional.of(independence(posterior, sample.n(), options)))
        .withWarnings(posterior.warnings(sample))
        .withEntropiesOf(sample)
        .withReferences(references(sample, namesInX && namesInY));
  }

  /** A value with its interval, nats. */
  private record Located(double value, Interval interval) {}

  /** What is known where each row has a name of its own: nothing. */
  private static Located unknown(int n, double level) {
    return new Located(0, new Interval(0, Math.log(n), level));
  }

  private static Located located(Posterior posterior, int n, EstimateOptions options) {
    double[] draws = posterior.draws(identity(n), DRAWS, options.seed());
    Arrays.sort(draws);
    double tail = (1 - options.level()) / 2;
    double median = quantile(draws, 0.5);
    double shift = posterior.shift(median, options.seed());
    double unsure = Math.abs(shift) / 2 + NOTHING; // the two answers differ by more
    double below = WIDER_BELOW * (median - quantile(draws, tail));
    double above = WIDER_ABOVE * (quantile(draws, 1 - tail) - median);
    return new Located(
        median + shift,
        new Interval(
            Math.max(0, median + shift - below - unsure),
            median + shift + above + unsure,
            options.level()));
  }

  private static Posterior posterior(Sample sample, boolean namesInX, boolean namesInY) {
    JointLevels x = namesInX ? SampleColumns.levelsOfX(sample) : null;
    JointLevels y = namesInY ? SampleColumns.levelsOfY(sample) : null;
    if (namesInX && namesInY) {
      return new OfTable(x, y);
    }
    JointLevels names = namesInX ? x : y;
    double[] numbers = namesInX ? sample.y(0) : sample.x(0);
    JointLevels values = JointLevels.of(new double[][] {numbers});
    int cells = cells(names, values);
    boolean settled = cells <= VALUES_A_NAME * names.count() && cells * ROWS_A_CELL <= sample.n();
    if (settled) {
      return namesInX ? new OfTable(names, values) : new OfTable(values, names);
    }
    return new OfNumbers(names, numbers, namesInX);
  }

  private static List<Reference> references(Sample sample, boolean table) {
    return table
        ? List.of(new Reference("counts (Miller and Madow)", new PlugIn().estimate(sample).value()))
        : List.of();
  }

  private static int[] identity(int n) {
    return IntStream.range(0, n).toArray();
  }

  private static double quantile(double[] sorted, double level) {
    double at = level * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static IndependenceTest independence(
      Posterior posterior, int n, EstimateOptions options) {
    int m = options.permutations();
    Statistic dependence = posterior.dependence();
    double observed = dependence.of(identity(n)) * (1 - 1e-12); // equal tables are equal
    long reached = 0;
    var medians = new double[Math.min(m, FEW_SHUFFLES)];
    for (int k = 0; k < m; k++) {
      int[] order = options.shuffle(n, RandomStreams.of(options.seed(), -5L - k));
      reached += dependence.of(order) >= observed ? 1 : 0;
      if (k < medians.length) {
        double[] draws = posterior.draws(order, FEWEST_DRAWS, options.seed());
        Arrays.sort(draws);
        medians[k] = quantile(draws, 0.5);
      }
    }
    return IndependenceTest.of((1.0 + reached) / (m + 1), m, medians);
  }

  /** What is known of a sample, for orders in which row order[r] of Y stands beside row r of X. */
  private sealed interface Posterior {
    /** About so many draws of the mutual information, nats. */
    double[] draws(int[] order, int count, long seed);

    /** What is added to a median of so much, nats. */
    double shift(double median, long seed);

    /** The answer where one side follows from the other, whose posterior the prior pulls down. */
    default Optional<Located> determined(double level) {
      return Optional.empty();
    }

    /** Whether each row has a name of its own. */
    boolean isOfKeys();

    /** Those of the sample that hold. */
    default List<Warning> warnings(Sample sample) {
      return sample.warnings();
    }

    /** A statistic for tests of independence. */
    Statistic dependence();
  }

  private record OfTable(JointLevels x, JointLevels y) implements Posterior {
    @Override
    public double[] draws(int[] order, int count, long seed) {
      JointLevels fewX = x.pooled(MOST_LEVELS);
      JointLevels fewY = y.pooled(MOST_LEVELS).ordered(order);
      double cells = (double) fewX.count() * fewY.count();
      int each = (int) Math.max(FEWEST_DRAWS / 2.0, Math.min(count, MOST_CELLS / cells) / 2);
      return TablePosterior.draws(fewX, fewY, each, seed);
    }

    @Override
    public double shift(double median, long seed) {
      return 0;
    }

    @Override
    public Optional<Located> determined(double level) {
      return DeterminedLevels.of(x, y, level)
          .map(levels -> new Located(levels.value(), levels.interval()));
    }

    @Override
    public boolean isOfKeys() {
      return x.count() == x.n() || y.count() == y.n();
    }

    @Override
    public List<Warning> warnings(Sample sample) {
      return sample.warnings().stream() // numbers have been taken as names
          .filter(warning -> warning.kind() != Warning.Kind.LOOKS_LIKE_CODES)
          .toList();
    }

    @Override
    public Statistic dependence() {
      return new NameDependence.OfTable(x, y);
    }
  }

  private record OfNumbers(JointLevels names, double[] numbers, boolean namesInX)
      implements Posterior {
    @Override
    public double[] draws(int[] order, int count, long seed) {
      int[] beside = namesInX ? Ranks.inverse(order) : order;
      return RankPosterior.draws(names.pooled(MOST_LEVELS).ordered(beside), numbers, count, seed);
    }

    /**
     * Where levels of many rows hardly overlap their density has edges, which smooth functions
     * round off and neighbours do not; where levels have few rows, the prior outweighs them:
     * towards {@link Ross}, by as much as that is so.
     */
    @Override
    public double shift(double median, long seed) {
      int frequent = Arrays.stream(names.counts()).filter(count -> count >= FREQUENT).sum();
      double apart = Math.min(1, median / APART) * frequent / names.n();
      double rare =
          Math.min(1, median / SAYS_SOMETHING)
              * Math.exp(-(double) names.n() / names.count() / ROWS_OF_RARE);
      double weight = Math.max(apart, rare);
      if (weight < 0.01) {
        return 0;
      }
      double[] blurred = Ksg.blurred(new double[][] {numbers}, RandomStreams.of(seed, -6))[0];
      int neighbours = apart > rare ? NEIGHBOURS : FEW_NEIGHBOURS;
      double near = Ross.ofColumn(names.codes(), names.counts(), blurred, neighbours);
      return weight * (Math.max(near, 0) - median);
    }

    @Override
    public boolean isOfKeys() {
      return names.count() == names.n();
    }

    @Override
    public Statistic dependence() {
      return new NameDependence.OfNumbers(names, MarginFunctions.of(numbers, 16));
    }
  }
}
