package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.DifferentiableEstimator;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.file.Fingerprint;
import io.github.mist4j.file.Floats;
import io.github.mist4j.network.TrainedRange;
import io.github.mist4j.progress.Work;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Ranks;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Mutual information by a set transformer, after the MIST paper. Thread safe.
 *
 * <p>MIST gives one number and no interval; MIST_QR the median with an interval from two quantiles.
 * The estimate does not depend on the order of rows, nor on location and scale of a column; it does
 * on the order of columns and on other maps of a column. More rows than the model was trained on
 * are estimated in blocks: the mean of their answers, with the interval of one block.
 */
final class SetTransformerEstimator implements DifferentiableEstimator {
  private static final int SHUFFLES_AT_ONCE = 8;

  private final SetTransformerArchitecture size;
  private final SetTransformerLearner learner;
  private final float[] weights;
  private final String model;
  private final TrainedRange range;

  SetTransformerEstimator(
      SetTransformerArchitecture size, float[] weights, String model, TrainedRange range) {
    this.size = size;
    learner = new SetTransformerLearner(size);
    require(
        weights.length == learner.size(),
        "a network of %s has %d weights, was given %d",
        size,
        learner.size(),
        weights.length);
    this.weights = weights.clone();
    this.model = model;
    this.range = range;
  }

  @Override
  public String method() {
    return size.task() == Task.QUANTILES ? "mist-qr" : "mist";
  }

  /** Its method and the fingerprint of its network. */
  @Override
  public String identity() {
    return "%s, model %s %s"
        .formatted(
            method(), model, new Fingerprint().with(size.toString()).with(Floats.bytes(weights)));
  }

  /**
   * The mutual information of the sample, in nats; of names, of their indicators.
   *
   * @throws IllegalArgumentException if there are more than 32 columns on a side
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    require(options != null, "options must be given, was null");
    options.checkRows(sample.n());
    Sample numbers = sample.withIndicators();
    SetColumns columns = SetColumns.of(numbers);
    double tail = (1 - options.level()) / 2;
    double[] answer = answer(columns, options.seed(), 0.5, tail, 1 - tail);
    double lower = Math.max(0, Math.min(answer[1], answer[2]));
    double upper = Math.max(0, Math.max(answer[1], answer[2]));
    var warnings = new ArrayList<>(numbers.warnings());
    warnings.addAll(range.warnings(numbers, options.seed()));
    return Estimate.of(sample, method(), answer[0])
        .withEvidence(
            size.task() == Task.QUANTILES
                ? Optional.of(new Interval(lower, upper, options.level()))
                : Optional.empty(),
            options.permutations() == 0
                ? Optional.empty()
                : Optional.of(independence(columns, answer[0], options)))
        .withModel(model)
        .withWarnings(warnings);
  }

  /**
   * The answer and its exact slopes by the cells, through the standardized columns: nothing is held
   * fixed.
   *
   * @throws IllegalArgumentException if there are names, or more than 32 columns on a side
   */
  @Override
  public Gradient gradient(Sample sample) {
    require(!sample.hasNames(), "a gradient is of numbers, and the sample has names");
    int n = sample.n();
    int count = (n + range.maxRows() - 1) / range.maxRows();
    SetColumns columns = SetColumns.of(sample);
    var slopes = new SetColumns(new float[sample.dx()][n], new float[sample.dy()][n]);
    double value = 0;
    for (int[] rows : rowsOfBlocks(n, 0)) {
      var ofBlock =
          new SetColumns(new float[sample.dx()][rows.length], new float[sample.dy()][rows.length]);
      SetColumns block = count == 1 ? columns : columns.rows(rows);
      value += learner.gradient(weights, block, ofBlock) / count;
      for (int c = 0; c < columns.d(); c++) {
        for (int r = 0; r < rows.length; r++) {
          slopes.values(c)[rows[r]] = ofBlock.values(c)[r] / count;
        }
      }
    }
    return new Gradient(
        value,
        ofCells(sample.dx(), sample::x, slopes.x()),
        ofCells(sample.dy(), sample::y, slopes.y()));
  }

  /** Through u = (v − mean)/s: (e − mean e − u mean(e u))/s, row by row. */
  private static double[][] ofCells(int count, IntFunction<double[]> columns, float[][] slopes) {
    var cells = new double[slopes[0].length][count];
    for (int c = 0; c < count; c++) {
      double[] unit = Scaling.standardized(columns.apply(c));
      double spread = Scaling.spread(columns.apply(c));
      double mean = 0;
      double along = 0;
      for (int r = 0; r < unit.length; r++) {
        mean += slopes[c][r] / unit.length;
        along += slopes[c][r] * unit[r] / unit.length;
      }
      for (int r = 0; r < unit.length; r++) {
        cells[r][c] = (slopes[c][r] - mean - unit[r] * along) / spread;
      }
    }
    return cells;
  }

  /** The mean over the blocks, which are one where n lies within the trained range. */
  private double[] answer(SetColumns columns, long seed, double... levels) {
    List<SetColumns> blocks = blocks(columns, seed);
    var mean = new double[levels.length];
    for (SetColumns block : blocks) {
      double[] answer = learner.answers(weights, List.of(block), levels)[0];
      for (int l = 0; l < mean.length; l++) {
        mean[l] += answer[l] / blocks.size();
      }
    }
    return mean;
  }

  private List<SetColumns> blocks(SetColumns columns, long seed) {
    List<int[]> blocks = rowsOfBlocks(columns.n(), seed);
    return blocks.size() == 1 ? List.of(columns) : blocks.stream().map(columns::rows).toList();
  }

  private List<int[]> rowsOfBlocks(int n, long seed) {
    int count = (n + range.maxRows() - 1) / range.maxRows();
    if (count == 1) {
      return List.of(IntStream.range(0, n).toArray());
    }
    int[] order = Ranks.shuffled(n, RandomStreams.of(seed, -1));
    return IntStream.range(0, count)
        .mapToObj(
            b ->
                Arrays.copyOfRange(
                    order, (int) ((long) n * b / count), (int) ((long) n * (b + 1) / count)))
        .toList();
  }

  private IndependenceTest independence(SetColumns columns, double value, EstimateOptions options) {
    int batches = (options.permutations() + SHUFFLES_AT_ONCE - 1) / SHUFFLES_AT_ONCE;
    var work = Work.of("shuffles", options.permutations(), options.progress());
    List<double[]> shuffled =
        work.list(
            batches,
            batch -> {
              double[] some = shuffled(columns, batch, options);
              work.advance(some.length);
              return some;
            });
    return IndependenceTest.of(value, shuffled.stream().flatMapToDouble(Arrays::stream).toArray());
  }

  private double[] shuffled(SetColumns columns, int batch, EstimateOptions options) {
    int from = batch * SHUFFLES_AT_ONCE;
    return IntStream.range(from, Math.min(options.permutations(), from + SHUFFLES_AT_ONCE))
        .mapToObj(k -> RandomStreams.of(options.seed(), -3L - k))
        .map(rng -> columns.shuffled(options.shuffle(columns.n(), rng)))
        .mapToDouble(shuffle -> answer(shuffle, options.seed(), 0.5)[0])
        .toArray();
  }
}
