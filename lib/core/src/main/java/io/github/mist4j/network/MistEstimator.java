package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.DifferentiableEstimator;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.NamesEstimator;
import io.github.mist4j.estimator.PlugIn;
import io.github.mist4j.network.GatedPredictor.Gated;
import io.github.mist4j.network.ShuffleCheck.Checked;
import io.github.mist4j.progress.Work;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Mutual information by a trained copula network, in one pass. Thread safe.
 *
 * <p>Where some columns show dependence by themselves and others do not, a model whose screening
 * has been calibrated predicts from the first alone, too, and weighs both predictions.
 *
 * <p>The estimate does not change under strictly monotone maps of a column, nor if a column stands
 * again on its side, as it is or under any monotone map, nor with the order of rows, the order of
 * columns within a side, or the exchange of X and Y. Columns of a side that are in a linear
 * relation, such as shares of a whole, are the only ones whose values matter beyond their order:
 * one of them is left out. Equal values of a column are ranked in an order that looks random and
 * follows from the data alone, and the estimate, which depends a little on it, is the mean over
 * more orders the more there are: {@value #TIE_ORDERS} where a tenth of the rows repeat a value.
 *
 * <p>Estimates of columns with many equal values, of more columns than the model has learnt, and of
 * samples unlike those it has, are checked against shuffles of the rows of Y, in which there is
 * nothing to find: what the model finds there is taken off, and a warning says so.
 *
 * <p>More rows than the model was trained on are estimated in blocks: the mean of their estimates,
 * with an interval that narrows as the blocks agree. The work is linear in n.
 *
 * <p>Where a side holds nothing but names, and the other the same or one column of numbers, {@link
 * NamesEstimator} answers, and is named as the model. Where a side holds names and numbers, it is
 * what the names say and what the numbers say within their levels. Else names are seen as
 * indicators of their levels. Numbers of which few different rows stand often are answered by their
 * counts, as names, where one side follows from the other or they are unlike what the network has
 * learnt.
 *
 * <p>After the idea of MIST, mutual information estimation via supervised training.
 */
public final class MistEstimator implements DifferentiableEstimator {
  /** The most columns of a side that the first of the two shipped models answers best. */
  public static final int FEW_COLUMNS = 3;

  private static final int MOST_IN_ORDERS = 5000; // rows: of more the order of ties says little
  private static final int MOST_TESTED =
      1000; // rows that the network is asked about at every shuffle
  private static final int OFTEN = 4; // times that a row stands, as sales of an article do
  private static final int TIE_ORDERS = 8;
  private static final double MANY_REPEAT = 0.1; // of the rows
  private static final double MOST_REPEAT = 0.5;
  private static final int TEST_QUERIES = 512;
  private static final int FEW_SHUFFLES = 20; // their range holds about 90% of all
  private static final double WIDEST = 0.99;

  /** Some of the rows, and what is predicted of them. */
  private record Block(NetworkInput input, Gated gated) {}

  private final GatedPredictor predictor;
  private final String model;
  private final TrainedRange range;
  private final int mostRows;
  private final Optional<Supplier<MistEstimator>> ofWide;

  /**
   * An estimator from trained weights.
   *
   * @param size the network's sizes
   * @param weights as the learner of that size orders them
   * @param recalibration what was fitted to them after training
   * @param model the model's name, carried by every estimate
   * @param range the samples it was trained on
   * @throws IllegalArgumentException if the number of weights is not that of the network
   */
  public MistEstimator(
      CopulaArchitecture size,
      float[] weights,
      Recalibration recalibration,
      String model,
      TrainedRange range) {
    this(
        predictor(size, weights, recalibration), model, range, Integer.MAX_VALUE, Optional.empty());
  }

  private MistEstimator(
      GatedPredictor predictor,
      String model,
      TrainedRange range,
      int mostRows,
      Optional<Supplier<MistEstimator>> ofWide) {
    this.ofWide = ofWide;
    this.predictor = predictor;
    this.model = model;
    this.range = range;
    this.mostRows = mostRows;
  }

  private static GatedPredictor predictor(
      CopulaArchitecture size, float[] weights, Recalibration recalibration) {
    var sized = new CopulaNetwork(size);
    require(
        weights.length == sized.weights(),
        "a network of %s has %d weights, was given %d",
        size,
        sized.weights(),
        weights.length);
    return new GatedPredictor(sized, weights.clone(), recalibration);
  }

  /**
   * The same that looks at some rows of a longer sample, chosen by its values, not by their order:
   * for many questions to one table. Tests of independence and what else it says are of all rows.
   *
   * @param rows about how many
   */
  public MistEstimator fromAtMost(int rows) {
    require(rows > 0, "rows must be positive, was %d", rows);
    return new MistEstimator(predictor, model, range, rows, ofWide);
  }

  /**
   * The same that leaves samples with more than {@value #FEW_COLUMNS} columns on a side, or more
   * rows than it has learnt, to another.
   *
   * @param other is opened at the first such sample
   */
  public MistEstimator withWide(Supplier<MistEstimator> other) {
    require(other != null, "other must be given, was null");
    return new MistEstimator(predictor, model, range, mostRows, Optional.of(other));
  }

  @Override
  public String method() {
    return "mist";
  }

  /** Its method and the fingerprint of its network, with what was fitted after training. */
  @Override
  public String identity() {
    return "%s, model %s %s%s"
        .formatted(
            method(),
            model,
            predictor.fingerprint(),
            ofWide.map(other -> ", " + other.get().identity()).orElse(""));
  }

  /**
   * The mutual information of the sample, in nats, with an interval from the network's quantiles.
   * Neither is below 0 or above the entropy of a side whose values repeat, and the value lies in
   * the interval. {@linkplain Sample#withoutRedundantColumns() Columns that follow from others} of
   * their side are left out, and named; {@linkplain Sample#withoutRepeatedRows() rows that stand
   * again} are counted once; {@linkplain Sample#warnedOfOrder() neighbouring rows that are alike}
   * are warned of. Where the options have blocks of rows, the interval knows how much the estimate
   * scatters over halves of them, and what it finds in their shuffles; not of an estimator {@link
   * #fromAtMost} some rows.
   *
   * @throws IllegalArgumentException if the level of the interval is above {@value #WIDEST}
   */
  @Override
  public Estimate estimate(Sample given, EstimateOptions options) {
    require(
        options.level() <= WIDEST,
        "level must be at most %s for method mist, was %s",
        WIDEST,
        options.level());
    options.checkRows(given.n());
    if (options.blockLength() == 1) {
      return ofRows(given.warnedOfOrder(), options);
    }
    Estimate estimate = ofRows(given, options);
    return mostRows == Integer.MAX_VALUE
        ? BlockInterval.of(given, estimate, options, (rows, quiet) -> ofRows(rows, quiet).value())
        : estimate;
  }

  private Estimate ofRows(Sample sample, EstimateOptions options) {
    Sample named = sample.withNamesOfIndicators();
    if (named.hasNames()) {
      Sample once = once(named);
      if (isForNames(once)) {
        return ofNames(once, sample, options);
      }
      Sample less = once.withoutRedundantColumns();
      if (ByLevels.applies(less)) {
        return byLevels(sample, less, options);
      }
    }
    return estimate(sample, once(sample).withIndicators().withoutRedundantColumns(), options);
  }

  /**
   * The value that the network predicts of a sample of numbers, before it is cut at 0 or compared
   * with shuffles, and its slopes by the cells.
   *
   * <p>They are those of a surrogate that is smooth and equals the value at the sample. Ranks are
   * blurred by a kernel over the normal scores, so that a row that rises passes others. From the
   * scores the slope runs through moments, Gaussian informations, canonical correlations and
   * neighbour counts, whose balls have blurred edges, in the columns and in directions. Held fixed
   * are the directions, which pairs of columns are strongest, what neighbours explain, partial
   * correlations, lengths of rows, counts and orders of equal values, and the gate of screened
   * columns. A redundant column has slope 0. Of n rows up to {@value NetworkInput#MOST_QUERIES}
   * have their neighbours counted; more rows than the model was trained on are taken in blocks.
   *
   * @throws IllegalArgumentException if there are names, or more than {@value
   *     StrongestColumns#MOST} columns on a side
   */
  @Override
  public Gradient gradient(Sample sample) {
    require(sample != null, "sample must be given, was null");
    boolean large =
        Math.max(sample.dx(), sample.dy()) > FEW_COLUMNS || sample.n() > range.maxRows();
    return ofWide.isPresent() && large
        ? ofWide.get().get().gradient(sample)
        : MistGradient.of(predictor, sample, longest());
  }

  /** Each row once; if they stand often, with what they say if they are draws of their own. */
  private static Sample once(Sample sample) {
    Sample once = sample.withoutRepeatedRows();
    return once.n() * OFTEN > sample.n()
        ? once
        : once.withWarning(
            new Warning(
                Warning.Kind.ROWS_COUNTED_ONCE,
                String.format(
                    Locale.ROOT,
                    "if rows that are equal are draws of their own, as sales of articles are, they"
                        + " share %.3f nats: take the columns as names then",
                    PlugIn.ofEqualValues(sample))));
  }

  /**
   * The estimate of a sample.
   *
   * @param less the sample as it is looked at
   */
  private Estimate estimate(Sample sample, Sample less, EstimateOptions options) {
    boolean large = Math.max(less.dx(), less.dy()) > FEW_COLUMNS || less.n() > range.maxRows();
    if (ofWide.isPresent() && large) {
      return ofWide.get().get().fromAtMost(mostRows).estimate(sample, less, options);
    }
    boolean inBlocks = less.n() > longest();
    boolean oneOrder = inBlocks || less.n() > MOST_IN_ORDERS;
    List<RankedSample> orders =
        RankedSample.inOrders(less, options.seed(), oneOrder ? share -> 1 : MistEstimator::orders);
    RankedSample ranked = orders.get(0);
    List<NetworkInput> inputs;
    List<Gated> gated;
    RankedSample checked = ranked;
    if (inBlocks) {
      List<RankedSample> all = ranked.blocks(blocks(ranked.n()));
      List<RankedSample> parts =
          all.subList(0, Math.max(1, Math.min(all.size(), mostRows / longest())));
      List<Block> blocks = blocks(parts, options);
      checked = parts.get(0);
      inputs = blocks.stream().map(Block::input).toList();
      gated = blocks.stream().map(Block::gated).toList();
    } else {
      inputs = orders.stream().map(order -> input(order, options.seed())).toList();
      gated = predictor.inBothOrders(inputs);
    }
    if (ranked.repeatedShare() >= MOST_REPEAT
        && NamesEstimator.countsTell(less)
        && (isNovel(inputs.get(0)) || NamesEstimator.isDetermined(less))) {
      return ofNames(less.withValuesAsNames(), sample, options);
    }
    List<PredictedQuantiles> predictions = gated.stream().map(Gated::prediction).toList();
    PredictedQuantiles predicted =
        (inBlocks ? BlockMean.of(predictions) : PredictedQuantiles.mean(predictions))
            .bounded(EntropyBound.of(ranked));
    List<CopulaFeatures> features = inputs.stream().map(NetworkInput::features).toList();
    Checked result =
        checked(
            predicted,
            features.get(0).classical(),
            unlikeTraining(checked, inputs.get(0))
                ? Optional.of(ShuffleCheck.of(checked, predictor, options.seed()))
                : Optional.empty(),
            options.level());
    return Estimate.of(sample, method(), result.value())
        .withEvidence(
            Optional.of(result.interval()),
            options.permutations() == 0
                ? Optional.empty()
                : Optional.of(independence(less, ranked, options)))
        .withModel(model)
        .withWarnings(warnings(less, inputs.get(0), result.warning()))
        .withEntropiesOf(sample)
        .withReferences(
            References.of(
                less,
                checked,
                features,
                gated,
                predictor.seesDirections() && !inBlocks
                    ? inputs.get(0).directions()
                    : Optional.empty()));
  }

  /**
   * Names without numbers beside them on their side are estimated from their counts and ranks: on
   * samples of 2 to 200 levels that is twice as near as the network on their indicators, of which
   * it has not learnt enough. Names of two levels are booleans, which it has.
   *
   * @param sample with rows counted once, and names in the place of indicators
   * @param whole the sample as it was given
   */
  private Estimate ofNames(Sample sample, Sample whole, EstimateOptions options) {
    Estimate estimate = new NamesEstimator().estimate(sample, options);
    return Estimate.of(whole, method(), estimate.value())
        .withEvidence(estimate.interval(), estimate.independence())
        .withModel(estimate.method())
        .withWarnings(estimate.warnings())
        .withEntropiesOf(sample)
        .withReferences(estimate.references());
  }

  /**
   * Names of two levels are booleans, which the network has learnt, alone; of pairs of them it says
   * 0.08 too much.
   */
  private static boolean isForNames(Sample sample) {
    return (hasManyLevels(sample) || sample.dx() + sample.dy() > 2)
        && NamesEstimator.applies(sample);
  }

  /** Names and numbers on one side: level by level. */
  private Estimate byLevels(Sample sample, Sample less, EstimateOptions options) {
    EstimateOptions quiet =
        options
            .withBlockLength(1) // of a level no rows are consecutive
            .withProgress(options.progress().silent());
    ByLevels.Scattered found = ByLevels.of(less, quiet, this::ofRows);
    Optional<IndependenceTest> test =
        options.permutations() == 0
            ? Optional.empty()
            : Optional.of(
                IndependenceTest.ofRanks(
                    less.withIndicators().withoutRedundantColumns(),
                    options,
                    orders ->
                        orders.stream()
                            .map(less::withYInOrder)
                            .mapToDouble(s -> ByLevels.of(s, quiet, this::ofRows).value())
                            .toArray(),
                    Math.min(options.permutations(), FEW_SHUFFLES)));
    return Estimate.of(sample, method(), Math.max(0, found.value()))
        .withEvidence(Optional.of(found.interval(options.level())), test)
        .withModel(model + " by levels")
        .withWarnings(less.warnings());
  }

  private static boolean hasManyLevels(Sample sample) {
    return IntStream.range(0, sample.dx()).anyMatch(c -> sample.xLevels(c).size() > 2)
        || IntStream.range(0, sample.dy()).anyMatch(c -> sample.yLevels(c).size() > 2);
  }

  /** How many orders of equal values are asked, by the share of rows that repeat one. */
  private static int orders(double repeatedShare) {
    return (int) Math.max(1, Math.ceil(TIE_ORDERS * Math.min(1, repeatedShare / MANY_REPEAT)));
  }

  /**
   * Whether a sample may be unlike what the model knows even where it says nothing: many values are
   * equal, there are more columns than it has learnt, or it is novel. Ranks of other single columns
   * are a random order under shuffles, whatever the columns hold.
   */
  private boolean unlikeTraining(RankedSample ranked, NetworkInput input) {
    return ranked.repeatedShare() >= MANY_REPEAT
        || Math.max(ranked.dx(), ranked.dy()) > range.maxColumns()
        || isNovel(input);
  }

  private boolean isNovel(NetworkInput input) {
    return range.novelty().warning(input).isPresent();
  }

  /** The value in its interval, after the check of shuffles. */
  private static Checked checked(
      PredictedQuantiles predicted,
      double[] classical,
      Optional<ShuffleCheck> check,
      double level) {
    double tail = (1 - level) / 2;
    var interval = new Interval(predicted.quantile(tail), predicted.quantile(1 - tail), level);
    double value = Math.max(interval.lower(), Math.min(predicted.value(), interval.upper()));
    return check
        .map(shuffles -> shuffles.applied(value, interval, classical))
        .orElse(new Checked(value, interval, Optional.empty()));
  }

  private List<Warning> warnings(Sample sample, NetworkInput input, Optional<Warning> ofShuffles) {
    var warnings = new ArrayList<>(sample.warnings());
    ofShuffles.ifPresent(warnings::add);
    warnings.addAll(range.warnings(sample));
    range.novelty().warning(input).ifPresent(warnings::add);
    return warnings;
  }

  static NetworkInput input(RankedSample ranked, long seed) {
    RandomGenerator rng = RandomStreams.of(seed, -1);
    return NetworkInput.of(ranked, NetworkInput.MOST_QUERIES, rng);
  }

  /** The most rows of a block. */
  private int longest() {
    return Math.min(range.maxRows(), mostRows);
  }

  private int blocks(int n) {
    return (n - 1) / longest() + 1;
  }

  /** The rows in as few blocks as are no longer than the samples in training. */
  private List<Block> blocks(List<RankedSample> blocks, EstimateOptions options) {
    var work = Work.of("blocks of rows", blocks.size(), options.progress());
    return work.list(
        blocks.size(),
        b -> {
          NetworkInput input = input(blocks.get(b), options.seed());
          Gated gated = predictor.inBothOrders(List.of(input)).get(0);
          work.advance(1);
          return new Block(input, gated);
        });
  }

  /**
   * The permutation test. Where n is within the trained range the network on all shuffles, with the
   * same few query rows, is one of its statistics; else it only says what a few shuffles give.
   */
  private IndependenceTest independence(
      Sample sample, RankedSample ranked, EstimateOptions options) {
    boolean within = sample.n() <= Math.min(MOST_TESTED, range.maxRows());
    int[] queries =
        CopulaFeatures.queries(ranked.n(), TEST_QUERIES, RandomStreams.of(options.seed(), -2));
    EstimateOptions quiet = options.withProgress(options.progress().silent());
    return IndependenceTest.ofRanks(
        sample,
        options,
        orders ->
            within
                ? statistics(orders.stream().map(ranked::shuffled).toList(), queries)
                : orders.stream().mapToDouble(o -> blockMean(ranked.shuffled(o), quiet)).toArray(),
        within ? options.permutations() : Math.min(options.permutations(), FEW_SHUFFLES));
  }

  private double blockMean(RankedSample shuffled, EstimateOptions options) {
    return BlockMean.of(
            blocks(shuffled.blocks(blocks(shuffled.n())), options).stream()
                .map(block -> block.gated().prediction())
                .toList())
        .value();
  }

  private double[] statistics(List<RankedSample> samples, int[] queries) {
    List<NetworkInput> inputs = samples.stream().map(s -> NetworkInput.of(s, queries)).toList();
    return predictor.inBothOrders(inputs).stream()
        .mapToDouble(gated -> gated.prediction().value())
        .toArray();
  }
}
