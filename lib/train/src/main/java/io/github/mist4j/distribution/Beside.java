package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.distribution.Distribution.Entropies;
import io.github.mist4j.sample.Sample;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Two independent blocks beside each other, whose mutual informations add up. */
record Beside(Distribution first, Distribution second) implements Distribution {
  Beside {
    require(second != null, "the other distribution must be given, was null");
  }

  @Override
  public int dx() {
    return first.dx() + second.dx();
  }

  @Override
  public int dy() {
    return first.dy() + second.dy();
  }

  @Override
  public Sample sample(int n, RandomGenerator rng) {
    Sample one = first.sample(n, rng);
    Sample other = second.sample(n, rng);
    return Sample.ofColumns(
        joined(ColumnDraws.ofX(one), ColumnDraws.ofX(other)),
        joined(ColumnDraws.ofY(one), ColumnDraws.ofY(other)));
  }

  @Override
  public double mutualInformation() {
    return first.mutualInformation() + second.mutualInformation();
  }

  @Override
  public double mutualInformationError() {
    return first.mutualInformationError() + second.mutualInformationError();
  }

  @Override
  public Optional<Entropies> entropies() {
    return first.entropies().flatMap(one -> second.entropies().map(one::plus));
  }

  @Override
  public String describe() {
    return "%s; beside it, independent: %s".formatted(first.describe(), second.describe());
  }

  private static double[][] joined(double[][] one, double[][] other) {
    return Stream.of(one, other).flatMap(Stream::of).toArray(double[][]::new);
  }
}
