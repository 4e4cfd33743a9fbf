package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The test grids against a quarter of them that the authors' generator drew.
 *
 * <p>The datasets of a cell share dx, so the cells and not the datasets are what is independent:
 * standard errors are the jackknife's, leaving out one cell at a time.
 */
final class GridReferenceTest {
  private static final Path REFERENCE = MetaDatasetFolderTest.REFERENCE;
  private static final double ERRORS = 4;

  private List<Value> reference;

  /** A true value, and what it was drawn with. */
  private record Value(String family, String cell, double mutualInformation) {}

  /** A statistic of many values. */
  private record Statistic(double value, double error) {
    static Statistic of(List<Value> values, ToDoubleFunction<List<Value>> function) {
      List<String> cells = values.stream().map(Value::cell).distinct().toList();
      double[] without =
          cells.stream()
              .mapToDouble(
                  cell ->
                      function.applyAsDouble(
                          values.stream().filter(v -> !v.cell.equals(cell)).toList()))
              .toArray();
      double mean = Arrays.stream(without).average().orElseThrow();
      double squares = Arrays.stream(without).map(w -> (w - mean) * (w - mean)).sum();
      return new Statistic(
          function.applyAsDouble(values),
          Math.sqrt(squares * (without.length - 1) / without.length));
    }
  }

  @BeforeEach
  void readReference() {
    assumeTrue(Files.isDirectory(REFERENCE), MetaDatasetFolderTest.NO_REFERENCE);
    try (var folder = MetaDatasetFolder.open(REFERENCE)) {
      reference =
          folder.rows().stream()
              .map(
                  row ->
                      new Value(
                          row.distribution().orElseThrow(),
                          Integer.toString(row.n()),
                          row.mutualInformation()))
              .toList();
    }
  }

  private static Stream<Value> drawn(Grid grid, long seed) {
    return LongStream.range(0, grid.size())
        .mapToObj(i -> grid.draw(seed, i))
        .map(d -> new Value(d.distribution(), seed + " " + d.sample().n(), d.mutualInformation()));
  }

  private static double mean(List<Value> values) {
    return values.stream().mapToDouble(Value::mutualInformation).average().orElseThrow();
  }

  private static double spread(List<Value> values) {
    double mean = mean(values);
    return Math.sqrt(
        values.stream()
            .mapToDouble(v -> (v.mutualInformation - mean) * (v.mutualInformation - mean))
            .average()
            .orElseThrow());
  }

  private static void assertAgree(
      String what, List<Value> one, List<Value> other, ToDoubleFunction<List<Value>> function) {
    Statistic a = Statistic.of(one, function);
    Statistic b = Statistic.of(other, function);
    assertThat(a.value)
        .as("%s, error %s and %s", what, a.error, b.error)
        .isCloseTo(b.value, within(ERRORS * Math.hypot(a.error, b.error)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"m-test-imd", "m-test-oomd"})
  void meanAndSpreadOfTheTruthAgreeByFamilyAtSeveralSeeds(String name) {
    Grid grid = Grid.named(name);
    var ours =
        LongStream.rangeClosed(1, 4)
            .boxed()
            .flatMap(seed -> drawn(grid, seed))
            .collect(Collectors.groupingBy(Value::family));
    ours.forEach(
        (family, values) -> {
          List<Value> theirs = reference.stream().filter(v -> v.family.equals(family)).toList();
          assertAgree("mean of " + family, values, theirs, GridReferenceTest::mean);
          assertAgree("spread of " + family, values, theirs, GridReferenceTest::spread);
        });
  }

  @Test
  void everyFourthDatasetHasTheFamilyAndTheRowsOfTheReference() {
    List<Value> ours =
        Stream.of(Grid.inDistribution().spread(270), Grid.outOfDistribution().spread(315))
            .flatMap(grid -> drawn(grid, 1))
            .toList();
    assertThat(ours).hasSameSizeAs(reference);
    for (int i = 0; i < ours.size(); i++) {
      assertThat(ours.get(i).family).isEqualTo(reference.get(i).family);
      assertThat(ours.get(i).cell).isEqualTo("1 " + reference.get(i).cell);
    }
  }
}
