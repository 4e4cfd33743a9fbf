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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTableTest {
  private static final List<String> X = List.of("x");
  private static final List<String> Y = List.of("y");

  @TempDir Path folder;

  /** Twenty rows, one cell of x replaced. */
  private CsvTable table(int row, String cell) throws IOException {
    var text = new StringBuilder("y,x,town\n");
    IntStream.rangeClosed(1, 20)
        .forEach(
            r -> text.append("%s,%s,t%s\n".formatted(r, r == row ? cell : r * r + ".5e-1", r)));
    return CsvTable.read(Files.writeString(folder.resolve("t.csv"), text));
  }

  private void assertRefused(int row, String cell, String sentence) throws IOException {
    CsvTable table = table(row, cell);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.sample(X, Y, REFUSE))
        .withMessage(sentence);
  }

  @Test
  void theColumnsAreThoseOfTheFile() throws IOException {
    CsvTable table = table(3, "-7");
    assertThat(table.columnNames()).containsExactly("y", "x", "town");
    assertThat(table.rowCount()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NA", "n/a", "NaN", "null", "*"})
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
  @ValueSource(strings = {"1,5", "12 EUR", "0x1p3", "1f", "-", "true", "e"})
  void aCellThatIsNoNumberIsRefusedByRowAndText(String cell) throws IOException {
    assertRefused(
        20,
        cell.contains(",") ? '"' + cell + '"' : cell,
        "column 'x', row 20 is '%s', X and Y take columns of numbers or of true and false"
            .formatted(cell));
  }

  @Test
  void aTextColumnIsRefusedByItsFirstCell() throws IOException {
    CsvTable table = table(1, "1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.sample(X, List.of("town"), REFUSE))
        .withMessage(
            "column 'town', row 1 is 't1', X and Y take columns of numbers or of true and false");
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
    Sample sample = CsvTable.read(file).sample(X, Y, REFUSE);
    assertThat(sample.x(0)).containsExactly(1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
    assertThat(sample.xKinds()).containsExactly(ColumnKind.BOOLEAN);
    assertThat(sample.yKinds()).containsExactly(ColumnKind.NUMERIC);
  }
}
