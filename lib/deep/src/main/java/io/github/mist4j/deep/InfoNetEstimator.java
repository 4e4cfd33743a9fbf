package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MethodOption;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.estimator.SampleEvidence;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.network.TrainedRange;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import io.github.mist4j.sample.Warning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * Mutual information of two columns by an InfoNet (Hu et al., 2024), with a model that {@code
 * mist4j train --preset infonet} has made: the weights of the original are not to be had.
 *
 * <p>The network reads the ranks of some rows and answers with a critic T of two ranks, for which
 * the bound of Donsker and Varadhan holds: E T − log ∫∫ exp T(u, v) du dv. Unlike the original's,
 * the critic is judged by rows that the network has not read, in training and here, where a fourth
 * of the rows in turn is judged by what the other three say; so it is a lower bound on average. The
 * integral is that of the law of independent ranks, where the original takes shuffles.
 *
 * <p>More columns are seen along random directions, of X and of Y, and the mean over these is
 * answered. This is sliced information, as in the original: no more than the mutual information and
 * as a rule much less. A warning says so.
 *
 * <pre>{@code
 * Estimate estimate = Estimators.named("infonet:model=infonet.mist").estimate(sample);
 * }</pre>
 */
public final class InfoNetEstimator implements MutualInformationEstimator {
  private static final String NONE = "none";
  private static final int DIRECTIONS = 64; // they scatter less by then than rows do

  private final Optional<Trained> trained;
  private final int directions;

  /** A network with its weights. */
  private record Trained(
      InfoNetLearner learner, float[] weights, String model, TrainedRange range) {
    double[] scores(RankedRows rows) {
      return learner.scores(weights, rows);
    }

    double mean(RankedRows rows) {
      return Arrays.stream(scores(rows)).average().orElseThrow();
    }
  }

  /** Without a model, which the option of this name brings. */
  public InfoNetEstimator() {
    this(Optional.empty(), DIRECTIONS);
  }

  private InfoNetEstimator(Optional<Trained> trained, int directions) {
    this.trained = trained;
    this.directions = directions;
  }

  static InfoNetEstimator of(
      InfoNetArchitecture size, float[] weights, String model, TrainedRange range) {
    var learner = new InfoNetLearner(size);
    require(
        weights.length == learner.size(),
        "a network of %s has %d weights, was given %d",
        size,
        learner.size(),
        weights.length);
    return new InfoNetEstimator(
        Optional.of(new Trained(learner, weights.clone(), model, range)), DIRECTIONS);
  }

  /** The same with another model. */
  private InfoNetEstimator withModel(String file) {
    if (Checkpoint.open(Path.of(file)).estimator() instanceof InfoNetEstimator other) {
      return new InfoNetEstimator(other.trained, directions);
    }
    throw new IllegalArgumentException(
        "%s is not a model of an InfoNet, which mist4j train --preset infonet makes"
            .formatted(file));
  }

  /** The same with so many directions where a side has several columns. */
  public InfoNetEstimator withDirections(int newDirections) {
    require(newDirections > 0, "directions must be positive, was %s", newDirections);
    return new InfoNetEstimator(trained, newDirections);
  }

  @Override
  public String method() {
    return InfoNetArchitecture.KIND;
  }

  @Override
  public String description() {
    return "a network trained on mixtures of normals, whose critic is judged (Hu et al., 2024)";
  }

  @Override
  public List<MethodOption> options() {
    return List.of(
        new MethodOption(
            "model",
            trained.map(Trained::model).orElse(NONE),
            "a .mist file",
            "the trained network, by mist4j train --preset infonet",
            this::withModel),
        MethodOption.whole(
            "directions",
            directions,
            "of each side, where one has several columns",
            this::withDirections));
  }

  /** With a model, samples of numbers. */
  @Override
  public boolean suits(Sample sample) {
    return trained.isPresent() && !sample.hasNames();
  }

