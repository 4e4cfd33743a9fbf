package io.github.mist4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.Mist;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.RankMargin;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.table.Selection.Criterion;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

final class SelectionTest {
  private static final int ROWS = 150;

  /** y of a, bent, and b; near repeats a; six columns of noise. */
  private static Table table(long seed) {
    var rng = new SplittableRandom(seed);
    var columns = new double[10][ROWS];
    for (int r = 0; r < ROWS; r++) {
      for (double[] column : columns) {
        column[r] = rng.nextGaussian();
      }
      columns[2][r] = columns[0][r] + 0.5 * columns[2][r];
      columns[9][r] = Math.exp(columns[0][r]) + 1.5 * columns[1][r] + 0.7 * columns[9][r];
    }
    String[] names = {"a", "b", "near", "n1", "n2", "n3", "n4", "n5", "n6", "y"};
    var table = Table.create("select");
    for (int c = 0; c < names.length; c++) {
      table.addColumns(DoubleColumn.create(names[c], columns[c]));
    }
    return table;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("what adds is selected, noise is not; by information what repeats is not either")
  void whatAddsIsSelected(Criterion criterion) {
    Selection selection = Mist.select(table(1), "y", 6, criterion);
    assertThat(selection.names())
        .contains("a", "b")
        .isSubsetOf(criterion == Criterion.MRMR ? List.of("a", "b", "near") : List.of("a", "b"));
    assertThat(selection.steps())
        .allSatisfy(step -> assertThat(step.gain()).isGreaterThan(0.02))
        .allSatisfy(step -> assertThat(step.pValue()).isLessThan(0.05));
    List<String> two = selection.names().subList(0, 2);
    double both = Mist.estimator().estimate(TableSample.of(table(1), two, List.of("y"))).value();
    assertThat(selection.steps().get(1).estimate().value()).isEqualTo(both);
    assertThat(selection.notes()).containsExactly("no other column was found to add to these");
    assertThat(Pictures.of(selection).title()).isEqualTo("Columns selected for y");
  }

  @Test
  @DisplayName("no more than asked for are selected; a stop leaves those selected so far")
  void itEnds() {
    Selection one = Mist.select(table(1), "y", 1);
    assertThat(one.steps()).hasSize(1);
    assertThat(one.notes()).isEmpty();
    Selection none =
        Selection.of(
            table(1),
            "y",
            3,
            Criterion.MRMR,
            Mist.estimator(),
            EstimateOptions.withDefaults()
                .withProgress(ProgressListener.NONE.stoppedBy(() -> true)));
    assertThat(none.steps()).isEmpty();
    assertThat(none.notes()).containsExactly("stopped after 0 columns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.select(table(1), "y", 0))
        .withMessage("most must be at least 1 column, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.select(table(1), "z", 1))
        .withMessageContaining("'z'");
  }

  @Test
  @DisplayName("a column with many missing cells is left out, others cost their rows")
  void missingCells() {
    Table table = table(1);
    IntStream.range(0, 40).forEach(r -> table.doubleColumn("a").setMissing(r));
    table.doubleColumn("b").setMissing(7);
    Selection selection = Mist.select(table, "y", 1);
    assertThat(selection.steps().get(0).estimate().n()).isEqualTo(ROWS - 1);
    assertThat(selection.notes())
        .containsExactly(
            "column 'a' is left out: 40 of 150 rows have no value",
            "149 of 150 rows have a value in every column that takes part");
  }

  @Test
  @DisplayName(
      "given a common cause, two columns are independent: p-values are below 0.05 in about 5% of"
          + " 2,000 draws, and small where they depend on each other as well")
  void whatIsLeftIsTested() {
    int below = 0;
    for (int draw = 0; draw < 2000; draw++) {
      below += pValue(draw, 0) < 0.05 ? 1 : 0;
    }
    assertThat(below).isBetween(60, 140); // 100 expected; 4 standard errors are 39
    assertThat(pValue(0, 0.7)).isLessThan(1e-4);
  }

  @Test
  @DisplayName(
      "after names a column that only follows the same names adds nothing, and one that follows"
          + " from them is left out; one that says something else is selected")
  void whatNamesSayIsTakenAway() {
    int n = 600;
    var rng = new SplittableRandom(3);
    double[][] ofTown = new double[2][25];
    Arrays.stream(ofTown).forEach(of -> Arrays.setAll(of, t -> rng.nextGaussian()));
    int[] town = rng.ints(n, 0, 25).toArray();
    double[] near =
        IntStream.of(town).mapToDouble(t -> ofTown[0][t] + rng.nextGaussian()).toArray();
    double[] own = IntStream.range(0, n).mapToDouble(r -> rng.nextGaussian()).toArray();
    double[] y =
        IntStream.range(0, n)
            .mapToDouble(r -> ofTown[0][town[r]] + own[r] + 0.5 * rng.nextGaussian())
            .toArray();
    Table table =
        Table.create(
            StringColumn.create("town", IntStream.of(town).mapToObj(t -> "T" + t).toList()),
            DoubleColumn.create(
                "area", IntStream.of(town).mapToDouble(t -> ofTown[1][t]).toArray()),
            DoubleColumn.create("near", near),
            DoubleColumn.create("own", own),
            DoubleColumn.create("y", y));
    Selection selection = Mist.select(table, "y", 4);
    assertThat(selection.names()).containsExactlyInAnyOrder("town", "own");
    assertThat(selection.notes())
        .containsExactly(
            "column 'area' is left out: it follows from 'town'",
            "no other column was found to add to these");
  }

  @Test
  @DisplayName(
      "rows that stand again are counted once in the p-value too: of independent columns"
          + " of a bootstrap sample none is selected, and what y depends on is")
  void repeatedRowsAreCountedOnce() {
    for (int seed = 0; seed < 5; seed++) {
      var rng = new SplittableRandom(seed);
      double[][] cells = new double[4][150];
      Arrays.stream(cells).forEach(of -> Arrays.setAll(of, r -> rounded(rng.nextGaussian())));
      Arrays.setAll(cells[3], r -> rounded(cells[0][r] + rng.nextGaussian()));
      int[] rows = rng.ints(450, 0, 150).toArray();
      Table table = Table.create("again");
      for (int c = 0; c < cells.length; c++) {
        double[] column = cells[c];
        table.addColumns(
            DoubleColumn.create("c" + c, IntStream.of(rows).mapToDouble(r -> column[r]).toArray()));
      }
      assertThat(Mist.select(table, "c3", 3).names()).containsExactly("c0");
      assertThat(Mist.select(table.removeColumns("c0"), "c3", 3).names()).isEmpty();
    }
  }

  @Test
  @DisplayName(
      "walks that do not depend on each other: as rows of their own nearly all say something, in"
          + " blocks hardly any, and what the target is made of is selected all the same")
  void rowsInTimeStayTogether() {
    int n = 600;
    int rows = 0;
    int blocks = 0;
    int zeros = 0;
    for (int seed = 0; seed < 6; seed++) {
      var rng = new SplittableRandom(seed);
      double[] x = series(n, rng);
      double[] y = series(n, rng);
      double[] sum = IntStream.range(0, n).mapToDouble(r -> x[r] + 0.5 * y[r]).toArray();
      Table apart = Table.create(DoubleColumn.create("x", x), DoubleColumn.create("y", y));
      Table together = Table.create(DoubleColumn.create("x", x), DoubleColumn.create("y", sum));
      var options = EstimateOptions.withDefaults().withBlockLength(40);
      rows += Mist.select(apart, "y", 1).names().size();
      blocks += Mist.select(apart, "y", 1, options).names().size();
      assertThat(Mist.select(together, "y", 1, options).names()).containsExactly("x");
      Screening.Feature screened = Mist.screen(apart, "y", options).features().get(0);
      boolean fromZero = screened.estimate().interval().orElseThrow().lower() == 0;
      assertThat(fromZero || screened.pValue() <= 0.05).isTrue();
      zeros += fromZero ? 1 : 0;
    }
    assertThat(zeros).isGreaterThanOrEqualTo(4);
    assertThat(rows).isGreaterThanOrEqualTo(4);
    assertThat(blocks).isLessThanOrEqualTo(2); // 0.3 expected at level 0.05
  }

  /** Each value remembers nine tenths of the one before. */
  private static double[] series(int n, SplittableRandom rng) {
    var values = new double[n];
    for (int r = 1; r < n; r++) {
      values[r] = 0.9 * values[r - 1] + rng.nextGaussian();
    }
    return values;
  }

  private static double rounded(double value) {
    return Math.rint(value * 100) / 100;
  }

  private static double pValue(long seed, double shared) {
    int n = 100;
    var rng = new SplittableRandom(seed);
    var columns = new double[3][n];
    for (int r = 0; r < n; r++) {
      double cause = rng.nextGaussian();
      double other = rng.nextGaussian();
      columns[0][r] = cause;
      columns[1][r] = cause + other;
      columns[2][r] = cause * cause + shared * other + 0.5 * rng.nextGaussian();
    }
    RankMargin.Given given = RankMargin.given(new double[][] {columns[0]});
    return given
        .restOf(columns[1], RandomStreams.of(seed, 1))
        .pValue(given.restOf(columns[2], RandomStreams.of(seed, 2)), () -> false);
  }
}
