package io.github.mist4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvFileTest {
  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text);
  }

  private void assertRefused(Path file, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvFile.read(file))
        .withMessage(sentence.replace("FILE", folder.resolve("t.csv").toString()));
  }

  @Test
  void cellsAreReadWithQuotesSpacesAndWindowsLines() throws IOException {
    CsvFile csv = CsvFile.read(write("a, b ,\"c,\"\"d\"\"\"\r\n1,,\"two\nlines\"\r\n\r\n4,5,6"));
    assertThat(csv.header()).containsExactly("a", "b", "c,\"d\"");
    assertThat(csv.rows()).isEqualTo(2);
    assertThat(csv.cell(0, 0)).isEqualTo("1");
    assertThat(csv.cell(0, 1)).isEmpty();
    assertThat(csv.cell(0, 2)).isEqualTo("two\nlines");
    assertThat(csv.cell(1, 2)).isEqualTo("6");
    assertThat(csv.lineNumber(1)).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a;b|1,5;2", "a\tb|1,5\t2"})
  void semicolonsOrTabsSeparateWhereTheHeaderHasNoComma(String header, String row)
      throws IOException {
    CsvFile csv = CsvFile.read(write(header.replace("\\t", "\t") + "\n" + row + "\n"));
    assertThat(csv.header()).containsExactly("a", "b");
    assertThat(csv.cell(0, 0)).isEqualTo("1,5");
  }

  @Test
  void aLineOfEmptyCellsIsARowButABlankLineIsNone() throws IOException {
    assertThat(CsvFile.read(write("a\tb\n\t\n\n1\t2\n")).rows()).isEqualTo(2);
  }

  @Test
  void theMarkOfExcelAndNamelessColumnsAreUnderstood() throws IOException {
    assertThat(CsvFile.read(write("\uFEFF,a\n1,2\n")).header()).containsExactly("C0", "a");
  }

  @Test
  void manyLinesAndCellsAreRead() throws IOException {
    CsvFile csv = CsvFile.read(write("a,b,c\n" + "1,2,3\n".repeat(5000)));
    assertThat(csv.rows()).isEqualTo(5000);
    assertThat(csv.cell(4999, 2)).isEqualTo("3");
    assertThat(csv.lineNumber(4999)).isEqualTo(5001);
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertRefused(folder.resolve("t.csv"), "there is no file FILE");
  }

  @Test
  void aFolderIsRefused() throws IOException {
    assertRefused(Files.createDirectory(folder.resolve("t.csv")), "FILE is a folder, not a file");
  }

  @Test
  void emptyFilesAndBareHeadersAreRefused() throws IOException {
    assertRefused(write(""), "FILE is empty");
    assertRefused(write("\n\n"), "FILE is empty");
    assertRefused(write("a,b\n"), "FILE has a header but no rows");
  }

  @Test
  void raggedLinesAreRefusedByNumber() throws IOException {
    assertRefused(write("a,b\n1,2\n1\n3,4\n"), "FILE, line 3 has 1 cell, the header has 2");
    assertRefused(write("a,b\n1,2,3\n"), "FILE, line 2 has 3 cells, the header has 2");
  }

  @Test
  void aLastLineThatIsCutIsCalledTruncated() throws IOException {
    assertRefused(
        write("a,b\n1,2\n3"),
        "FILE, line 3 has 1 cell, the header has 2; the file seems to be truncated");
  }

  @Test
  void quotesThatDoNotCloseOrGoOnAreRefused() throws IOException {
    assertRefused(write("a,b\n1,\"2\n3,4\n"), "FILE, line 2: a quote is opened and never closed");
    assertRefused(
        write("a,b\n1,\"2\"3\n"), "FILE, line 2: a cell goes on behind its closing quote");
  }

  @Test
  void aNameThatStandsTwiceIsRefused() throws IOException {
    assertRefused(
        write("a,b,a\n1,2,3\n"),
        "FILE names two columns 'a', the 1. and the 3.; a name may stand once");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    assertRefused(
        Files.write(folder.resolve("t.csv"), new byte[] {'P', 'K', 3, 4, 0, 0}),
        "FILE is not a text file: it holds a zero byte");
    assertRefused(
        Files.write(folder.resolve("t.csv"), "a,b\n1,é\n".getBytes(StandardCharsets.ISO_8859_1)),
        "FILE, line 2 is not UTF-8 text: save the file with this encoding");
  }

  @Test
  void aBackslashBeforeAQuoteIsAnEscapeOrThePathOfAFolder() throws IOException {
    CsvFile escaped = CsvFile.read(write("a,b\n\"say \\\"hi\\\"\",1\n\"\\\"so\\\", he said\",2\n"));
    assertThat(escaped.cell(0, 0)).isEqualTo("say \"hi\"");
    assertThat(escaped.cell(1, 0)).isEqualTo("\"so\", he said");
    CsvFile folders = CsvFile.read(write("a,b\n\"C:\\temp\\\",1\n"));
    assertThat(folders.cell(0, 0)).isEqualTo("C:\\temp\\");
  }

  @Test
  void oldMacintoshLinesAreLines() throws IOException {
    CsvFile csv = CsvFile.read(write("a,b\r1,2\r3,4"));
    assertThat(csv.rows()).isEqualTo(2);
    assertThat(csv.lineNumber(1)).isEqualTo(3);
  }

  @Test
  void whatALineQuotesIsReadBack() throws IOException {
    List<String> cells = List.of("plain", "com,ma", "quo\"te", "li\nne");
    CsvFile csv = CsvFile.read(write("a,b,c,d\n" + CsvFile.line(cells.toArray())));
    for (int c = 0; c < cells.size(); c++) {
      assertThat(csv.cell(0, c)).isEqualTo(cells.get(c));
    }
  }
}
