package io.github.mist4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

final class TableSampleTest {
  private static final int N = 12;

  private final Table homes = homes();

  private static Table homes() {
    Table table =
        Table.create(
            "homes",
            DoubleColumn.create("price", N),
            IntColumn.create("rooms", N),
            LongColumn.create("area", N),
            ShortColumn.create("floor", N),
            FloatColumn.create("age", N),
            BooleanColumn.create("garden", N),
            StringColumn.create("town", N),
            DateColumn.create("sold", N));
    for (int row = 0; row < N; row++) {
      table.doubleColumn("price").set(row, row * 1.5);
      table.intColumn("rooms").set(row, row % 4);
      table.longColumn("area").set(row, 1L << row);
      table.shortColumn("floor").set(row, (short) (row % 3));
      table.floatColumn("age").set(row, row / 2f);
      table.booleanColumn("garden").set(row, row % 2 == 0);
      table.stringColumn("town").set(row, "t" + row);
      table.dateColumn("sold").set(row, LocalDate.EPOCH.plusDays(row));
    }
    return table;
  }

  private void assertRefused(List<String> x, List<String> y, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSample.of(homes, x, y))
        .withMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rooms", "area", "floor", "age"})
  void columnsOfEveryKindOfNumberAreTakenAsTheyAre(String name) {
    Sample sample = TableSample.of(homes, List.of(name), List.of("price"));
    assertThat(sample.x(0)).containsExactly(homes.numberColumn(name).asDoubleArray());
    assertThat(sample.xNames()).containsExactly(name);
    assertThat(sample.warnings()).isEmpty();
  }

  @Test
  void booleansAreTakenAsZeroAndOne() {
    Sample sample = TableSample.of(homes, List.of("garden"), List.of("price"));
    assertThat(sample.xKinds()).containsExactly(ColumnKind.BOOLEAN);
    assertThat(sample.yKinds()).containsExactly(ColumnKind.NUMERIC);
    assertThat(sample.x(0))
        .containsExactly(IntStream.range(0, N).mapToDouble(row -> (row + 1) % 2).toArray());
  }

  @Test
  void textHoldsNamesAndDatesHaveTheirOrder() {
    Sample sample = TableSample.of(homes, List.of("town", "sold"), List.of("price"));
    assertThat(sample.xKinds()).containsExactly(ColumnKind.NOMINAL, ColumnKind.NUMERIC);
    assertThat(sample.xLevels(0)).startsWith("t0", "t1").hasSize(N);
    assertThat(sample.x(1)).startsWith(0, 1, 2).hasSize(N);
  }

  @Test
  void numbersAreNamesWhereThatIsSaid() {
    Table named = TableSample.withNames(homes, "rooms");
    Sample sample = TableSample.of(named, List.of("rooms"), List.of("price"));
    assertThat(sample.xKinds()).containsExactly(ColumnKind.NOMINAL);
    assertThat(sample.xLevels(0)).containsExactly("0", "1", "2", "3");
    assertThat(homes.column("rooms")).isInstanceOf(IntColumn.class);
  }

  @Test
  void oneNameInEveryRowIsRefused() {
    homes.stringColumn("town").set(Selection.withRange(0, N), "Ulm");
    assertRefused(
        List.of("town"),
        List.of("price"),
        "column 'town' is constant, every row is Ulm; a constant column holds no information");
  }

  @Test
  void aMissingColumnIsRefusedWithTheNearestNameAndAllOthers() {
    assertRefused(
        List.of("Rooms"),
        List.of("price"),
        "there is no column 'Rooms', did you mean 'rooms'; "
            + "the columns are price, rooms, area, floor, age, garden, town, sold");
    assertRefused(
        List.of("zebra"),
        List.of("price"),
        "there is no column 'zebra'; "
            + "the columns are price, rooms, area, floor, age, garden, town, sold");
  }

  @Test
  void onlyTheFirstOfManyColumnsAreListed() {
    List<String> names = IntStream.range(0, 30).mapToObj(i -> "column" + i).toList();
    assertThat(new MissingColumn("x", names).toString())
        .isEqualTo(
            "there is no column 'x'; the columns are "
                + String.join(", ", names.subList(0, 12))
                + " and 18 more");
  }

  @Test
  void aMissingCellIsRefusedWithItsRowAndTheWayOut() {
    homes.intColumn("rooms").setMissing(4);
    assertRefused(
        List.of("age", "rooms"),
        List.of("price"),
        "column 'rooms', row 5 is missing, every cell must hold a value; "
            + "MissingCells.DROP_ROWS (--drop-missing) leaves such rows out");
    homes.stringColumn("town").setMissing(2);
    assertRefused(
        List.of("age", "town"),
        List.of("price"),
        "column 'town', row 3 is missing, every cell must hold a value; "
            + "MissingCells.DROP_ROWS (--drop-missing) leaves such rows out, "
            + "MissingCells.AS_LEVEL (--missing-as-level) takes what is missing for a name");
  }

  @Test
  void droppedRowsAreCountedInAWarning() {
    homes.intColumn("rooms").setMissing(4);
    homes.booleanColumn("garden").setMissing(0);
    Sample sample =
        TableSample.of(homes, List.of("rooms", "garden"), List.of("price"), MissingCells.DROP_ROWS);
    assertThat(sample.n()).isEqualTo(N - 2);
    assertThat(sample.y(0)).startsWith(1.5, 3, 4.5, 7.5);
    assertThat(sample.warnings())
        .containsExactly(
            new Warning(
                Warning.Kind.ROWS_DROPPED, "2 of 12 rows dropped: a cell of x or y was missing"));
  }

  @Test
  void nothingIsSaidWhereNoRowIsDropped() {
    assertThat(
            TableSample.of(homes, List.of("rooms"), List.of("price"), MissingCells.DROP_ROWS)
                .warnings())
        .isEmpty();
  }

  @Test
  void aSampleOfWhichTooFewRowsAreLeftIsRefused() {
    IntStream.range(0, 3).forEach(row -> homes.intColumn("rooms").setMissing(row));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TableSample.of(homes, List.of("rooms"), List.of("price"), MissingCells.DROP_ROWS))
        .withMessage(
            "a sample needs at least 10 rows, only 9 of 12 have a value in every column of x and"
                + " y");
  }

  @Test
  void anInfiniteCellIsRefusedByItsRowInTheTable() {
    homes.doubleColumn("price").set(6, Double.NEGATIVE_INFINITY);
    homes.intColumn("rooms").setMissing(0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TableSample.of(homes, List.of("rooms"), List.of("price"), MissingCells.DROP_ROWS))
        .withMessage("column 'price', row 7 is -Infinity, every cell must be a finite number");
  }

  @Test
  void namesAreCheckedBeforeAnythingElse() {
    assertRefused(List.of(), List.of("price"), "X needs at least one column name, had none");
    assertRefused(List.of("price"), null, "Y must be a list of column names, was null");
    assertRefused(
        Arrays.asList("rooms", null), List.of("price"), "X must hold column names, one was null");
    assertRefused(
        List.of("age", "age"),
        List.of("price"),
        "column 'age' stands twice in X, a column may stand once");
    assertRefused(
        List.of("age", "price"),
        List.of("price"),
        "column 'price' stands in both X and Y, a column may stand once");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSample.of(null, List.of("a"), List.of("b")))
        .withMessage("table must be given, was null");
  }
}
