package io.github.mist4j.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns of which each follows from the others, and columns that only look like it. */
final class LinearRelationTest {
  private final Random rng = new Random(1);

  private static List<double[]> columns(int n, IntFunction<double[]> row) {
    double[][] rows = IntStream.range(0, n).mapToObj(row).toArray(double[][]::new);
    return IntStream.range(0, rows[0].length)
        .mapToObj(c -> Arrays.stream(rows).mapToDouble(r -> r[c]).toArray())
        .toList();
  }

  private double[] normals(int d) {
    return DoubleStream.generate(rng::nextGaussian).limit(d).toArray();
  }

  private static int[] members(List<double[]> side) {
    LinearRelation relation = LinearRelation.of(side).orElseThrow();
    return IntStream.concat(IntStream.of(relation.column()), IntStream.of(relation.sources()))
        .sorted()
        .toArray();
  }

  @ParameterizedTest
  @CsvSource({"3, 20", "5, 200", "12, 100", "32, 1000"})
  @DisplayName("shares of a whole, in any order, also if tiny: the one that varies most goes")
  void sharesAreFound(int d, int n) {
    List<double[]> shares =
        columns(
            n,
            r -> {
              double[] parts = Arrays.stream(normals(d)).map(Math::exp).toArray();
              parts[1] *= 4;
              double whole = Arrays.stream(parts).sum();
              return Arrays.stream(parts).map(part -> 100 * part / whole).toArray();
            });
    assertThat(members(shares)).isEqualTo(IntStream.range(0, d).toArray());
    assertThat(LinearRelation.of(shares).orElseThrow().column()).isEqualTo(1);
    var reversed = new ArrayList<>(shares);
    Collections.reverse(reversed);
    reversed.replaceAll(share -> Arrays.stream(share).map(v -> v * 0x1p-900).toArray());
    assertThat(LinearRelation.of(reversed).orElseThrow().column()).isEqualTo(d - 2);
  }

  @Test
  @DisplayName("places of a few things, indicators of classes, answers that add up")
  void levelsAreFound() {
    var items = new ArrayList<>(List.of(1.0, 2.0, 3.0, 4.0));
    List<double[]> places =
        columns(
            30,
            r -> {
              Collections.shuffle(items, rng);
              return items.stream().mapToDouble(place -> place).toArray();
            });
    assertThat(members(places)).containsExactly(0, 1, 2, 3);
    List<double[]> classes =
        columns(
            30,
            r -> {
              var indicators = new double[3];
              indicators[rng.nextInt(3)] = 1;
              return indicators;
            });
    assertThat(members(classes)).containsExactly(0, 1, 2);
    List<double[]> answers =
        columns(
            30,
            r -> {
              int yes = rng.nextInt(7);
              int no = rng.nextInt(7);
              return new double[] {1e6 + yes, no, 12 - yes - no};
            });
    assertThat(members(answers)).containsExactly(0, 1, 2);
  }

  @Test
  @DisplayName("a difference and a mean among other columns, one after the other")
  void severalAreFound() {
    List<double[]> side =
        new ArrayList<>(
            columns(
                200,
                r -> {
                  double[] row = normals(9);
                  row[1] = row[0] - row[4];
                  row[8] = 1e-3 * (row[2] + row[3] + row[6]) / 3;
                  return row;
                }));
    LinearRelation first = LinearRelation.of(side).orElseThrow();
    assertThat(first.column()).isEqualTo(8);
    assertThat(first.sources()).containsExactly(2, 3, 6);
    side.remove(8);
    LinearRelation second = LinearRelation.of(side).orElseThrow();
    assertThat(second.column()).isEqualTo(1);
    assertThat(second.sources()).containsExactly(0, 4);
    side.remove(1);
    assertThat(LinearRelation.of(side)).isEmpty();
  }

  @Test
  @DisplayName("a total with a trace of noise, huge values in one row, few rows, one column: none")
  void nearlyIsNotEnough() {
    List<double[]> noisy =
        columns(
            200,
            r -> {
              double[] row = normals(3);
              row[2] = row[0] + row[1] + 1e-4 * row[2];
              return row;
            });
    assertThat(LinearRelation.of(noisy)).isEmpty();
    List<double[]> huge =
        columns(
            200,
            r -> {
              double[] row = normals(4);
              return Arrays.stream(row).map(v -> Math.exp(40 * (v + 3 * row[0]))).toArray();
            });
    assertThat(LinearRelation.of(huge)).isEmpty();
    assertThat(LinearRelation.of(columns(12, r -> normals(14)))).isEmpty();
    assertThat(LinearRelation.of(columns(50, r -> normals(1)))).isEmpty();
  }

  @Test
  @DisplayName("of columns of two levels that do not follow from each other few are taken for it")
  void hardlyAnyByChance() {
    int found = 0;
    for (int draw = 0; draw < 1000; draw++) {
      int d = 3 + rng.nextInt(6);
      List<double[]> side =
          columns(20 + rng.nextInt(80), r -> rng.doubles(d).map(Math::rint).toArray());
      found += LinearRelation.of(side).isPresent() ? 1 : 0;
    }
    assertThat(found).isZero();
  }
}