  /**
   * The mutual information of two columns, in nats; of more, the sliced one, with a warning. The
   * interval of two columns knows the scatter of the rows, not what the network does not see.
   *
   * @throws IllegalArgumentException if there is no model, or if there are names or fewer than
   *     eight rows
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    require(options != null, "options must be given, was null");
    Trained network =
        trained.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "method infonet needs a model: mist4j train --preset infonet --out"
                        + " infonet.mist makes one, then infonet:model=infonet.mist"));
    require(!sample.hasNames(), "method infonet is for numbers, and the sample has names");
    options.checkRows(sample.n());
    List<RankedRows> slices = slices(sample, options);
    double value = value(network, slices, options.progress());
    List<Warning> warnings = warnings(network, sample, value, options.seed());
    return Estimate.of(sample, method(), Math.max(0, value))
        .withEvidence(
            interval(network, sample, slices, Math.max(0, value), options),
            options.permutations() == 0
                ? Optional.empty()
                : Optional.of(independence(network, slices, value, options)))
        .withModel(network.model)
        .withWarnings(warnings);
  }

  /** Below 0 where the critics do not hold. */
  private static double value(Trained network, List<RankedRows> slices, ProgressListener listener) {
    if (slices.size() == 1) {
      return network.mean(slices.get(0));
    }
    var work = Work.of("directions", slices.size(), listener);
    double[] values =
        work.values(
            slices.size(),
            k -> {
              double mean = network.mean(slices.get(k));
              work.advance(1);
              return mean;
            });
    return Arrays.stream(values).average().orElseThrow();
  }

  private Optional<Interval> interval(
      Trained network,
      Sample sample,
      List<RankedRows> slices,
      double value,
      EstimateOptions options) {
    if (options.halves() > 0) {
      return Optional.of(
          Interval.ofHalves(
              sample,
              value,
              options,
              (half, rng) ->
                  Math.max(0, value(network, slices(half, options), ProgressListener.NONE))));
    }
    if (slices.size() > 1) {
      return Optional.empty();
    }
    double reach =
        InfoNetLearner.reach(options.level()) * InfoNetLearner.error(network.scores(slices.get(0)));
    return Optional.of(new Interval(Math.max(0, value - reach), value + reach, options.level()));
  }

  private static IndependenceTest independence(
      Trained network, List<RankedRows> slices, double value, EstimateOptions options) {
    int n = slices.get(0).n();
    var work = Work.of("shuffles", options.permutations(), options.progress());
    double[] shuffled =
        work.values(
            options.permutations(),
            k -> {
              int[] order = options.shuffle(n, RandomStreams.of(options.seed(), -3L - k));
              double mean =
                  slices.stream()
                      .mapToDouble(rows -> network.mean(rows.shuffled(order)))
                      .average()
                      .orElseThrow();
              work.advance(1);
              return mean;
            });
    return IndependenceTest.of(value, shuffled);
  }

  /** The ranks, in an order at random; of several columns those along random directions. */
  private List<RankedRows> slices(Sample sample, EstimateOptions options) {
    RandomGenerator rng = RandomStreams.of(options.seed(), -31);
    int[] order = Ranks.shuffled(sample.n(), rng);
    var slices = new ArrayList<RankedRows>();
    int count = Math.max(sample.dx(), sample.dy()) == 1 ? 1 : directions;
    double[][] x = standardized(sample.dx(), sample::x);
    double[][] y = standardized(sample.dy(), sample::y);
    for (int k = 0; k < count; k++) {
      slices.add(RankedRows.of(along(x, rng), along(y, rng), rng).rows(order));
    }
    return slices;
  }

  private static double[][] standardized(int count, IntFunction<double[]> columns) {
    var standardized = new double[count][];
    Arrays.setAll(
        standardized, c -> count == 1 ? columns.apply(c) : Scaling.standardized(columns.apply(c)));
    return standardized;
  }

  /** One column as it is, several along a direction that is uniform on the sphere. */
  private static double[] along(double[][] columns, RandomGenerator rng) {
    if (columns.length == 1) {
      return columns[0];
    }
    var sum = new double[columns[0].length];
    for (double[] column : columns) {
      double weight = rng.nextGaussian(); // ranks do not depend on the length of the direction
      for (int r = 0; r < sum.length; r++) {
        sum[r] += weight * column[r];
      }
    }
    return sum;
  }

  private List<Warning> warnings(Trained network, Sample sample, double value, long seed) {
    var warnings = new ArrayList<>(sample.warnings());
    if (Math.max(sample.dx(), sample.dy()) > 1) {
      warnings.add(
          new Warning(
              Warning.Kind.MORE_COLUMNS_THAN_TRAINED,
              ("infonet sees two columns at a time: this is the mean over %s pairs of random"
                      + " directions, sliced information, which is no mutual information but"
                      + " mostly far below it")
                  .formatted(directions)));
    } else {
      warnings.addAll(network.range.warnings(sample, seed));
    }
    if (value <= 0) {
      warnings.add(
          new Warning(
              Warning.Kind.NOTHING_FOUND,
              "the network's critic shows nothing on rows it has not read: 0 is answered"));
    }
    return warnings;
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return less
        ? Optional.of("a table of some nodes a side does not show what is finer than these")
        : Optional.empty();
  }
}
