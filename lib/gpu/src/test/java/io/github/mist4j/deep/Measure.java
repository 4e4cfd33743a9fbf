package io.github.mist4j.deep;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.training.Learner.Example;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The figures of docs/gpu.md, for {@code lib/gpu/measure.sh}: {@code golden ENGINE}, {@code steps
 * ENGINE BATCH TIMES}, {@code mixed ENGINE BATCH TIMES} and {@code draws COUNT}, of the engines
 * {@code java}, {@code libtorch} and {@code gpu}.
 */
final class Measure {
  private static final SetTransformerArchitecture SIZE = SetTransformerArchitecture.paper();

  private Measure() {}

  public static void main(String... args) {
    try {
      measure(args);
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void measure(String... args) {
    switch (args[0]) {
      case "golden" -> golden(engine(args[1]));
      case "steps" -> steps(args[1], equal(Integer.parseInt(args[2])), Integer.parseInt(args[3]));
      case "mixed" -> steps(args[1], drawn(Integer.parseInt(args[2])), Integer.parseInt(args[3]));
      case "draws" -> draws(Integer.parseInt(args[1]));
      default -> throw new IllegalArgumentException("unknown figure " + args[0]);
    }
  }

  private static Engine engine(String name) {
    return switch (name) {
      case "java" -> Engine.THREAD;
      case "libtorch" -> Cpu.engine();
      case "gpu" -> TorchEngine.ofCard();
      default -> throw new IllegalArgumentException("unknown engine " + name);
    };
  }

  private static void golden(Engine engine) {
    for (Golden golden : Golden.cases()) {
      float[] outputs = golden.outputs(engine, golden.datasets());
      var learner = new SetTransformerLearner(golden.size(), engine);
      var gradient = new float[learner.size()];
      learner.addGradient(golden.weights(), gradient, golden.datasets(), 1);
      say(
          "%s on %s: outputs to %.1e, gradients to %.1e of the golden file",
          golden,
          engine.device(),
          farthest(outputs, golden.outputs()),
          farthest(gradient, golden.gradient()));
    }
  }

  private static double farthest(float[] ours, List<Double> golden) {
    return IntStream.range(0, ours.length)
        .mapToDouble(i -> Math.abs(ours[i] - golden.get(i)) / (1 + Math.abs(golden.get(i))))
        .max()
        .orElseThrow();
  }

  /** Datasets of 256 rows and 8 + 8 columns. */
  private static List<Example> equal(int count) {
    var learner = new SetTransformerLearner(SIZE);
    var law = new Normal(Dispersion.dense(8, 8, 0.05));
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              var rng = RandomStreams.of(1, i);
              var sample = law.sample(256, rng);
              return learner.example(
                  new Dataset(sample, law.mutualInformation(), "normal", Optional.of(law)), rng);
            })
        .toList();
  }

  /** Datasets of the paper's training families, sixteen of a size. */
  private static List<Example> drawn(int count) {
    var learner = new SetTransformerLearner(SIZE);
    MetaDistribution paper = MetaDistributions.paper();
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              var shape = paper.shapes().draw(RandomStreams.of(2, -1 - i / 16));
              var rng = RandomStreams.of(2, i);
              return learner.example(paper.draw(shape, rng), rng);
            })
        .toList();
  }

  /** Forward and backward passes; the gradient comes back to Java. */
  private static void steps(String name, List<Example> examples, int times) {
    Engine engine = engine(name);
    var learner = new SetTransformerLearner(SIZE, engine);
    float[] weights = learner.initialWeights(RandomStreams.of(1, -1));
    var gradient = new float[weights.length];
    var seconds = new double[times];
    var cpu = new double[times];
    var thread = ManagementFactory.getThreadMXBean();
    for (int t = -2; t < times; t++) { // two to warm up
      Arrays.fill(gradient, 0);
      long start = System.nanoTime();
      long cpuStart = thread.getCurrentThreadCpuTime();
      step(learner, weights, gradient, examples);
      if (t >= 0) {
        seconds[t] = (System.nanoTime() - start) / 1e9;
        cpu[t] = (thread.getCurrentThreadCpuTime() - cpuStart) / 1e9;
      }
    }
    say(
        "%s, %s datasets: %.3f s a step, %.3f s of the calling thread, %.3f steps a second",
        engine.device(), examples.size(), median(seconds), median(cpu), 1 / median(seconds));
  }

  /** As the trainer does: a learner that does not take whole steps gets what it takes at once. */
  private static void step(
      SetTransformerLearner learner, float[] weights, float[] gradient, List<Example> examples) {
    double weight = 1.0 / examples.size();
    if (learner.takesWholeSteps()) {
      learner.addGradient(weights, gradient, examples, weight);
      return;
    }
    for (int from = 0; from < examples.size(); ) {
      int group = Math.min(examples.size(), (from / 16 + 1) * 16);
      int many = Math.max(1, learner.workAtOnce() / examples.get(from).work());
      int to = Math.min(group, from + many);
      learner.addGradient(weights, gradient, examples.subList(from, to), weight);
      from = to;
    }
  }

  /** How many datasets all processors draw in a second. */
  private static void draws(int count) {
    var learner = new SetTransformerLearner(SIZE);
    MetaDistribution paper = MetaDistributions.paper();
    long start = System.nanoTime();
    LongStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              var rng = RandomStreams.of(3, i);
              learner.example(paper.draw(paper.shapes().draw(rng), rng), rng);
            });
    double seconds = (System.nanoTime() - start) / 1e9;
    say(
        "%.0f datasets a second are drawn by %s processors",
        count / seconds, Runtime.getRuntime().availableProcessors());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
