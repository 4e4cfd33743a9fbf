package io.github.mist4j.benchmarks;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.GaussianCopula;
import io.github.mist4j.estimator.Ksg;
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

/** Nearest neighbours and the Gaussian copula, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
public class ClassicalBenchmark {
  @Param({"500 1 1", "500 5 5", "500 32 32", "5000 1 1", "5000 5 5", "50000 1 1", "500000 1 1"})
  String shape;

  private final Ksg ksg = new Ksg();
  private final GaussianCopula copula = new GaussianCopula();
  private Sample sample;

  /** Draws the sample. */
  @Setup
  public void draw() {
    sample = NormalSamples.of(shape);
  }

  /** The first algorithm with four neighbours. */
  @Benchmark
  public Estimate ksg() {
    return ksg.estimate(sample);
  }

  /** Normal scores and their correlation. */
  @Benchmark
  public Estimate gaussianCopula() {
    return copula.estimate(sample);
  }
}
