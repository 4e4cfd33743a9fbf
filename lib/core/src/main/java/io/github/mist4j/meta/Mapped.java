package io.github.mist4j.meta;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A law seen through increasing maps of its columns, which keep the mutual information.
 *
 * @param law the law
 * @param maps the map of the columns of X and that of the columns of Y
 */
record Mapped(Distribution law, ColumnMaps maps) implements Distribution {
  @Override
  public int dx() {
    return law.dx();
  }

  @Override
  public int dy() {
    return law.dy();
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    Sample sample = law.sample(n, rng);
    return Sample.ofColumns(
        columns(dx(), c -> Arrays.stream(sample.x(c)).map(maps.x).toArray()),
        columns(dy(), c -> Arrays.stream(sample.y(c)).map(maps.y).toArray()));
  }

  @Override
  public double mutualInformation() {
    return law.mutualInformation();
  }

  @Override
  public String describe() {
    return law.describe() + ", columns through " + maps.id;
  }

  private static double[][] columns(int d, IntFunction<double[]> column) {
    return IntStream.range(0, d).mapToObj(column).toArray(double[][]::new);
  }
}
