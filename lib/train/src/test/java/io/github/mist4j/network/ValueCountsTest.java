package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueCountsTest {
  private static ValueCounts outcomes(double[][] x, double[][] y) {
    return ValueCounts.of(RankedSample.of(Sample.ofColumns(x, y), 1));
  }

  private static double[][] levels(int columns, int n, int count, SplittableRandom rng) {
    return IntStream.range(0, columns)
        .mapToObj(c -> rng.ints(n, 0, count).asDoubleStream().toArray())
        .toArray(double[][]::new);
  }

  private static long alike(double[][] columns, int row) {
    return IntStream.range(0, columns[0].length)
        .filter(r -> Arrays.stream(columns).allMatch(column -> column[r] == column[row]))
        .count();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  @DisplayName("counts are those of equal rows, in blocks and under shuffles too")
  void countsAreThoseOfEqualRows(int d) {
    var rng = new SplittableRandom(d);
    double[][] x = levels(d, 300, 2, rng);
    double[][] y = levels(2, 300, 2, rng);
    var copula = RankedSample.of(Sample.ofColumns(x, y), 1);
    double[][] all =
        IntStream.range(0, d + 2).mapToObj(c -> c < d ? x[c] : y[c - d]).toArray(double[][]::new);
    int[] ofX = ValueCounts.ofColumns(copula, 0, d);
    int[] ofY = ValueCounts.ofColumns(copula, d, d + 2);
    int[] ofAll = ValueCounts.ofColumns(copula, 0, d + 2);
    for (int r = 0; r < 300; r++) {
      assertThat((long) ofX[r]).isEqualTo(alike(x, r));
      assertThat((long) ofY[r]).isEqualTo(alike(y, r));
      assertThat((long) ofAll[r]).isEqualTo(alike(all, r));
    }
    int[] backwards = IntStream.range(0, 300).map(r -> 299 - r).toArray();
    RankedSample shuffled = copula.shuffled(backwards);
    assertThat(ValueCounts.ofColumns(shuffled, 0, d)).isEqualTo(ofX);
    assertThat(ValueCounts.ofColumns(shuffled, d, d + 2)[10]).isEqualTo(ofY[289]);
    int inBlocks =
        copula.blocks(3).stream()
            .flatMapToInt(block -> Arrays.stream(ValueCounts.ofColumns(block, 0, d)))
            .sum();
    assertThat(inBlocks).isGreaterThan(300).isLessThan(Arrays.stream(ofX).sum());
  }

  @Test
  @DisplayName("terms are Grassberger's, plug-in is the information of the table")
  void informationIsThatOfCounts() {
    var rng = new SplittableRandom(4);
    Sample sample = ContingencyTable.of(new double[][] {{3, 1, 1}, {1, 2, 4}}).sample(150, rng);
    ValueCounts outcomes = ValueCounts.of(RankedSample.of(sample, 1));
    double expected = 0;
    var counts = new double[2][3];
    for (int r = 0; r < 150; r++) {
      counts[(int) sample.x(0)[r]][(int) sample.y(0)[r]]++;
      expected +=
          (Math.log(150) + g(outcomes.both()[r]) - g(outcomes.x()[r]) - g(outcomes.y()[r])) / 150;
    }
    assertThat(outcomes.information()).isCloseTo(expected, within(1e-12));
    assertThat(outcomes.plugIn())
        .isCloseTo(ContingencyTable.of(counts).mutualInformation(), within(1e-12));
    assertThat(outcomes.repeated()).isTrue();
  }

  private static double g(int m) {
    return Digamma.value(m)
        + (m % 2 == 0 ? 0.5 : -0.5) * (Digamma.value((m + 1) / 2.0) - Digamma.value(m / 2.0));
  }

  @Test
  @DisplayName("columns that follow from others of their side change no count")
  void derivedColumnsChangeNothing() {
    var rng = new SplittableRandom(5);
    double[][] x = levels(2, 200, 4, rng);
    double[][] y = levels(1, 200, 3, rng);
    double[] total = IntStream.range(0, 200).mapToDouble(r -> x[0][r] + x[1][r]).toArray();
    ValueCounts with = outcomes(new double[][] {x[0], x[1], total}, y);
    ValueCounts without = outcomes(x, y);
    assertThat(with.x()).isEqualTo(without.x());
    assertThat(with.both()).isEqualTo(without.both());
  }

  @Test
  @DisplayName("counts say nothing where fewer than half of the rows stand again")
  void fewRepetitionsSayNothing() {
    var rng = new SplittableRandom(7);
    double[][] x = levels(8, 100, 2, rng);
    double[][] y = levels(1, 100, 2, rng);
    ValueCounts outcomes = outcomes(x, y);
    assertThat(IntStream.range(0, 100).filter(r -> alike(x, r) > 1).count()).isGreaterThan(10);
    assertThat(outcomes.repeated()).isFalse();
    assertThat(outcomes.y()).containsOnly(1);
    assertThat(outcomes(y, y).repeated()).isTrue();
  }

  @Test
  @DisplayName("counts say nothing where zeros alone stand again, or where their table is sparse")
  void zerosAndSparseTablesSayNothing() {
    var rng = new SplittableRandom(8);
    double[] zeros = IntStream.range(0, 400).mapToDouble(r -> r < 280 ? 0 : r).toArray();
    double[] others = IntStream.range(0, 400).mapToDouble(r -> r < 280 ? 0 : -r).toArray();
    double[] once = zeros.clone();
    once[399] = once[398]; // no column may be of different values alone
    others[397] = others[396];
    assertThat(outcomes(new double[][] {once}, new double[][] {others}).repeated()).isFalse();
    double[][] x = levels(1, 400, 25, rng);
    assertThat(outcomes(x, levels(1, 400, 25, rng)).repeated()).isFalse();
    assertThat(outcomes(x, x).repeated()).isTrue();
  }

  @Test
  @DisplayName("a column without equal values makes every row the only one of its kind")
  void densitiesAreCountedOnce() {
    var rng = new SplittableRandom(6);
    Sample normal = new Normal(Dispersion.dense(1, 1, 0.5)).sample(50, rng);
    double[][] x = {normal.x(0), levels(1, 50, 2, rng)[0]};
    ValueCounts outcomes = outcomes(x, levels(1, 50, 2, rng));
    assertThat(outcomes.x()).containsOnly(1);
    assertThat(outcomes.y()).containsOnly(1);
    assertThat(outcomes.both()).containsOnly(1);
    assertThat(outcomes.repeated()).isFalse();
    assertThat(ValueCounts.meanLog(outcomes.x())).isZero();
  }
}
