package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.training.Learner;
import io.github.mist4j.training.Learner.Example;
import io.github.mist4j.training.Learner.HeldOutPrediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * An InfoNet as a trainer sees it: the loss is the Donsker-Varadhan bound of its critic, below 0,
 * on rows of the dataset that it has not read. Thread safe.
 */
final class InfoNetLearner implements Learner {
  /** A fold is judged, the others are read. */
  static final int FOLDS = 4;

  /** More rows do not tell the critic more, and bound the memory of a pass. */
  private static final int MOST_READ = 20_000;

  private static final int WORK_AT_ONCE = 24_000_000; // numbers kept by a pass
  private static final int TENSORS = 16; // as wide as a row or a node that a pass keeps
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final InfoNetArchitecture size;
  private final InfoNet network;

  InfoNetLearner(InfoNetArchitecture size) {
    this.size = size;
    network = new InfoNet(size);
  }

  /** A dataset to learn from. */
  private record Ranked(RankedRows rows, double truth, int work) implements Example {}

  @Override
  public int size() {
    return network.layout().size();
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    return network.initialWeights(rng);
  }

  /**
   * The ranks, with X and Y exchanged half of the time.
   *
   * @throws IllegalArgumentException if a side has more than one column, or names
   */
  @Override
  public Example example(Dataset dataset, RandomGenerator rng) {
    Sample sample = dataset.sample();
    require(
        sample.dx() == 1 && sample.dy() == 1 && !sample.hasNames(),
        "an InfoNet learns from two columns of numbers, family %s has %s and %s columns%s",
        dataset.distribution(),
        sample.dx(),
        sample.dy(),
        sample.hasNames() ? " and names" : "");
    RankedRows rows = RankedRows.of(sample.x(0), sample.y(0), rng);
    return new Ranked(
        rng.nextBoolean() ? rows.swapped() : rows, dataset.mutualInformation(), work(rows.n()));
  }

  private int work(int rows) {
    long channels = (long) TENSORS * size.width() + (long) size.heads() * size.latents();
    return (int) Math.min(Integer.MAX_VALUE, (rows + (long) size.side() * size.side()) * channels);
  }

  @Override
  public int workAtOnce() {
    return WORK_AT_ONCE;
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, List<Example> batch, double weight) {
    return loss(new Tape(weights, gradient), batch, weight);
  }

  @Override
  public double loss(float[] weights, List<Example> batch) {
    return loss(new Tape(weights, null), batch, 0);
  }

  /** The summed loss: the bound of the last fold, whose critic the others give. */
  private double loss(Tape tape, List<Example> batch, double weight) {
    List<RankedRows> rows = batch.stream().map(e -> ((Ranked) e).rows()).toList();
    int last = FOLDS - 1;
    Tensor tables =
        network.tables(tape, rows.stream().map(r -> r.fold(last, FOLDS, false)).toList());
    var slopes = new float[tables.rows()];
    double loss = 0;
    for (int b = 0; b < rows.size(); b++) {
      CriticTable table = table(tables, b);
      RankedRows judged = rows.get(b).fold(last, FOLDS, true);
      loss += table.logMeanExp(weight, slopes);
      for (int r = 0; r < judged.n(); r++) {
        loss -= table.score(judged.u()[r], judged.v()[r]) / judged.n();
        table.addScoreSlopes(judged.u()[r], judged.v()[r], -weight / judged.n(), slopes);
      }
    }
    if (!Double.isFinite(loss)) {
      throw new ArithmeticException("the loss is " + loss + ", training has diverged");
    }
    if (tape.recording()) {
      tape.backward(tables, slopes);
    }
    return loss;
  }

  private CriticTable table(Tensor tables, int b) {
    return new CriticTable(tables.value(), b * size.side() * size.side(), size.side());
  }

  /** T − log ∫ exp T at each row, of the critic that the rows of the other folds give, (n). */
  double[] scores(float[] weights, RankedRows rows) {
    var scores = new double[rows.n()];
    for (int fold = 0; fold < FOLDS; fold++) {
      double[] some = scores(weights, rows, fold);
      for (int k = 0; k < some.length; k++) {
        scores[fold + k * FOLDS] = some[k];
      }
    }
    return scores;
  }

  /** The same at the rows of one fold. */
  private double[] scores(float[] weights, RankedRows rows, int fold) {
    RankedRows others = rows.fold(fold, FOLDS, false);
    int[] read = IntStream.range(0, Math.min(MOST_READ, others.n())).toArray();
    CriticTable table =
        table(network.tables(new Tape(weights, null), List.of(others.rows(read))), 0);
    double product = table.logMeanExp(0, null);
    RankedRows judged = rows.fold(fold, FOLDS, true);
    return IntStream.range(0, judged.n())
        .mapToDouble(r -> table.score(judged.u()[r], judged.v()[r]) - product)
        .toArray();
  }

  /** The standard error of the mean. */
  static double error(double[] scores) {
    double mean = Arrays.stream(scores).average().orElseThrow();
    double squares = Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum();
    return Math.sqrt(squares / (scores.length - 1.0) / scores.length);
  }

  /** How many standard errors below and above an interval of a level reaches. */
  static double reach(double level) {
    return NORMAL.inverseCumulativeProbability(0.5 + level / 2);
  }

  /**
   * The mean over the rows of the last fold, with normal quantiles of its scatter: an estimate
   * takes all folds, and four times as long.
   */
  @Override
  public List<HeldOutPrediction> predict(
      float[] weights, Recalibration unused, List<Example> batch) {
    var predictions = new ArrayList<HeldOutPrediction>();
    for (Example example : batch) {
      double[] scores = scores(weights, ((Ranked) example).rows(), FOLDS - 1);
      double mean = Arrays.stream(scores).average().orElseThrow();
      double error = error(scores);
      double reach = reach(0.9) * error;
      var deciles = new double[9];
      for (int k = 0; k < deciles.length; k++) {
        deciles[k] = mean + error * NORMAL.inverseCumulativeProbability((k + 1) / 10.0);
      }
      predictions.add(
          new HeldOutPrediction(
              Math.max(0, mean), Math.max(0, mean - reach), Math.max(0, mean + reach), deciles));
    }
    return predictions;
  }
}
