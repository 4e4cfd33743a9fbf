package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.file.JsonObject;
import io.github.mist4j.network.Architecture;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.network.TrainedRange;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The sizes of a set transformer.
 *
 * <pre>{@code
 * var network = SetTransformerArchitecture.small().withTask(Task.QUANTILES);
 * TrainingOptions options = TrainingOptions.withDefaults().withArchitecture(network);
 * }</pre>
 *
 * @param width channels of rows, points and seeds
 * @param heads of every attention; they share the width
 * @param feedForward hidden channels of the feed-forward parts over rows
 * @param points learned points of a layer over rows
 * @param seeds learned vectors that pool the rows
 * @param queries learned vectors that pool the columns of a row
 * @param layers over rows
 * @param seedLayers over the pooled vectors
 * @param head channels of the three hidden layers of the head
 * @param task what the network answers
 * @param target as which function of the information
 */
public record SetTransformerArchitecture(
    int width,
    int heads,
    int feedForward,
    int points,
    int seeds,
    int queries,
    int layers,
    int seedLayers,
    int head,
    Task task,
    Target target)
    implements Architecture {
  /** The kind of network, in model files. */
  static final String KIND = "set-transformer";

  // Far more than the paper's, and few enough to be counted at once.
  private static final int MOST_CHANNELS = 16_384;
  private static final int MOST_LAYERS = 64;

  /** Checks that all sizes are positive and the heads share the width. */
  public SetTransformerArchitecture {
    require(
        width > 0
            && feedForward > 0
            && points > 0
            && seeds > 0
            && queries > 0
            && layers > 0
            && seedLayers >= 0
            && head > 0,
        "every size must be positive, were %s, %s, %s, %s, %s, %s, %s, %s",
        width,
        feedForward,
        points,
        seeds,
        queries,
        layers,
        seedLayers,
        head);
    require(
        heads > 0 && width % heads == 0,
        "the heads must share the width, were %s for %s",
        heads,
        width);
    int most = IntStream.of(width, feedForward, points, seeds, queries, head).max().getAsInt();
    require(
        most <= MOST_CHANNELS && layers <= MOST_LAYERS && seedLayers <= MOST_LAYERS,
        "a network may have %s channels in %s layers, were up to %s in %s + %s",
        MOST_CHANNELS,
        MOST_LAYERS,
        most,
        layers,
        seedLayers);
    require(task != null && target != null, "task and target must be given, was null");
    require(
        task != Task.ENTROPIES || target == Target.NONE,
        "entropies are learnt beside the information itself, target must be none, was %s",
        target.word());
  }

  /** The paper's size, 5.5 million weights, for one number. */
  public static SetTransformerArchitecture paper() {
    return new SetTransformerArchitecture(
        256, 16, 1024, 32, 10, 4, 2, 2, 256, Task.INFORMATION, Target.NONE);
  }

  /** The paper's middle size, 1.0 million weights. */
  public static SetTransformerArchitecture middle() {
    return new SetTransformerArchitecture(
        112, 7, 384, 32, 10, 4, 2, 2, 112, Task.INFORMATION, Target.NONE);
  }

  /** The paper's small size, 0.25 million weights. */
  public static SetTransformerArchitecture small() {
    return new SetTransformerArchitecture(
        56, 7, 176, 32, 10, 4, 2, 2, 56, Task.INFORMATION, Target.NONE);
  }

  /** The same for another task. */
  public SetTransformerArchitecture withTask(Task newTask) {
    return with(newTask, target);
  }

  /** The same for another target. */
  public SetTransformerArchitecture withTarget(Target newTarget) {
    return with(task, newTarget);
  }

  private SetTransformerArchitecture with(Task newTask, Target newTarget) {
    return new SetTransformerArchitecture(
        width,
        heads,
        feedForward,
        points,
        seeds,
        queries,
        layers,
        seedLayers,
        head,
        newTask,
        newTarget);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String prefix() {
    String network = "mist-" + task.mark();
    return target == Target.NONE ? network : network + target.word() + "-";
  }

  @Override
  public int weights() {
    return new SetTransformer(this).layout().size();
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "set transformer for %s, %,d weights: width %d, %d heads, feed-forward %d, %d points,"
            + " %d seeds, %d + %d layers, head 3 x %d, target %s",
        task.words(),
        weights(),
        width,
        heads,
        feedForward,
        points,
        seeds,
        layers,
        seedLayers,
        head,
        target.word());
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .with("width", width)
        .with("heads", heads)
        .with("feedForward", feedForward)
        .with("points", points)
        .with("seeds", seeds)
        .with("queries", queries)
        .with("layers", layers)
        .with("seedLayers", seedLayers)
        .with("head", head)
        .with("task", task.name())
        .with("target", target.name());
  }

  @Override
  public MutualInformationEstimator estimator(
      float[] weights, Recalibration unused, String model, TrainedRange range) {
    return new SetTransformerEstimator(this, weights, model, range);
  }
}
