package io.github.mist4j.sample;

import static io.github.mist4j.sample.ColumnKind.BOOLEAN;
import static io.github.mist4j.sample.ColumnKind.NUMERIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class SampleTest {
  private static final double[] RENT = parts(3, 5, 1);
  private static final double[] FOOD = parts(1, 13, 5);
  private static final double[] SPENT =
      IntStream.range(0, RENT.length).mapToDouble(r -> RENT[r] + FOOD[r]).toArray();

  private static double[] parts(int first, int factor, int more) {
    return DoubleStream.iterate(first, v -> (v * factor + more) % 64).limit(60).toArray();
  }

  private static final double[] UP = DoubleStream.iterate(1, v -> v + 1).limit(12).toArray();
  private static final double[] DOWN = DoubleStream.iterate(12, v -> v - 1).limit(12).toArray();

  private static void assertRefused(String sentence, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
  }

  private static double[] with(double[] column, int row, double value) {
    double[] changed = column.clone();
    changed[row] = value;
    return changed;
  }

  private static Sample named(List<String> x, List<String> y) {
    return Sample.ofColumns(
        x,
        x.stream().map(name -> UP).toArray(double[][]::new),
        y,
        y.stream().map(name -> DOWN).toArray(double[][]::new));
  }

  @Test
  @DisplayName("rows and columns make the same sample, and later changes do not reach it")
  void rowsAndColumnsAgree() {
    var rows = new double[12][];
    Arrays.setAll(rows, r -> new double[] {UP[r], DOWN[r]});
    var y = new double[12][];
    Arrays.setAll(y, r -> new double[] {UP[r] * UP[r]});
    Sample sample = Sample.ofRows(rows, y);
    rows[0][0] = 99;
    sample.x(1)[0] = 99;
    assertThat(sample.x(0)).isEqualTo(UP);
    assertThat(sample.x(1)).isEqualTo(DOWN);
    assertThat(sample.swapped().y(0)).isEqualTo(UP);
    assertThat(sample.toString()).isEqualTo("Sample of 12 rows, X = [x1, x2], Y = [y1]");
  }

  @Test
  @DisplayName("a cell that is not a finite number is named by column, row and value")
  void nonFiniteCellsAreNamed() {
    assertRefused(
        "column 'y1', row 3 is NaN, every cell must be a finite number",
        () -> Sample.ofColumns(new double[][] {UP}, new double[][] {with(DOWN, 2, Double.NaN)}));
    assertRefused(
        "column 'x1', row 1 is -Infinity, every cell must be a finite number",
        () ->
            Sample.ofColumns(
                new double[][] {with(UP, 0, Double.NEGATIVE_INFINITY)}, new double[][] {DOWN}));
  }

  @Test
  @DisplayName("constant columns, few rows, ragged rows and unequal lengths are refused")
  void shapesAreChecked() {
    assertRefused(
        "column 'x1' is constant, every row is 3.0; a constant column holds no information",
        () ->
            Sample.ofColumns(
                new double[][] {new double[] {3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3}},
                new double[][] {DOWN}));
    assertRefused(
        "a sample needs at least 10 rows, had 1",
        () -> Sample.ofColumns(new double[][] {{1}}, new double[][] {{1}}));
    assertRefused(
        "a sample needs at least 10 rows, X had 0",
        () -> Sample.ofRows(new double[0][], new double[0][]));
    assertRefused(
        "columns must be of one length, 'x1' has 12 rows and 'y1' has 11",
        () -> Sample.ofColumns(new double[][] {UP}, new double[][] {Arrays.copyOf(DOWN, 11)}));
    var ragged = new double[12][1];
    ragged[4] = new double[] {1, 2};
    assertRefused(
        "rows of X must be of one length, row 1 has 1 values and row 5 has 2",
        () -> Sample.ofRows(ragged, ragged));
    assertRefused(
        "X needs at least one column, had none",
        () -> Sample.ofColumns(new double[0][], new double[][] {DOWN}));
    assertRefused("X must be given, was null", () -> Sample.ofRows(null, new double[0][]));
  }

  @Test
  @DisplayName("a name may stand once")
  void namesAreUnique() {
    assertRefused(
        "column 'a' stands twice in X, a column may stand once",
        () -> named(List.of("a", "a"), List.of("b")));
    assertRefused(
        "column 'a' stands in both X and Y, a column may stand once",
        () -> named(List.of("a"), List.of("b", "a")));
  }

  @Test
  @DisplayName("columns are numbers unless their kinds are given, and kinds go where columns go")
  void kindsGoWithTheirColumns() {
    double[] odd = Arrays.stream(UP).map(v -> v % 2).toArray();
    double[] mirrored = Arrays.stream(UP).map(v -> -v).toArray();
    Sample numbers =
        Sample.ofColumns(
            List.of("up", "mirrored", "odd"),
            new double[][] {UP, mirrored, odd},
            List.of("y"),
            new double[][] {DOWN});
    assertThat(numbers.xKinds()).containsOnly(NUMERIC).hasSize(3);
    assertThat(numbers.yKinds()).containsExactly(NUMERIC);
    Sample sample = numbers.withKinds(List.of(NUMERIC, NUMERIC, BOOLEAN), List.of(NUMERIC));
    assertThat(sample.xKinds()).containsExactly(NUMERIC, NUMERIC, BOOLEAN);
    assertThat(sample.swapped().yKinds()).isEqualTo(sample.xKinds());
    assertThat(sample.withWarning(new Warning(Warning.Kind.ROWS_DROPPED, "w")).xKinds())
        .isEqualTo(sample.xKinds());
    assertThat(sample.rows(IntStream.range(0, 10).toArray()).xKinds()).isEqualTo(sample.xKinds());
    Sample less = sample.withoutRedundantColumns();
    assertThat(less.xNames()).containsExactly("up", "odd");
    assertThat(less.xKinds()).containsExactly(NUMERIC, BOOLEAN);
  }

  @Test
  @DisplayName("kinds that do not fit the columns are refused")
  void kindsFitTheColumns() {
    Sample sample = named(List.of("a"), List.of("b"));
    assertRefused(
        "X has 1 columns but 2 kinds",
        () -> sample.withKinds(List.of(NUMERIC, NUMERIC), List.of(NUMERIC)));
    assertRefused(
        "kinds of Y must be given, was null", () -> sample.withKinds(List.of(NUMERIC), null));
    assertRefused(
        "the kind of column 'a' is null",
        () -> sample.withKinds(Arrays.asList((ColumnKind) null), List.of(NUMERIC)));
    assertRefused(
        "column 'a', row 2 is 2.0, a boolean column holds 0 and 1",
        () -> sample.withKinds(List.of(BOOLEAN), List.of(NUMERIC)));
  }

  @Test
  @DisplayName("copies are strictly monotone maps, up or down, with the same ties")
  void copiesAreLeftOut() {
    double[] thirds = Arrays.stream(UP).map(v -> v % 3).toArray();
    double[] mirrored = Arrays.stream(thirds).map(v -> -Math.exp(v)).toArray();
    double[] nearly = with(mirrored, 3, 100);
    Sample sample =
        Sample.ofColumns(
            List.of("up", "down", "thirds", "mirrored", "nearly"),
            new double[][] {UP, DOWN, thirds, mirrored, nearly},
            List.of("y"),
            new double[][] {UP});
    Sample less =
        sample
            .withWarning(new Warning(Warning.Kind.ROWS_DROPPED, "before"))
            .withoutRedundantColumns();
    assertThat(less.xNames()).containsExactly("up", "thirds", "nearly");
    assertThat(less.x(2)).containsExactly(nearly);
    assertThat(less.yNames()).containsExactly("y");
    assertThat(leftOut(less))
        .containsExactly(
            "before",
            "column 'mirrored' follows from 'thirds' and was left out: it says nothing more",
            "column 'down' follows from 'up' and was left out: it says nothing more");
  }

  @Test
  @DisplayName("classes of a column follow from it, wherever they stand, unless that may be chance")
  void classesAreLeftOut() {
    double[] age = DoubleStream.iterate(0, v -> (v + 7) % 40).limit(40).toArray();
    double[] decade = Arrays.stream(age).map(v -> Math.floor(v / 10)).toArray();
    double[] young = Arrays.stream(age).map(v -> v < 15 ? 1 : 0).toArray();
    double[] oldest = Arrays.stream(age).map(v -> v < 39 ? 0 : 1).toArray();
    double[] nearly = with(decade, 0, 2);
    Sample sample =
        Sample.ofColumns(
            List.of("young", "decade", "age", "oldest", "nearly"),
            new double[][] {young, decade, age, oldest, nearly},
            List.of("y"),
            new double[][] {age});
    Sample less = sample.withoutRedundantColumns();
    assertThat(less.xNames()).containsExactly("age", "oldest", "nearly");
    assertThat(leftOut(less))
        .containsExactly(
            "column 'decade' follows from 'age' and was left out: it says nothing more",
            "column 'young' follows from 'age' and was left out: it says nothing more");
  }

  @Test
  @DisplayName("of parts that add up one is left out, with the names of the others")
  void partsAreLeftOut() {
    Sample sample =
        Sample.ofColumns(
            List.of("y"),
            new double[][] {RENT},
            List.of("rent", "spent", "food"),
            new double[][] {RENT, SPENT, FOOD});
    Sample less = sample.withoutRedundantColumns();
    assertThat(less.yNames()).containsExactly("rent", "food");
    assertThat(leftOut(less))
        .containsExactly(
            "column 'spent' follows from 'rent', 'food' and was left out: it says nothing more");
  }

  private static List<String> leftOut(Sample sample) {
    return sample.warnings().stream()
        .filter(warning -> warning.kind() != Warning.Kind.FOLLOWS_EXACTLY)
        .map(Warning::sentence)
        .toList();
  }

  @Test
  @DisplayName("a measure that follows from the other side stays, with a warning; levels have none")
  void totalsOfTheOtherSide() {
    Sample sample =
        Sample.ofColumns(
            List.of("rent", "food"),
            new double[][] {RENT, FOOD},
            List.of("spent"),
            new double[][] {SPENT});
    Sample less = sample.withoutRedundantColumns();
    assertThat(less.yNames()).containsExactly("spent");
    assertThat(less.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.kind()).isEqualTo(Warning.Kind.FOLLOWS_EXACTLY))
        .satisfies(
            w -> assertThat(w.sentence()).startsWith("column 'spent' follows from 'rent', "));
    double[] many = Arrays.stream(RENT).map(v -> v % 4).toArray();
    Sample levels = Sample.ofColumns(new double[][] {many}, new double[][] {many});
    assertThat(levels.withoutRedundantColumns().warnings()).isEmpty();
  }
}
