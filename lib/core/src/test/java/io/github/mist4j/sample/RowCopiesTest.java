package io.github.mist4j.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class RowCopiesTest {
  private static final int N = 200;

  private static double[] normal(int seed) {
    var rng = new SplittableRandom(seed);
    return IntStream.range(0, N).mapToDouble(r -> rng.nextGaussian()).toArray();
  }

  private static double[] levels(int seed, int count) {
    return new SplittableRandom(seed).ints(N, 0, count).asDoubleStream().toArray();
  }

  private static Sample bootstrap(double[] x, double[] y) {
    int[] rows = new SplittableRandom(9).ints(N, 0, N).toArray();
    return Sample.ofColumns(new double[][] {x}, new double[][] {y}).rows(rows);
  }

  @Test
  @DisplayName("rows of a bootstrap sample are counted once, and the warning says how many")
  void copiesOfMeasuresAreCountedOnce() {
    Sample again = bootstrap(normal(1), normal(2));
    Sample once = again.withoutRepeatedRows();
    assertThat(once.n()).isEqualTo((int) Arrays.stream(again.x(0)).distinct().count());
    assertThat(once.warnings())
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.kind()).isEqualTo(Warning.Kind.ROWS_COUNTED_ONCE);
              assertThat(w.sentence())
                  .startsWith("%s of %s rows stand again".formatted(N - once.n(), N));
            });
    Sample besideLevels = bootstrap(normal(1), levels(2, 3)).withoutRepeatedRows();
    assertThat(besideLevels.n()).isEqualTo(once.n());
  }

  @Test
  @DisplayName(
      "rows that may be equal by chance stay: counts, levels, shared zeros, two equal rows")
  void equalRowsOfCountsStay() {
    double[] few = levels(3, 4);
    Sample counts = Sample.ofColumns(new double[][] {few}, new double[][] {levels(4, 30)});
    assertThat(counts.withoutRepeatedRows()).isSameAs(counts);
    double[] code = Arrays.stream(levels(5, 100)).map(v -> 7 * v % 100).toArray();
    Sample relabelled = Sample.ofColumns(new double[][] {levels(5, 100)}, new double[][] {code});
    assertThat(relabelled.withoutRepeatedRows()).isSameAs(relabelled);
    double[] x = normal(1);
    double[] y = normal(2);
    for (int r = 0; r < N / 2; r++) {
      x[r] = 0;
      y[r] = 0;
    }
    Sample zeros = Sample.ofColumns(new double[][] {x}, new double[][] {y});
    assertThat(zeros.withoutRepeatedRows()).isSameAs(zeros);
    Sample distinct = Sample.ofColumns(new double[][] {normal(1)}, new double[][] {normal(2)});
    assertThat(distinct.withoutRepeatedRows()).isSameAs(distinct);
  }

  @Test
  @DisplayName("rounded values: people of a join stand again, and are counted once")
  void peopleOfAJoin() {
    for (int seed = 0; seed < 10; seed++) {
      var rng = new SplittableRandom(seed);
      int people = 300;
      double[] age = rng.ints(people, 18, 80).asDoubleStream().toArray();
      double[] income = rounded(people, 100, () -> Math.exp(10.5 + 0.4 * rng.nextGaussian()));
      int[] orders = rng.ints(900, 0, people).toArray();
      Sample join = Sample.ofColumns(new double[][] {age}, new double[][] {income}).rows(orders);
      assertThat(join.withoutRepeatedRows().n())
          .isBetween(275, (int) Arrays.stream(orders).distinct().count());
    }
  }

  @Test
  @DisplayName("rounded values that are equal by chance stay, smooth or along a line, with zeros")
  void roundedValuesStay() {
    for (int seed = 0; seed < 10; seed++) {
      var rng = new SplittableRandom(seed);
      int n = 1000;
      double[] x = rounded(n, 0.1, rng::nextGaussian);
      double[] near = new double[n];
      Arrays.setAll(near, r -> Math.rint(10 * x[r] + rng.nextGaussian()));
      double[] line = Arrays.stream(x).map(v -> -2 * v).toArray();
      double[] sales = rounded(n, 1, () -> sale(rng));
      double[] others = rounded(n, 1, () -> sale(rng));
      for (double[] y : new double[][] {near, line}) {
        assertStays(x, y);
      }
      assertStays(sales, others);
    }
  }

  @Test
  @DisplayName("no order of rows or columns decides what is told by a part of the rows")
  void noOrderDecides() {
    var rng = new SplittableRandom(4);
    double[][] people = new double[3][5000];
    for (double[] column : people) {
      Arrays.setAll(column, r -> Math.rint(30 * rng.nextGaussian()));
    }
    int[] rows = rng.ints(6500, 0, 5000).toArray(); // about where the one becomes the other
    for (int more = 0; more < 8; more++) {
      Sample some =
          Sample.ofColumns(new double[][] {people[0], people[1]}, new double[][] {people[2]})
              .rows(Arrays.copyOf(rows, 5000 + 200 * more));
      int[] order = Ranks.shuffled(some.n(), rng);
      Sample moved =
          Sample.ofColumns(new double[][] {some.y(0)}, new double[][] {some.x(1), some.x(0)})
              .rows(order);
      assertThat(moved.differentRows()).hasSameSizeAs(some.differentRows());
    }
  }

  @Test
  @DisplayName("names that depend on each other, or on a price, stay: their codes have no order")
  void namesStay() {
    var rng = new SplittableRandom(6);
    int n = 2000;
    double[] town = rng.ints(n, 0, 200).asDoubleStream().toArray();
    double[] shop =
        Arrays.stream(town)
            .map(t -> rng.nextDouble() < 0.2 ? rng.nextInt(200) : 77 * t % 200)
            .toArray();
    double[] price = Arrays.stream(town).map(t -> Math.rint(31 * t % 200) / 4).toArray();
    for (double[] y : new double[][] {shop, price}) {
      Sample sample =
          Sample.ofColumns(new double[][] {town}, new double[][] {y})
              .withKinds(
                  List.of(ColumnKind.NOMINAL),
                  List.of(y == shop ? ColumnKind.NOMINAL : ColumnKind.NUMERIC));
      assertThat(sample.differentRows()).hasSize(n);
      assertThat(sample.withoutRepeatedRows()).isSameAs(sample);
    }
  }

  @Test
  @DisplayName(
      "people of a town with a measure of theirs are counted once, whatever the town is called")
  void peopleOfTowns() {
    var rng = new SplittableRandom(7);
    double[] town = rng.ints(150, 0, 10).asDoubleStream().toArray();
    double[] weight = IntStream.range(0, 150).mapToDouble(r -> rng.nextGaussian()).toArray();
    Sample orders =
        Sample.ofColumns(new double[][] {town}, new double[][] {weight})
            .rows(rng.ints(450, 0, 150).toArray())
            .withKinds(List.of(ColumnKind.NOMINAL), List.of(ColumnKind.NUMERIC));
    assertThat(orders.differentRows()).hasSizeBetween(130, 150);
  }

  @Test
  @DisplayName("levels that are crossed stay, as prices with quantities, with a warning")
  void crossedLevelsStay() {
    var rng = new SplittableRandom(8);
    int n = 4000;
    double[] prices = rounded(40, 0.01, () -> 5 + 30 * rng.nextDouble());
    double[] price = rng.ints(n, 0, 40).mapToDouble(a -> prices[a]).toArray();
    double[] quantity =
        rng.ints(n, 0, 7).mapToDouble(q -> 1 + q * q / 7.0).map(Math::rint).toArray();
    double[] revenue = IntStream.range(0, n).mapToDouble(r -> price[r] * quantity[r]).toArray();
    double[] hours = rng.ints(n, 1, 60).asDoubleStream().toArray();
    double[] pay =
        Arrays.stream(hours).map(h -> h * new double[] {12, 15, 18, 25}[rng.nextInt(4)]).toArray();
    for (Sample sample :
        List.of(
            Sample.ofColumns(new double[][] {price}, new double[][] {revenue}),
            Sample.ofColumns(new double[][] {price, quantity}, new double[][] {revenue}),
            Sample.ofColumns(new double[][] {pay}, new double[][] {hours}))) {
      assertThat(sample.differentRows()).hasSize(n);
      assertThat(sample.withoutRepeatedRows().warnings())
          .singleElement()
          .satisfies(w -> assertThat(w.kind()).isEqualTo(Warning.Kind.ROWS_STAND_AGAIN));
    }
  }

  @Test
  @DisplayName("a tenth of rounded rows that stand again are counted once; heaps and lines stay")
  void fewCopies() {
    for (int seed = 0; seed < 6; seed++) {
      var rng = new SplittableRandom(seed);
      int n = 1000;
      double[] x = rounded(n, 0.001, rng::nextGaussian);
      double[] y = rounded(n, 0.001, rng::nextGaussian);
      int[] rows = IntStream.range(0, n).map(r -> r < 900 ? r : rng.nextInt(900)).toArray();
      Sample again = Sample.ofColumns(new double[][] {x}, new double[][] {y}).rows(rows);
      assertThat(again.withoutRepeatedRows().n()).isBetween(895, 900);
      double[] age =
          IntStream.range(0, 300)
              .mapToDouble(r -> rng.nextInt(2) == 0 ? 10 * rng.nextInt(2, 8) : rng.nextInt(18, 80))
              .toArray();
      double[] income =
          IntStream.range(0, 300)
              .map(r -> rng.nextInt(5) < 3 ? 5000 : 100)
              .mapToDouble(step -> step * Math.rint(36_000 * Math.exp(rng.nextGaussian()) / step))
              .toArray();
      assertStays(age, income);
      double[] few = rounded(100, 0.1, () -> 50 + 10 * rng.nextGaussian());
      assertStays(few, Arrays.stream(few).map(v -> 2 * v).toArray());
    }
  }

  @Test
  @DisplayName("rounded amounts with a long tail stay beside a rare class")
  void longTails() {
    for (int seed = 0; seed < 6; seed++) {
      var rng = new SplittableRandom(seed);
      double[] rare =
          IntStream.range(0, 1500).mapToDouble(r -> rng.nextInt(30) == 0 ? 1 : 0).toArray();
      double[] amount =
          Arrays.stream(rare)
              .map(c -> Math.rint(10 * Math.exp(2.2 + 0.8 * rng.nextGaussian() + 2.5 * c)) / 10)
              .toArray();
      assertStays(amount, rare);
      double[] grade = rng.ints(1000, 0, 5).asDoubleStream().toArray();
      double[] salary =
          Arrays.stream(grade)
              .map(g -> Math.rint(Math.exp(10 + 0.2 * g + 0.3 * rng.nextGaussian())))
              .toArray();
      assertStays(grade, salary);
    }
  }

  @Test
  @DisplayName("people who all stand twice are counted once each, though some are alike")
  void allTwice() {
    var rng = new SplittableRandom(10);
    double[] base = rounded(200, 1, () -> 50 + 10 * rng.nextGaussian());
    double[] arm = rng.ints(200, 0, 2).asDoubleStream().toArray();
    int[] visits = IntStream.range(0, 400).map(r -> r % 200).toArray();
    Sample twice = Sample.ofColumns(new double[][] {base}, new double[][] {arm}).rows(visits);
    assertThat(twice.withoutRepeatedRows().n()).isEqualTo(200);
  }

  @Test
  @DisplayName("few units that stand again stay, as levels do, with a warning; levels without")
  void fewUnits() {
    var rng = new SplittableRandom(11);
    double[] age = rng.ints(12, 20, 70).asDoubleStream().toArray();
    double[] size = rng.ints(12, 15, 90).asDoubleStream().toArray();
    double[] level = rng.ints(12, 0, 3).asDoubleStream().toArray();
    int[] rows = rng.ints(360, 0, 12).toArray();
    Sample units = Sample.ofColumns(new double[][] {age}, new double[][] {size}).rows(rows);
    assertThat(units.withoutRepeatedRows().warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.sentence()).contains("the same 12 told again"));
    Sample levels = Sample.ofColumns(new double[][] {age}, new double[][] {level}).rows(rows);
    assertThat(levels.withoutRepeatedRows()).isSameAs(levels);
  }

  private static double sale(SplittableRandom rng) {
    return rng.nextDouble() < 0.6 ? 0 : Math.exp(3 + rng.nextGaussian());
  }

  private static double[] rounded(int n, double step, DoubleSupplier values) {
    return IntStream.range(0, n)
        .mapToDouble(r -> step * Math.rint(values.getAsDouble() / step))
        .toArray();
  }

  private static void assertStays(double[] x, double[] y) {
    Sample sample = Sample.ofColumns(new double[][] {x}, new double[][] {y});
    assertThat(sample.withoutRepeatedRows()).isSameAs(sample);
    assertThat(sample.differentRows()).hasSize(sample.n());
  }
}
