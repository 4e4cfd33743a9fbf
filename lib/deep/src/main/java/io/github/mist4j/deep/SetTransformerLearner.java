package io.github.mist4j.deep;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Distribution.Entropies;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Scaling;
import io.github.mist4j.training.Learner;
import io.github.mist4j.training.Learner.Example;
import io.github.mist4j.training.Learner.HeldOutPrediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A set transformer as a trainer sees it. Thread safe. */
final class SetTransformerLearner implements Learner {
  private static final int WORK_AT_ONCE = 24_000_000; // numbers kept by a pass
  private static final int NARROW = 40; // tensors as wide as a row that a pass keeps
  private static final double[] LEVELS = {
    0.5, 0.05, 0.95, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9
  };

  private final SetTransformerArchitecture size;
  private final SetTransformer network;
  private final Engine engine;

  SetTransformerLearner(SetTransformerArchitecture size) {
    this(size, Engine.THREAD);
  }

  SetTransformerLearner(SetTransformerArchitecture size, Engine engine) {
    this.size = size;
    this.engine = engine;
    network = new SetTransformer(size);
  }

  @Override
  public int size() {
    return network.layout().size();
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    return network.initialWeights(rng);
  }

  /** The columns, with X and Y exchanged half of the time where dx = dy, and a level at random. */
  @Override
  public Example example(Dataset dataset, RandomGenerator rng) {
    var sample = dataset.sample();
    boolean exchange = sample.dx() == sample.dy() && rng.nextBoolean();
    SetColumns columns = SetColumns.of(exchange ? sample.swapped() : sample);
    Optional<Entropies> entropies =
        size.task() == Task.ENTROPIES
            ? Optional.of(exchange ? entropies(dataset).swapped() : entropies(dataset))
            : Optional.empty();
    return new SetExample(
        columns,
        dataset.mutualInformation(),
        entropies,
        (float) rng.nextDouble(0, 1),
        work(columns));
  }

