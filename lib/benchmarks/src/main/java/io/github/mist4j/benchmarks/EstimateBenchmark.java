package io.github.mist4j.benchmarks;

import io.github.mist4j.Mist;
import io.github.mist4j.estimator.DifferentiableEstimator.Gradient;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.sample.Sample;
import java.util.concurrent.TimeUnit;
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

/** One estimate by the shipped model, without and with its permutation test, and its slopes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EstimateBenchmark {
  @Param({"500 1 1", "500 16 16", "500 16 16 8", "1000 32 32"})
  String shape;

  private Sample sample;

  /** Draws the sample and opens the model. */
  @Setup
  public void draw() {
    sample = NormalSamples.of(shape);
    Mist.estimator();
  }

  /** Value and interval, on one thread. */
  @Benchmark
  public Estimate estimate() {
    return Mist.estimator().estimate(sample);
  }

  /** The same with 99 shuffles, on all processors. */
  @Benchmark
  public Estimate estimateWithTest() {
    return Mist.estimate(sample, EstimateOptions.withDefaults().withPermutations(99));
  }

  /** The slopes of the value by every cell, on one thread. */
  @Benchmark
  public Gradient gradient() {
    return Mist.estimator().gradient(sample);
  }
}
