package io.github.mist4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.random.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RowSketchTest {
  private static final int MOST = 1000;

  @Test
  void partitionsAndTheirOrderChangeNothing() {
    double[][] rows = rows(20_000, 1);
    double[][][] whole = sketch(rows, 0, rows.length, 1).sample();

    RowSketch backwards = new RowSketch(MOST);
    for (int part = 7; part >= 0; part--) {
      backwards = backwards.merge(sketch(rows, part, rows.length, 8));
    }

    assertThat(Arrays.deepEquals(backwards.sample(), whole)).isTrue();
    assertThat(backwards.rows()).isEqualTo(rows.length);
    RowSketch sent = RowSketch.of(MOST, backwards.bytes());
    assertThat(Arrays.deepEquals(sent.sample(), whole)).isTrue();
    assertThat(sent.balance()).isEqualTo(backwards.balance());
  }

  @Test
  void rowsThatFitAreAllThereAsOftenAsTheyStand() {
    var sketch = new RowSketch(MOST);
    for (int r = 0; r < 900; r++) {
      sketch.add(new double[] {r % 3}, new double[] {1});
    }
    double[] x = sketch.sample()[0][0];
    assertThat(x).hasSize(900);
    assertThat(Arrays.stream(x).filter(value -> value == 2).count()).isEqualTo(300);
  }

  @Test
  void zerosOfBothSignsAreOneRowWhicheverComesFirst() {
    for (double first : new double[] {0.0, -0.0}) {
      var sketch = new RowSketch(MOST);
      sketch.add(new double[] {first}, new double[] {1});
      sketch.add(new double[] {-first}, new double[] {1});
      assertThat(sketch.sample()[0][0]).containsExactly(0.0, 0.0); // −0 is another to it
    }
  }

  @Test
  void manyRowsOfFewKindsStandByTheirShare() {
    var sketch = new RowSketch(MOST);
    for (int r = 0; r < 50_000; r++) {
      sketch.add(new double[] {r % 5 == 0 ? 1 : 0}, new double[] {1});
    }
    double[] x = sketch.sample()[0][0];
    assertThat(x).hasSize(MOST);
    assertThat(Arrays.stream(x).filter(value -> value == 1).count()).isEqualTo(MOST / 5);
  }

  @Test
  void theChosenRowsAreAFairDrawOfAll() {
    double[] x = sketch(rows(50_000, 2), 0, 50_000, 1).sample()[0][0];
    double mean = Arrays.stream(x).average().orElseThrow();
    assertThat(Math.abs(mean - 0.5)).isLessThan(4 * Math.sqrt(1.0 / 12 / MOST));
  }

  @Test
  void anAtomBesideManyDifferentRowsIsFoundOutOfBalance() {
    double[][] rows = rows(20_000, 3);
    var sketch = new RowSketch(MOST);
    for (double[] row : rows) {
      sketch.add(new double[] {row[0]}, new double[] {row[1]});
      sketch.add(new double[] {0}, new double[] {0});
    }
    assertThat(Math.abs(sketch.balance() - 1)).isGreaterThan(0.05);
    assertThat(Math.abs(sketch(rows, 0, rows.length, 1).balance() - 1))
        .isLessThan(4 / Math.sqrt(MOST));
  }

  private static RowSketch sketch(double[][] rows, int from, int to, int step) {
    var sketch = new RowSketch(MOST);
    for (int r = from; r < to; r += step) {
      sketch.add(new double[] {rows[r][0]}, new double[] {rows[r][1]});
    }
    return sketch;
  }

  private static double[][] rows(int n, long seed) {
    RandomGenerator rng = RandomStreams.of(seed, 0);
    var rows = new double[n][];
    Arrays.setAll(rows, r -> new double[] {rng.nextDouble(), rng.nextDouble()});
    return rows;
  }
}