  /** Those of the law, less the logarithms of the spreads that standardizing takes away. */
  private static Entropies entropies(Dataset dataset) {
    Sample sample = dataset.sample();
    return dataset
        .law()
        .flatMap(Distribution::entropies)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the entropies of family %s are not known, which the multi-task network learns"
                        .formatted(dataset.distribution())))
        .mapped(-logSpreads(sample.dx(), sample::x), -logSpreads(sample.dy(), sample::y));
  }

  private static double logSpreads(int count, IntFunction<double[]> columns) {
    return IntStream.range(0, count)
        .mapToDouble(c -> Math.log(Scaling.spread(columns.apply(c))))
        .sum();
  }

  private int work(SetColumns columns) {
    return (int) Math.min(Integer.MAX_VALUE, work(size, columns.n(), columns.d()));
  }

  /** The numbers that a pass of a dataset keeps. */
  static long work(SetTransformerArchitecture size, int rows, int columns) {
    long row =
        2L * size.queries() * size.heads() * columns
            + (long) NARROW * size.width()
            + 4L * (size.layers() + 1) * size.feedForward();
    return rows * row;
  }

  @Override
  public int workAtOnce() {
    return WORK_AT_ONCE;
  }

  @Override
  public boolean takesWholeSteps() {
    return engine.takesWholeSteps();
  }

  @Override
  public String device() {
    return engine.device();
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, List<Example> batch, double weight) {
    double loss = 0;
    try (Graph<?> graph = engine.graph(network.layout(), weights, gradient)) {
      for (List<SetExample> pass : engine.passes(size, examples(batch))) {
        loss += addGradient(graph, pass, weight);
      }
    } catch (RuntimeException e) {
      throw engine.explained(e);
    }
    return loss;
  }

  private <T> double addGradient(Graph<T> graph, List<SetExample> examples, double weight) {
    T outputs = outputs(graph, examples);
    float[] o = graph.values(outputs);
    var slopes = new float[o.length];
    double loss = loss(examples, o, weight, slopes);
    if (!Double.isFinite(loss)) {
      throw new ArithmeticException("the loss is " + loss + ", training has diverged");
    }
    graph.backward(outputs, slopes);
    return loss;
  }

  /** The summed loss; the slopes of {@code weight} times it by the outputs are set. */
  private double loss(List<SetExample> examples, float[] outputs, double weight, float[] slopes) {
    int count = examples.size();
    double loss = 0;
    for (int b = 0; b < count; b++) {
      var ofOne = new double[size.task().outputs()];
      var slopesOfOne = new double[ofOne.length];
      for (int k = 0; k < ofOne.length; k++) {
        ofOne[k] = outputs[k * count + b];
      }
      loss += Loss.of(size, examples.get(b), ofOne, slopesOfOne);
      for (int k = 0; k < ofOne.length; k++) {
        slopes[k * count + b] = (float) (weight * slopesOfOne[k]);
      }
    }
    return loss;
  }

  @Override
  public double loss(float[] weights, List<Example> batch) {
    List<SetExample> examples = examples(batch);
    try (Graph<?> graph = engine.graph(network.layout(), weights, null)) {
      float[] o = outputValues(graph, examples);
      return loss(examples, o, 0, new float[o.length]);
    } catch (RuntimeException e) {
      throw engine.explained(e);
    }
  }

  private <T> float[] outputValues(Graph<T> graph, List<SetExample> examples) {
    return graph.values(outputs(graph, examples));
  }

  private <T> T outputs(Graph<T> graph, List<SetExample> examples) {
    var levels = new float[examples.size()];
    for (int b = 0; b < levels.length; b++) {
      levels[b] = examples.get(b).level();
    }
    List<SetColumns> columns = examples.stream().map(SetExample::columns).toList();
    return network.head(graph, network.trunk(graph, columns), levels);
  }

  private static List<SetExample> examples(List<Example> batch) {
    return batch.stream().map(SetExample.class::cast).toList();
  }

  /** A network of one number says it for every quantile. */
  @Override
  public List<HeldOutPrediction> predict(
      float[] weights, Recalibration unused, List<Example> batch) {
    List<SetColumns> columns = examples(batch).stream().map(SetExample::columns).toList();
    var predictions = new ArrayList<HeldOutPrediction>();
    for (double[] answer : answers(weights, columns, LEVELS)) {
      double lower = Math.min(answer[1], answer[2]);
      double upper = Math.max(answer[1], answer[2]);
      predictions.add(
          new HeldOutPrediction(
              answer[0], lower, upper, Arrays.copyOfRange(answer, 3, LEVELS.length)));
    }
    return predictions;
  }

  /**
   * The median of one dataset, nats, and its slopes.
   *
   * @param slopes by the values, to which they are added, in the shape of the columns
   */
  double gradient(float[] weights, SetColumns columns, SetColumns slopes) {
    var tape = new Tape(weights, new float[weights.length]);
    tape.addColumnSlopesTo(slopes);
    Tensor trunk = network.trunk(tape, List.of(columns));
    Tensor o = network.head(tape, trunk, new float[] {0.5f});
    double value = size.target().information(o.value()[0]);
    double step = 1e-4;
    o.gradient()[0] =
        (float)
            ((size.target().information(o.value()[0] + step)
                    - size.target().information(o.value()[0] - step))
                / (2 * step));
    tape.backward();
    return value;
  }

  /** The quantiles of some levels, nats, (datasets, levels); one pass of the trunk for all. */
  double[][] answers(float[] weights, List<SetColumns> datasets, double... levels) {
    try (Graph<?> graph = engine.graph(network.layout(), weights, null)) {
      return answers(graph, datasets, levels);
    } catch (RuntimeException e) {
      throw engine.explained(e);
    }
  }

  private <T> double[][] answers(Graph<T> graph, List<SetColumns> datasets, double... levels) {
    T trunk = network.trunk(graph, datasets);
    var answers = new double[datasets.size()][levels.length];
    for (int l = 0; l < levels.length; l++) {
      if (l > 0 && size.task() != Task.QUANTILES) {
        for (double[] answer : answers) {
          answer[l] = answer[0];
        }
        continue;
      }
      var same = new float[datasets.size()];
      Arrays.fill(same, (float) levels[l]);
      float[] o = graph.values(network.head(graph, trunk, same));
      for (int b = 0; b < answers.length; b++) {
        answers[b][l] = size.target().information(o[b]);
      }
    }
    return answers;
  }
}
