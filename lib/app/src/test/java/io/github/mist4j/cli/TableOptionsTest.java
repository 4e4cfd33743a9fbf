package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line reads as the notebook does, says how, and can be told otherwise. */
final class TableOptionsTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Runs an estimate of x and y, quickly. */
  private int estimate(String file, String... more) {
    String[] words = {"estimate", file, "--x", "x", "--y", "y", "--method", "cca", "--halves", "0"};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Mist4j.commandLine(Methods::known)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private static String table(String line) {
    return IntStream.range(0, 20)
        .mapToObj(r -> line.formatted(r, r * r % 7))
        .collect(Collectors.joining("\n", "x;y\n", "\n"));
  }

  private String file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private String file(String text) throws IOException {
    return file("t.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void howAFileWasReadIsALineOnStderr() throws IOException {
    String csv = file(table("%d,5;%d"));
    assertThat(estimate(csv)).isZero();
    assertThat(err.toString().lines())
        .containsExactly(csv + ": 20 rows, 2 columns, UTF-8, separated by ';', decimal sign ','");
    assertThat(out.toString()).contains("n = 20").hasLineCount(1);
  }

  @Test
  void aPackedFileAndTheStandardInputAreRead() throws IOException {
    assertThat(estimate(file("t.csv.gz", packed(table("%d;%d"))))).isZero();
    InputStream before = System.in;
    for (byte[] bytes :
        new byte[][] {table("%d;%d").getBytes(StandardCharsets.UTF_8), packed(table("%d;%d"))}) {
      System.setIn(new ByteArrayInputStream(bytes));
      try {
        assertThat(estimate("-")).isZero();
      } finally {
        System.setIn(before);
      }
    }
    assertThat(out.toString().lines().distinct()).hasSize(1);
    assertThat(err.toString()).contains("\nstandard input: 20 rows, 2 columns, UTF-8");
  }

  @Test
  void aWordAmongNumbersIsRefusedAndCanBeMissing() throws IOException {
    String csv = file(table("%d;%d") + "unknown;3\n");
    assertThat(estimate(csv)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "mist4j: column 'x' is text, as 1 of 21 cells is no number: 'unknown' in row 21")
        .hasLineCount(1);
    assertThat(estimate(csv, "--missing", "unknown", "--drop-missing")).isZero();
    assertThat(out.toString()).contains("n = 20");
  }

  @Test
  void everyOptionIsTaken() throws IOException {
    String text = table("%d:5|%d").replace(";", "|").replace(':', ',') + "nix|2\n";
    String csv = file("t.txt", text.getBytes(Charset.forName("UTF-16LE")));
    assertThat(
            estimate(
                csv,
                "--separator",
                "|",
                "--decimal",
                ",",
                "--encoding",
                "UTF-16LE",
                "--not-missing",
                "-",
                "--missing",
                "nix",
                "--drop-missing"))
        .isZero();
    assertThat(err.toString())
        .contains("UTF-16LE, separated by '|', decimal sign ','")
        .contains("1 cell missing (nix)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--separator ab|--separator must be one character or tab, was 'ab'",
        "--decimal :|decimal must be '.' or ',', was ':'",
        "--encoding klingon|--encoding must be the name of an encoding, UTF-8 or windows-1252 for"
            + " instance, was 'klingon'",
        "--day-first --month-first|either --day-first or --month-first may be given, not both"
      })
  void wrongOptionsAreOneSentence(String options, String sentence) throws IOException {
    assertThat(estimate(file(table("%d;%d")), options.split(" "))).isEqualTo(2);
    assertThat(err).hasToString("mist4j: " + sentence + System.lineSeparator());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PAR1|is a Parquet file, which is not read; save it as CSV",
        "%PDF-1.4|is a PDF file, not a table",
        "PK\3\4no|is not an Excel workbook, or is damaged"
      })
  @DisplayName("a file that is no table is refused by what it is")
  void otherFilesAreNamed(String text, String sentence) throws IOException {
    String other = file("other", text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(estimate(other)).isEqualTo(2);
    assertThat(err.toString()).startsWith("mist4j: " + other + " " + sentence).hasLineCount(1);
  }

  @Test
  void aTruncatedPackedFileIsOneSentence() throws IOException {
    byte[] whole = packed(table("%d;%d"));
    String half = file("t.csv.gz", Arrays.copyOf(whole, whole.length / 2));
    assertThat(estimate(half)).isEqualTo(2);
    assertThat(err.toString()).startsWith("mist4j: " + half + " is damaged or truncated: ");
  }

  @Test
  @DisplayName("a line without an end and a header without an end are one sentence")
  void endlessLinesAreRefused() throws IOException {
    assertThat(estimate(file("a".repeat(9 << 20)))).isEqualTo(2);
    assertThat(estimate(file("a,".repeat(100_000) + "b\n1,2\n"))).isEqualTo(2);
    assertThat(estimate(file("x;y\n\"1;2\n" + "3;4\n".repeat(400_000)))).isEqualTo(2);
    assertThat(err.toString().lines().map(line -> line.replaceFirst(".*t.csv", "t.csv")))
        .containsExactly(
            "t.csv has no end of a line within 8 million bytes; it is no table",
            "t.csv, line 1 has more than 50000 cells; so wide a table is not read",
            "t.csv, line 2: a cell has more than 1048576 letters; the file is no table, or a quote"
                + " is opened and not closed");
  }
}
