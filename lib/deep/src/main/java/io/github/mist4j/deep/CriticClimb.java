package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.DifferentiableEstimator;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * A critic that climbs its bound by some steps for each gradient, going on with the network of the
 * gradient before: MINE as a loss. For one climb, as it remembers its network.
 */
final class CriticClimb implements DifferentiableEstimator {
  private static final long SEED = 17;
  private static final int OTHERS = 1; // rows of Y beside a row of X, in another order each step

  private final Networks networks;
  private final NeuralCritic asked;
  private final CriticOptions options;
  private final Objective objective;
  private final RandomGenerator rng = RandomStreams.of(SEED, 0);
  private Critic critic; // null before the first gradient, as all below
  private float[] weights;
  private float[] gradient;
  private Adam adam;
  private Scales x;
  private Scales y;

  /** Makes a network for so many columns. */
  @FunctionalInterface
  interface Networks {
    Critic of(int dx, int dy);
  }

  CriticClimb(NeuralCritic asked, Networks networks, CriticOptions options) {
    this.asked = asked;
    this.networks = networks;
    this.options = options;
    objective = new Objective(options.bound(), options.clamp());
  }

  @Override
  public String method() {
    return asked.method();
  }

  @Override
  public String description() {
    return asked.description();
  }

  @Override
  public Estimate estimate(Sample sample, EstimateOptions estimateOptions) {
    return asked.estimate(sample, estimateOptions);
  }

  @Override
  public Gradient gradient(Sample sample) {
    return gradient(sample, 1);
  }

  /** After so many steps on these rows. */
  Gradient gradient(Sample sample, int steps) {
    require(sample != null, "sample must be given, was null");
    require(!sample.hasNames(), "a gradient needs numbers, and the sample has names");
    if (critic == null) {
      begin(sample);
    }
    for (int step = 0; ; step++) {
      int[] order = Ranks.shuffled(sample.n(), rng);
      Tensor ofX = x.columns(sample::x, order);
      Tensor ofY = y.columns(sample::y, order);
      Arrays.fill(gradient, 0);
      var tape = new Tape(weights, gradient);
      Pairs pairs = Pairs.of(sample.n(), OTHERS);
      Tensor scores = critic.scores(tape, critic.sides(tape, ofX, ofY), pairs);
      var scored = new ScoredPairs(scores.value(), pairs.n(), pairs.others());
      double value = objective.climbed(scored, scores.gradient());
      tape.backward();
      if (!adam.ascend(gradient)) {
        throw new ArithmeticException("the network has run away, its gradient is no number");
      }
      if (step == steps - 1) {
        return new Gradient(value, x.slopes(ofX, order), y.slopes(ofY, order));
      }
    }
  }

  private void begin(Sample sample) {
    critic = networks.of(sample.dx(), sample.dy());
    weights = critic.initialWeights(rng);
    gradient = new float[weights.length];
    adam = new Adam(weights, options.fit().rate(), objective.largestNorm());
    x = Scales.of(sample.dx(), sample::x);
    y = Scales.of(sample.dy(), sample::y);
  }

  /**
   * The units of the columns of a side, those of the first rows for the whole climb.
   *
   * @param means of the columns
   * @param spreads their standard deviations
   */
  private record Scales(double[] means, double[] spreads) {
    static Scales of(int d, IntFunction<double[]> columns) {
      var means = new double[d];
      var spreads = new double[d];
      for (int c = 0; c < d; c++) {
        double[] column = columns.apply(c);
        means[c] = Arrays.stream(column).average().orElseThrow();
        spreads[c] = Scaling.spread(column);
      }
      return new Scales(means, spreads);
    }

    /** With room for slopes, (d, n). */
    Tensor columns(IntFunction<double[]> columns, int[] order) {
      var values = new float[means.length * order.length];
      for (int c = 0; c < means.length; c++) {
        double[] column = columns.apply(c);
        for (int r = 0; r < order.length; r++) {
          values[c * order.length + r] = (float) ((column[order[r]] - means[c]) / spreads[c]);
        }
      }
      return new Tensor(values, new float[values.length], means.length, order.length);
    }

    /** In the units of the cells and the order of the rows, (n, d). */
    double[][] slopes(Tensor columns, int[] order) {
      var slopes = new double[order.length][means.length];
      for (int c = 0; c < means.length; c++) {
        for (int r = 0; r < order.length; r++) {
          slopes[order[r]][c] = columns.gradient()[c * order.length + r] / spreads[c];
        }
      }
      return slopes;
    }
  }
}
