package io.github.mist4j.benchmarks;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.training.Learner;
import io.github.mist4j.training.Learner.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Datasets a second on one thread, over the sizes of the training distribution, by part. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class TrainingBenchmark {
  private static final int DATASETS = 256;

  /** The distribution over datasets. */
  @Param({"elliptical", "full"})
  public String preset;

  private MetaDistribution distribution;
  private final Learner learner = Learner.of(CopulaArchitecture.withDefaults(), 1000);
  private final List<Dataset> datasets = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private float[] weights;
  private float[] gradient;

  /** Draws the datasets, makes their features and the first weights. */
  @Setup
  public void draw() {
    distribution = MetaDistributions.named(preset);
    for (int k = 0; k < DATASETS; k++) {
      datasets.add(distribution.draw(1, k));
      examples.add(learner.example(datasets.get(k), new SplittableRandom(k)));
    }
    weights = learner.initialWeights(new SplittableRandom(1));
    gradient = new float[learner.size()];
  }

  /** Drawing alone. */
  @Benchmark
  @OperationsPerInvocation(DATASETS)
  public double drawing() {
    double sum = 0;
    for (int k = 0; k < DATASETS; k++) {
      sum += distribution.draw(1, k).mutualInformation();
    }
    return sum;
  }

  /** Features alone. */
  @Benchmark
  @OperationsPerInvocation(DATASETS)
  public double features() {
    double sum = 0;
    for (int k = 0; k < DATASETS; k++) {
      sum += learner.example(datasets.get(k), new SplittableRandom(k)).truth();
    }
    return sum;
  }

  /** Forward and backward pass alone, one dataset at a time. */
  @Benchmark
  @OperationsPerInvocation(DATASETS)
  public double gradient() {
    double sum = 0;
    for (Example example : examples) {
      sum += learner.addGradient(weights, gradient, List.of(example), 1);
    }
    return sum;
  }
}
