package io.github.mist4j.table;

import static io.github.mist4j.table.MissingCells.DROP_ROWS;
import static io.github.mist4j.table.MissingCells.REFUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.Mist;
import io.github.mist4j.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** A notebook, which reads a file as a table, and the command line agree cell for cell. */
final class OddFilesTest {
  private static final List<String> X = List.of("x");
  private static final List<String> Y = List.of("y");

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("odd.csv"), text);
  }

  /** A file of 24 rows: y counts, x is what stands in the cells by turns. */
  private static String turns(String... cells) {
    return text("y,x\n", row -> "%s,%s\n".formatted(row, cells[row % cells.length]));
  }

  private static String text(String header, IntFunction<String> line) {
    var text = new StringBuilder(header);
    IntStream.range(0, 24).forEach(row -> text.append(line.apply(row)));
    return text.toString();
  }

  static List<String> taken() {
    return List.of(
        turns("1", "2.5", "-3e-4", "+.5", "7.", "1E3"),
        turns("1", "2", "3"),
        turns("1", "", "2", "NA", "3", "n/a", "NaN", "4", "null", "*", "NULL", "5"),
        turns("true", "FALSE", "True"),
        turns("true", "", "false", "NA"),
        turns("0", "1"),
        turns("9007199254740993", "1", "123456789012345678901234567890"),
        turns("1e-320", "4.9e-324", "2"),
        turns(" 1 ", "\t2", "\"3\""),
        turns("", "", "1", "2", "3"), // Tablesaw's own reader looks at the first rows to guess
        text("\uFEFFy;x\r\n", row -> row + ";" + row % 5 + "\r\n"),
        text("y\tx\n\n", row -> row + "\t" + row % 5 + "\n\n"),
        text("y,x,note\n", row -> row + "," + row % 5 + ",\"a, \"\"b\"\"\nc\"\n"),
        turns("Ulm", "Bonn", "", "NA", "Köln"),
        turns("2024-01-31", "2024-02-28", "", "1969-12-31"),
        turns("2024-01-31", "2024-02-28T12:30", "2024-01-31 06:00:01"),
        text("y,x,when\n", row -> row + "," + row % 5 + ",2024-01-0" + (1 + row % 9) + "\n"));
  }

  @ParameterizedTest
  @MethodSource("taken")
  void bothGiveEqualSamples(String text) throws IOException {
    Path file = file(text);
    Sample ofFile = TableFile.read(file).sample(X, Y, DROP_ROWS);
    Sample ofTable = TableSample.of(Mist.read(file), X, Y, DROP_ROWS);
    assertThat(ofTable.x(0)).containsExactly(ofFile.x(0));
    assertThat(ofTable.y(0)).containsExactly(ofFile.y(0));
    assertThat(ofTable.xKinds()).isEqualTo(ofFile.xKinds());
    assertThat(ofTable.yKinds()).isEqualTo(ofFile.yKinds());
    assertThat(ofTable.warnings()).isEqualTo(ofFile.warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "inf", "-Infinity"})
  void bothRefuseACellInOneSentence(String cell) throws IOException {
    Path file = file(turns("1", "2", "3", cell));
    Table table = Mist.read(file);
    String sentence =
        "column 'x', row 4 is "
            + switch (cell) {
              case "" ->
                  "missing, every cell must hold a value;"
                      + " MissingCells.DROP_ROWS (--drop-missing) leaves such rows out";
              case "inf" -> "Infinity, every cell must be a finite number";
              default -> "-Infinity, every cell must be a finite number";
            };
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableFile.read(file).sample(X, Y, REFUSE))
        .withMessage(sentence);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSample.of(table, X, Y))
        .withMessage(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12 EUR", "0x1p3", "1f", "--", "true", "2024-01-01", "1_000"})
  void aWordAmongNumbersIsRefusedByBoth(String cell) throws IOException {
    Path file = file(turns("1", "2", "3", cell));
    Table table = Mist.read(file);
    assertThat(table.column("x").type()).isEqualTo(ColumnType.STRING);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableFile.read(file).sample(X, Y, REFUSE))
        .withMessageStartingWith("column 'x' is text, as 6 of 24 cells are no number: '");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSample.of(table, X, Y))
        .withMessageStartingWith("column 'x' is text, as 6 of 24 cells are no number: '");
  }

  @Test
  void aTableHasTheColumnsOfTheFileAndItsName() throws IOException {
    Table table =
        Mist.read(
            file("""
            count,size,sold,town
            1,1.5,true,Ulm
            2,,,NA
            ,2.5,false,
            """)
                .toString());
    assertThat(table.name()).isEqualTo("odd.csv");
    assertThat(table.types())
        .containsExactly(
            ColumnType.DOUBLE, ColumnType.DOUBLE, ColumnType.BOOLEAN, ColumnType.STRING);
    assertThat(printed(table, "count")).containsExactly("1", "2", "");
    assertThat(printed(table, "size")).containsExactly("1.5", "", "2.5");
    assertThat(table.booleanColumn("sold").asList()).containsExactly(true, null, false);
    assertThat(table.stringColumn("town").asList()).containsExactly("Ulm", "", "");
  }

  private static List<String> printed(Table table, String column) {
    return IntStream.range(0, table.rowCount()).mapToObj(table.column(column)::getString).toList();
  }

  @Test
  void aColumnWithoutAnyValueIsOneOfMissingNumbers() throws IOException {
    assertThat(Mist.read(file(turns("", "NA"))).column("x").type()).isEqualTo(ColumnType.DOUBLE);
  }
}
