package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Estimate.Comparison;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.estimator.Unit;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Mutual information by a trained copula network, in one pass. Thread safe.
 *
 * <p>A model that was taught to looks again at the columns that show dependence, where others do
 * not, and weighs both answers.
 *
 * <p>The estimate does not change under strictly monotone maps of a column, nor if a column stands
 * again on its side, as it is or under any monotone map, nor with the order of rows, the order of
 * columns within a side, or the exchange of X and Y. Columns of a side that are in a linear
 * relation, such as shares of a whole, are the only ones whose values matter beyond their order:
 * one of them is left out. Equal values of a column are ranked in a random order, and the estimate,
 * which depends a little on the order of rows then, is the mean over more orders the more there
 * are: {@value #TIE_ORDERS} where a tenth of the rows repeat a value.
 *
 * <p>More rows than the model was trained on are estimated in blocks: the mean of their estimates,
 * with an interval that narrows as the blocks agree. The work is linear in n.
 *
 * <p>After the idea of MIST, mutual information estimation via supervised training.
 */
public final class MistEstimator implements MutualInformationEstimator {
  private static final int TIE_ORDERS = 8;
  private static final double MANY_REPEAT = 0.1; // of the rows
  private static final int MOST_QUERIES = 2048;
  private static final int TEST_QUERIES = 512;
  private static final int MOST_KEPT = 1 << 22; // values in buffers between estimates
  private static final int SHUFFLES_AT_ONCE = 16;
  private static final double WIDEST = 0.99;

  private final float[] weights;
  private final TwoLooks network;
  private final String model;
  private final TrainedRange range;
  private final Queue<Buffers> idle = new ConcurrentLinkedQueue<>();

  /**
   * An estimator from trained weights.
   *
   * @param size the network's sizes
   * @param weights as the learner of that size orders them
   * @param model the model's name, carried by every estimate
   * @param range the samples it was trained on
   * @throws IllegalArgumentException if the number of weights is not that of the network
   */
  public MistEstimator(CopulaArchitecture size, float[] weights, String model, TrainedRange range) {
    var sized = new CopulaNetwork(size);
    require(
        weights.length == sized.layout().size(),
        "a network of %s has %d weights, was given %d",
        size,
        sized.layout().size(),
        weights.length);
    this.weights = weights.clone();
    network = new TwoLooks(sized, this.weights);
    this.model = model;
    this.range = range;
  }

  /** A copy of the network's weights. */
  float[] weights() {
    return weights.clone();
  }

  @Override
  public String method() {
    return "mist";
  }

  /**
   * The mutual information of the sample, in nats, with an interval from the network's quantiles.
   * {@linkplain Sample#withoutRedundantColumns() Columns that follow from others} of their side are
   * left out, and named.
   *
   * @throws IllegalArgumentException if the level of the interval is above {@value #WIDEST}
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    require(
        options.level() <= WIDEST,
        "level must be at most %s for method mist, was %s",
        WIDEST,
        options.level());
    options.checkRows(sample.n());
    Sample less = sample.withoutRedundantColumns();
    Copula copula = Copula.of(less, MetaDistribution.stream(options.seed(), 0));
    boolean inBlocks = sample.n() > range.maxRows();
    List<Look> looks =
        inBlocks ? ofBlocks(copula, options.seed()) : ofTies(less, copula, options.seed());
    List<TwoLooks.Said> said = inBlocks ? saidApart(looks) : said(looks);
    List<Head.Answer> answers = said.stream().map(TwoLooks.Said::answer).toList();
    Head.Answer answer = inBlocks ? Head.Answer.ofBlocks(answers) : Head.Answer.mean(answers);
    List<CopulaFeatures> features = looks.stream().map(Look::features).toList();
    double tail = (1 - options.level()) / 2;
    return new Estimate(
            answer.value(),
            Optional.of(
                new Interval(answer.quantile(tail), answer.quantile(1 - tail), options.level())),
            options.permutations() == 0
                ? Optional.empty()
                : Optional.of(independence(copula, options)),
            sample.n(),
            sample.dx(),
            sample.dy(),
            Unit.NATS,
            method(),
            Optional.of(model),
            warnings(less, features.get(0)))
        .withComparisons(comparisons(features, said));
  }

  /**
   * The Gaussian copula where n allows it, the fourth nearest neighbours in normal scores, and the
   * second look alone if there was one at a sample without ties in one block.
   */
  private static List<Comparison> comparisons(
      List<CopulaFeatures> features, List<TwoLooks.Said> said) {
    var comparisons = new ArrayList<Comparison>();
    if (features.stream().allMatch(CopulaFeatures::unbiased)) {
      comparisons.add(new Comparison("Gaussian copula", mean(features, CopulaFeatures::gaussian)));
    }
    comparisons.add(
        new Comparison("nearest neighbours", mean(features, CopulaFeatures::neighbours)));
    if (said.size() == 1) {
      said.get(0)
          .second()
          .map(
              s ->
                  new Comparison(
                      "a second look at %d + %d columns".formatted(s.dx(), s.dy()), s.value()))
          .ifPresent(comparisons::add);
    }
    return comparisons;
  }

  private static double mean(
      List<CopulaFeatures> features, ToDoubleFunction<CopulaFeatures> value) {
    return features.stream().mapToDouble(value).average().orElseThrow();
  }

  private List<String> warnings(Sample sample, CopulaFeatures features) {
    var warnings = new ArrayList<>(sample.warnings());
    warnings.addAll(range.warnings(sample));
    range.novelty().warning(features).ifPresent(warnings::add);
    return warnings;
  }

  static Look look(Copula copula, long seed) {
    RandomGenerator rng = MetaDistribution.stream(seed, -1);
    return Look.at(copula, CopulaFeatures.queries(copula.n(), MOST_QUERIES, rng));
  }

  /** The sample in several orders of equal values, if there are any. */
  private static List<Look> ofTies(Sample sample, Copula copula, long seed) {
    var looks = new ArrayList<>(List.of(look(copula, seed)));
    double orders = TIE_ORDERS * Math.min(1, copula.repeatedShare() / MANY_REPEAT);
    for (int k = 1; k < orders; k++) {
      RandomGenerator ties = MetaDistribution.stream(seed, k);
      looks.add(look(Copula.of(sample, copula.table(), ties), seed));
    }
    return looks;
  }

  /** The rows in as few blocks as are no longer than the samples in training. */
  private List<Look> ofBlocks(Copula copula, long seed) {
    int count = (copula.n() + range.maxRows() - 1) / range.maxRows();
    return copula.blocks(count).stream().parallel().map(block -> look(block, seed)).toList();
  }

  private List<TwoLooks.Said> saidApart(List<Look> looks) {
    return looks.stream().parallel().map(look -> said(List.of(look)).get(0)).toList();
  }

  /** What is said of datasets of one shape, each in both orders of the sides. */
  private List<TwoLooks.Said> said(List<Look> looks) {
    Buffers buffers = Objects.requireNonNullElseGet(idle.poll(), Buffers::new);
    List<TwoLooks.Said> said = network.inBothOrders(looks, buffers);
    if (buffers.values() <= MOST_KEPT) {
      idle.add(buffers);
    }
    return said;
  }

  /** The permutation test: the same network on shuffles, all with the same few query rows. */
  private IndependenceTest independence(Copula copula, EstimateOptions options) {
    int m = options.permutations();
    int[] queries =
        CopulaFeatures.queries(
            copula.n(), TEST_QUERIES, MetaDistribution.stream(options.seed(), -2));
    double observed = statistics(List.of(copula), queries)[0];
    double[] shuffled =
        IntStream.range(0, (m + SHUFFLES_AT_ONCE - 1) / SHUFFLES_AT_ONCE)
            .parallel()
            .mapToObj(batch -> shuffles(copula, batch, options))
            .flatMapToDouble(batch -> Arrays.stream(statistics(batch, queries)))
            .toArray();
    return IndependenceTest.of(observed, shuffled);
  }

  private static List<Copula> shuffles(Copula copula, int batch, EstimateOptions options) {
    int from = batch * SHUFFLES_AT_ONCE;
    return IntStream.range(from, Math.min(options.permutations(), from + SHUFFLES_AT_ONCE))
        .mapToObj(k -> MetaDistribution.stream(options.seed(), -3L - k))
        .map(rng -> copula.shuffled(options.shuffle(copula.n(), rng)))
        .toList();
  }

  private double[] statistics(List<Copula> copulas, int[] queries) {
    return said(copulas.stream().map(c -> Look.at(c, queries)).toList()).stream()
        .mapToDouble(said -> said.answer().value())
        .toArray();
  }
}
