package io.github.mist4j.benchmarks;

import io.github.mist4j.deep.SetTransformerArchitecture;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.training.Learner;
import io.github.mist4j.training.Learner.Example;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The gradient of a step of the paper's network from 32 datasets of 256 rows and 8 + 8 columns, on
 * two threads; {@code set_transformer_step.py} times the same network in PyTorch.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 9)
@Fork(1)
public class SetTransformerBenchmark {
  private static final int DATASETS = 32;
  private static final int PART = 4;

  @Param({"paper", "middle", "small"})
  String size;

  private Learner learner;
  private float[] weights;
  private List<Example> examples;
  private float[][] parts;

  /** Draws weights and datasets. */
  @Setup
  public void draw() {
    SetTransformerArchitecture architecture =
        switch (size) {
          case "paper" -> SetTransformerArchitecture.paper();
          case "middle" -> SetTransformerArchitecture.middle();
          default -> SetTransformerArchitecture.small();
        };
    learner = Learner.of(architecture, 1);
    weights = learner.initialWeights(new SplittableRandom(1));
    examples =
        IntStream.range(0, DATASETS)
            .mapToObj(b -> new Dataset(NormalSamples.of("256 8 8"), 1, "normal"))
            .map(dataset -> learner.example(dataset, new SplittableRandom(2)))
            .toList();
    parts = new float[DATASETS / PART][weights.length];
  }

  /** Forward and backward through all datasets. */
  @Benchmark
  public double gradient() {
    return IntStream.range(0, parts.length)
        .parallel()
        .mapToDouble(
            p -> {
              Arrays.fill(parts[p], 0);
              List<Example> part = examples.subList(p * PART, (p + 1) * PART);
              return learner.addGradient(weights, parts[p], part, 1.0 / DATASETS);
            })
        .sum();
  }
}
