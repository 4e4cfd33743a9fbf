package io.github.mist4j.table;

import static io.github.mist4j.table.MissingCells.DROP_ROWS;
import static io.github.mist4j.table.MissingCells.REFUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

final class TableFileTest {
  private static final List<String> X = List.of("x");
  private static final List<String> Y = List.of("y");

  @TempDir Path folder;

  /** Twenty rows, one cell of x replaced. */
  private TableFile table(int row, String cell) throws IOException {
    var text = new StringBuilder("y,x,town\n");
    IntStream.rangeClosed(1, 20)
        .forEach(
            r -> text.append("%s,%s,t%s\n".formatted(r, r == row ? cell : r * r + ".5e-1", r)));
    return TableFile.read(Files.writeString(folder.resolve("t.csv"), text));
  }

  private void assertRefused(int row, String cell, String sentence) throws IOException {
    TableFile table = table(row, cell);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.sample(X, Y, REFUSE))
        .withMessage(sentence);
  }

  @Test
  void theColumnsAreThoseOfTheFile() throws IOException {
    TableFile table = table(3, "-7");
    assertThat(table.columnNames()).containsExactly("y", "x", "town");
    assertThat(table.rowCount()).isEqualTo(20);
  }

  @Test
  @DisplayName("a Tablesaw table, to which case is nothing, has such columns under other names")
  void namesThatDifferInCase() throws IOException {
    String text = "Age,age,AGE,age_2\n" + "1,2,3,4\n5,6,7,9\n".repeat(10);
    TableFile file = TableFile.read(Files.writeString(folder.resolve("t.csv"), text));
    assertThat(file.sample(List.of("Age"), List.of("age"), REFUSE).y(0)).contains(2, 6);
    Table table = file.toTable();
    assertThat(table.columnNames()).containsExactly("Age", "age_3", "AGE_4", "age_2");
    assertThat(table.doubleColumn("AGE_4").get(0)).isEqualTo(3);
    assertThat(TableFile.readingOf(table))
        .element(1)
        .isEqualTo(
            "column 'age' is called 'age_3' here, as a Tablesaw table tells no upper case from"
                + " lower case");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "NA", "n/a", "NaN", "null", "*", "?", "-", ".", "None", "<NA>", "#N/A", "NaT", "nil"
      })
  void aMissingCellIsRefusedOrItsRowDropped(String missing) throws IOException {
    assertRefused(
        17,
        missing,
        "column 'x', row 17 is missing, every cell must hold a value; "
            + "MissingCells.DROP_ROWS (--drop-missing) leaves such rows out");
    Sample sample = table(17, missing).sample(X, Y, DROP_ROWS);
    assertThat(sample.n()).isEqualTo(19);
    assertThat(sample.warnings())
        .containsExactly(
            new Warning(
                Warning.Kind.ROWS_DROPPED, "1 of 20 rows dropped: a cell of x or y was missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "12 EUR", "0x1p3", "1f", "--", "true", "e"})
  void aCellThatIsNoNumberIsRefusedByRowAndText(String cell) throws IOException {
    assertRefused(
        20,
        cell.contains(",") ? '"' + cell + '"' : cell,
        ("column 'x' is text, as 1 of 20 cells is no number: '%s' in row 20; to take it as missing:"
                + " ReadOptions.withMissing(\"%<s\") (--missing \"%<s\"); to take all as names:"
                + " Mist.withNames (--nominal x)")
            .formatted(cell));
  }

  @Test
  void aTextColumnHoldsNames() throws IOException {
    Sample sample = table(1, "1").sample(X, List.of("town"), REFUSE);
    assertThat(sample.yKinds()).containsExactly(ColumnKind.NOMINAL);
    assertThat(sample.yLevels(0)).startsWith("t1", "t2", "t3").hasSize(20);
    assertThat(sample.warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.MANY_LEVELS);
  }

  @Test
  void numbersAreNamesWhereThatIsSaid() throws IOException {
    Sample sample = table(3, "007").withNames(X).sample(X, Y, REFUSE);
    assertThat(sample.xKinds()).containsExactly(ColumnKind.NOMINAL);
    assertThat(sample.xLevels(0)).contains("007");
    TableFile table = table(1, "1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.withNames(List.of("z")))
        .withMessageStartingWith("there is no column 'z'");
  }

  @Test
  void aMissingNameIsALevelWhereThatIsSaid() throws IOException {
    var text = new StringBuilder("x,y\n");
    IntStream.range(0, 20)
        .forEach(r -> text.append(r % 5 == 0 ? "," : "t" + r % 3 + ",").append(r).append("\n"));
    TableFile table = TableFile.read(Files.writeString(folder.resolve("m.csv"), text));
    assertThat(table.sample(X, Y, DROP_ROWS).n()).isEqualTo(16);
    Sample sample = table.sample(X, Y, MissingCells.AS_LEVEL);
    assertThat(sample.n()).isEqualTo(20);
    assertThat(sample.xLevels(0)).containsExactly("(missing)", "t1", "t2", "t0");
    assertThat(sample.warnings()).isEmpty();
  }

  @Test
  void codesAreWarnedOfAndStayNumbers() throws IOException {
    var text = new StringBuilder("y,x\n");
    int[] codes = {10115, 20095, 80331, 50667, 99084};
    IntStream.range(0, 20)
        .forEach(r -> text.append(r).append(",").append(codes[r % 5]).append("\n"));
    Sample sample =
        TableFile.read(Files.writeString(folder.resolve("z.csv"), text)).sample(X, Y, REFUSE);
    assertThat(sample.xKinds()).containsExactly(ColumnKind.NUMERIC);
    assertThat(sample.warnings())
        .containsExactly(
            new Warning(
                Warning.Kind.LOOKS_LIKE_CODES,
                "column 'x' is taken as numbers in order; if it holds codes,"
                    + " Mist.withNames (--nominal x) takes them as names"));
  }

  @Test
  void ninesFarFromOthersAreWarnedOf() throws IOException {
    var text = new StringBuilder("y,x\n");
    int[] answers = {1, 2, 3, 4, 5, 99};
    IntStream.range(0, 24)
        .forEach(r -> text.append(r).append(",").append(answers[r % 6]).append("\n"));
    Path file = Files.writeString(folder.resolve("s.csv"), text);
    assertThat(TableFile.read(file).sample(X, Y, REFUSE).warnings())
        .containsExactly(
            new Warning(
                Warning.Kind.LOOKS_LIKE_MISSING,
                "column 'x' holds 99 in 4 of 24 rows, far from all others: if it stands for a"
                    + " missing value, ReadOptions.withMissing(\"99\") (--missing 99) reads it"
                    + " so"));
    var options = ReadOptions.withDefaults().withMissing("99");
    assertThat(TableFile.read(file, options).sample(X, Y, DROP_ROWS).n()).isEqualTo(20);
    Path scores = Files.writeString(folder.resolve("p.csv"), text.toString().replace(",99", ",6"));
    assertThat(TableFile.read(scores).sample(X, Y, REFUSE).warnings()).isEmpty();
  }

  @Test
  void anInfiniteCellIsRefused() throws IOException {
    assertRefused(2, "-inf", "column 'x', row 2 is -Infinity, every cell must be a finite number");
  }

  @Test
  void trueAndFalseAreOneAndZero() throws IOException {
    var text = new StringBuilder("x,y\n");
    IntStream.range(0, 10)
        .forEach(r -> text.append("%s,%s\n".formatted(r % 2 == 0 ? "TRUE" : "false", r)));
    Path file = Files.writeString(folder.resolve("b.csv"), text);
    Sample sample = TableFile.read(file).sample(X, Y, REFUSE);
    assertThat(sample.x(0)).containsExactly(1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
    assertThat(sample.xKinds()).containsExactly(ColumnKind.BOOLEAN);
    assertThat(sample.yKinds()).containsExactly(ColumnKind.NUMERIC);
  }
}
