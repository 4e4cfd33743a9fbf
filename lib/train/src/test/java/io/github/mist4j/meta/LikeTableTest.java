package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikeTableTest {
  private static final int ROWS = 400;
  private static final int MANY = 20_000;

  /** Answers of five levels, visits with zeros, a price on a grid, a measure. */
  private static Sample table() {
    var rng = new SplittableRandom(1);
    var mood = new double[ROWS];
    var visits = new double[ROWS];
    var price = new double[ROWS];
    var measure = new double[ROWS];
    for (int r = 0; r < ROWS; r++) {
      double common = rng.nextGaussian();
      mood[r] = Math.max(1, Math.min(5, Math.round(3 + common)));
      visits[r] = rng.nextDouble() < 0.6 ? 0 : Math.floor(8 * rng.nextDouble()) + 1;
      price[r] = Math.round(50 * Math.exp(0.4 * common + 0.4 * rng.nextGaussian())) / 2.0;
      measure[r] = Math.exp(rng.nextGaussian());
    }
    return Sample.ofColumns(
        List.of("mood", "price"),
        new double[][] {mood, price},
        List.of("visits", "measure"),
        new double[][] {visits, measure});
  }

  private static final Mixture LIKE = MetaDistribution.like(table());

  private static Distribution law(int index, int dx, int dy, Mixture like) {
    Family answers = like.parts().get(0).family();
    return answers.member().draw(dx, dy, new SplittableRandom(index));
  }

  @Test
  void datasetsHaveTheColumnsAndAboutTheRowsOfTheTable() {
    for (int i = 0; i < 5; i++) {
      Sample drawn = LIKE.draw(1, i).sample();
      assertThat(drawn.dx()).isEqualTo(2);
      assertThat(drawn.dy()).isEqualTo(2);
      assertThat(drawn.n()).isBetween(ROWS / 2, 2 * ROWS);
    }
  }

  @Test
  void everyColumnHasItsMarginWhetherItAnswersOrNot() {
    int n = 10_000;
    for (int i = 0; i < 2; i++) {
      Sample drawn = law(i, 2, 2, LIKE).sample(n, new SplittableRandom(i));
      Sample table = table();
      double ofOneShare = 4 * Math.sqrt(0.25 / ROWS); // the table's own shares are as uncertain
      for (double level = 1; level <= 5; level++) {
        assertThat(share(drawn.x(0), level)).isCloseTo(share(table.x(0), level), within(0.05));
      }
      assertThat(share(drawn.y(0), 0)).isCloseTo(share(table.y(0), 0), within(ofOneShare));
      assertThat(drawn.x(0)).containsOnly(1, 2, 3, 4, 5);
      assertThat(Arrays.stream(drawn.y(0)).distinct().toArray())
          .containsOnly(0, 1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(Arrays.stream(drawn.x(1)).map(v -> 2 * v)).allMatch(v -> v == Math.rint(v));
      assertThat(Arrays.stream(drawn.y(1)).distinct().count()).isEqualTo(n);
      assertThat(median(drawn.y(1))).isCloseTo(median(table.y(1)), within(0.25));
      assertThat(median(drawn.x(1))).isCloseTo(median(table.x(1)), within(2.0));
    }
  }

  @Test
  void columnsOfASideGoAlongAsInTheTable() {
    double before = correlation(table().x(0), table().x(1));
    for (int i = 0; i < 2; i++) {
      Sample drawn = law(i, 2, 2, LIKE).sample(5000, new SplittableRandom(i));
      assertThat(correlation(drawn.x(0), drawn.x(1))).isCloseTo(before, within(0.15));
    }
  }

  @Test
  void theInformationIsThatOfTheNumbersAsTheyStand() {
    Sample table = table();
    Mixture levels =
        MetaDistribution.like(
            Sample.ofColumns(new double[][] {table.x(0)}, new double[][] {table.y(0)}));
    for (int i = 0; i < 3; i++) {
      Distribution law = law(i, 1, 1, levels);
      assertLabel(law, law.sample(MANY, new SplittableRandom(i)), 1);
    }
  }

  @Test
  void theInformationOfAnAnswerIsThatOfAllColumns() {
    Sample table = table();
    Mixture levels =
        MetaDistribution.like(
            Sample.ofColumns(
                new double[][] {table.x(0), table.y(0)},
                new double[][] {halved(table.x(1)), table.x(0)}));
    for (int i = 0; i < 3; i++) {
      Distribution law = law(i, 2, 2, levels);
      assertLabel(law, law.sample(MANY, new SplittableRandom(i)), 1);
    }
  }

  @Test
  void whatFillsBetweenAtomsIsCountedToo() {
    Sample table = table();
    Mixture mixed =
        MetaDistribution.like(
            Sample.ofColumns(
                new double[][] {table.x(0)}, new double[][] {zeroWhere(table.y(0), table.y(1))}));
    for (int i = 0; i < 3; i++) {
      Distribution law = law(i, 1, 1, mixed);
      // In 60 cells of 20,000 rows an answer with uniform noise loses 0.03 nats of its edges.
      assertLabel(law, law.sample(20 * MANY, new SplittableRandom(i)), 240);
    }
  }

  /** The plug-in value of many rows, its bias taken off, is a way of its own to the label. */
  private static void assertLabel(Distribution law, Sample rows, int cells) {
    int[] x = codes(rows.n(), rows.dx(), rows::x, cells);
    int[] y = codes(rows.n(), rows.dy(), rows::y, cells);
    Map<Long, Integer> both = new HashMap<>();
    Map<Integer, Integer> ofX = new HashMap<>();
    Map<Integer, Integer> ofY = new HashMap<>();
    for (int r = 0; r < x.length; r++) {
      both.merge(((long) x[r] << 32) + y[r], 1, Integer::sum);
      ofX.merge(x[r], 1, Integer::sum);
      ofY.merge(y[r], 1, Integer::sum);
    }
    double n = x.length;
    double mean = 0;
    double square = 0;
    for (var cell : both.entrySet()) {
      double of = ofX.get((int) (cell.getKey() >> 32)) / n * ofY.get(cell.getKey().intValue()) / n;
      double log = Math.log(cell.getValue() / n / of);
      mean += cell.getValue() / n * log;
      square += cell.getValue() / n * log * log;
    }
    double bias = (both.size() - ofX.size() - ofY.size() + 1) / (2 * n); // Miller and Madow
    double error = Math.sqrt((square - mean * mean) / n + 1e-12);
    double quadrature = law.mutualInformationError() + 1.5e-3 * Math.max(1, mean);
    assertThat(law.mutualInformation())
        .as(law.describe())
        .isCloseTo(mean - bias, within(4 * error + Math.abs(bias) + quadrature));
  }

  /** Rows that stand again share a code; what hardly does is cut into cells of as many rows. */
  private static int[] codes(int n, int d, IntFunction<double[]> column, int cells) {
    var known = new HashMap<List<Double>, Integer>();
    var rows = new ArrayList<List<Double>>();
    IntStream.range(0, n).forEach(r -> rows.add(new ArrayList<>()));
    for (int c = 0; c < d; c++) {
      double[] values = column.apply(c);
      boolean cut = Arrays.stream(values).distinct().count() > 1000;
      double[] sorted = Arrays.stream(values).sorted().toArray();
      for (int r = 0; r < n; r++) {
        int place = Arrays.binarySearch(sorted, values[r]);
        boolean again =
            (place > 0 && sorted[place - 1] == values[r])
                || (place < n - 1 && sorted[place + 1] == values[r]);
        rows.get(r).add(cut && !again ? -1 - (int) ((long) place * cells / n) : values[r] + 1);
      }
    }
    return rows.stream().mapToInt(row -> known.computeIfAbsent(row, k -> known.size())).toArray();
  }

  private static double[] halved(double[] price) {
    return Arrays.stream(price).map(v -> Math.min(6, Math.floor(v / 10))).toArray();
  }

  private static double[] zeroWhere(double[] zeros, double[] values) {
    return IntStream.range(0, ROWS).mapToDouble(r -> zeros[r] == 0 ? 0 : values[r]).toArray();
  }

  private static double share(double[] column, double value) {
    return Arrays.stream(column).filter(v -> v == value).count() / (double) column.length;
  }

  private static double median(double[] column) {
    return Arrays.stream(column).sorted().toArray()[column.length / 2];
  }

  private static double correlation(double[] a, double[] b) {
    double ma = Arrays.stream(a).average().orElseThrow();
    double mb = Arrays.stream(b).average().orElseThrow();
    double ab = IntStream.range(0, a.length).mapToDouble(r -> (a[r] - ma) * (b[r] - mb)).sum();
    double aa = Arrays.stream(a).map(v -> (v - ma) * (v - ma)).sum();
    double bb = Arrays.stream(b).map(v -> (v - mb) * (v - mb)).sum();
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void namesAreRefused() {
    String[] towns = IntStream.range(0, ROWS).mapToObj(r -> "t" + r % 3).toArray(String[]::new);
    Sample named = table().withNames("mood", towns);
    assertThatThrownBy(() -> MetaDistribution.like(named))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("columns of numbers only");
  }
}
