package io.github.mist4j.training;

import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shape;
import io.github.mist4j.network.CopulaLearner;
import io.github.mist4j.network.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The gradient of one step: four groups of sixteen fresh datasets of one shape each. Its parts are
 * cut and summed in an order that does not depend on the number of threads.
 */
final class StepGradient {
  private static final int GROUPS = 4;
  private static final int GROUP = 16;
  private static final int PAIRS_AT_ONCE = 2048;

  /** The datasets of a step. */
  static final int DATASETS = GROUPS * GROUP;

  private final CopulaLearner learner;
  private final ExampleSource source;
  private final Workers workers;
  private final List<float[]> parts = new ArrayList<>();
  private final float[] sum;

  StepGradient(CopulaLearner learner, MetaDistribution distribution, long seed, Workers workers) {
    this.learner = learner;
    this.workers = workers;
    source = new ExampleSource(learner, distribution, seed, GROUP);
    sum = new float[learner.size()];
  }

  /** The gradient of the mean loss, valid until the next step. */
  float[] sum() {
    return sum;
  }

  /** Computes the gradient of step number {@code step} and returns the mean loss. */
  double gradient(float[] weights, long step) {
    List<List<Example>> batches = batches(step);
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
            return learner.addGradient(weights, part, batch, 1.0 / DATASETS);
          });
    }
    double loss = workers.all(tasks).stream().mapToDouble(Double::doubleValue).sum();
    Arrays.fill(sum, 0);
    for (float[] part : parts.subList(0, batches.size())) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
    return loss / DATASETS;
  }

  /** The examples of a step in batches of one shape, small enough to stay in the caches. */
  private List<List<Example>> batches(long step) {
    List<Callable<Example>> draws = new ArrayList<>();
    for (long group = step * GROUPS; group < (step + 1) * GROUPS; group++) {
      Shape shape = source.shape(group);
      for (long i = group * GROUP; i < (group + 1) * GROUP; i++) {
        long index = i;
        draws.add(() -> source.example(shape, index));
      }
    }
    List<Example> examples = workers.all(draws);
    List<List<Example>> batches = new ArrayList<>();
    for (int g = 0; g < GROUPS; g++) {
      List<Example> group = examples.subList(g * GROUP, (g + 1) * GROUP);
      int size = Math.min(GROUP, Math.max(1, PAIRS_AT_ONCE / group.get(0).pairs()));
      for (int from = 0; from < GROUP; from += size) {
        batches.add(group.subList(from, Math.min(GROUP, from + size)));
      }
    }
    return batches;
  }
}
