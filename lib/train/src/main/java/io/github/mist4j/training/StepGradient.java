package io.github.mist4j.training;

import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shape;
import io.github.mist4j.training.Learner.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/**
 * The gradient of one step: groups of sixteen fresh datasets of one shape each. Its parts are cut
 * and summed in an order that does not depend on the number of threads. For a learner that takes
 * whole steps, those threads draw the next step's datasets meanwhile.
 */
final class StepGradient {
  private static final int GROUP = TrainingOptions.GROUP;
  private static final int FLOATS_AT_ONCE = 1 << 25; // 128 MB of parts

  private final Learner learner;
  private final ExampleSource source;
  private final Workers workers;
  private final List<float[]> parts = new ArrayList<>();
  private final int datasets;
  private final int partsAtOnce;
  private final float[] sum;
  private List<Future<Example>> ahead = List.of(); // the examples of step number aheadStep
  private long aheadStep = -1;

  StepGradient(
      Learner learner, MetaDistribution distribution, TrainingOptions options, Workers workers) {
    this(learner, distribution, options, workers, FLOATS_AT_ONCE);
  }

  /** With so many numbers in the parts that are held at once, which changes nothing in the sum. */
  StepGradient(
      Learner learner,
      MetaDistribution distribution,
      TrainingOptions options,
      Workers workers,
      int floatsAtOnce) {
    this.learner = learner;
    this.workers = workers;
    source = new ExampleSource(learner, distribution, options.seed(), GROUP);
    datasets = options.batch();
    partsAtOnce = Math.max(options.threads(), floatsAtOnce / learner.size());
    sum = new float[learner.size()];
  }

  /** The gradient of the mean loss, valid until the next step. */
  float[] sum() {
    return sum;
  }

  /** Computes the gradient of step number {@code step} and returns the mean loss. */
  double gradient(float[] weights, long step) {
    Arrays.fill(sum, 0);
    if (learner.takesWholeSteps()) {
      return learner.addGradient(weights, sum, drawn(step), 1.0 / datasets) / datasets;
    }
    List<List<Example>> batches = batches(Workers.results(draw(step)));
    List<Double> losses = new ArrayList<>();
    for (int from = 0; from < batches.size(); from += partsAtOnce) {
      int to = Math.min(batches.size(), from + partsAtOnce);
      losses.addAll(addParts(weights, batches.subList(from, to)));
    }
    return losses.stream().mapToDouble(Double::doubleValue).sum() / datasets;
  }

  /** Adds the gradients of some batches, one after the other, and returns their losses. */
  private List<Double> addParts(float[] weights, List<List<Example>> batches) {
    while (parts.size() < batches.size()) {
      parts.add(new float[sum.length]);
    }
    List<Callable<Double>> tasks = new ArrayList<>();
    for (int b = 0; b < batches.size(); b++) {
      List<Example> batch = batches.get(b);
      float[] part = parts.get(b);
      tasks.add(
          () -> {
            Arrays.fill(part, 0);
            return learner.addGradient(weights, part, batch, 1.0 / datasets);
          });
    }
    List<Double> losses = workers.all(tasks);
    for (float[] part : parts.subList(0, batches.size())) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
    return losses;
  }

  /** The examples of a step; those of the next are begun. */
  private List<Example> drawn(long step) {
    List<Example> examples = Workers.results(aheadStep == step ? ahead : draw(step));
    aheadStep = step + 1;
    ahead = draw(aheadStep);
    return examples;
  }

  private List<Future<Example>> draw(long step) {
    int groups = datasets / GROUP;
    List<Callable<Example>> draws = new ArrayList<>();
    for (long group = step * groups; group < (step + 1) * groups; group++) {
      Shape shape = source.shape(group);
      for (long i = group * GROUP; i < (group + 1) * GROUP; i++) {
        long index = i;
        draws.add(() -> source.example(shape, index));
      }
    }
    return workers.begin(draws);
  }

  /** The examples of a step in batches of one shape that a thread takes at once. */
  private List<List<Example>> batches(List<Example> examples) {
    List<List<Example>> batches = new ArrayList<>();
    for (int g = 0; g < datasets / GROUP; g++) {
      List<Example> group = examples.subList(g * GROUP, (g + 1) * GROUP);
      int size = Math.min(GROUP, Math.max(1, learner.workAtOnce() / group.get(0).work()));
      for (int from = 0; from < GROUP; from += size) {
        batches.add(group.subList(from, Math.min(GROUP, from + size)));
      }
    }
    return batches;
  }
}
