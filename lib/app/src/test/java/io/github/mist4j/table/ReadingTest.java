package io.github.mist4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.Mist;
import io.github.mist4j.sample.Sample;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What is found in a file by itself, and how it is told otherwise. */
final class ReadingTest {
  private static final ReadOptions DEFAULTS = ReadOptions.withDefaults();

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return file(text, StandardCharsets.UTF_8);
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("t.csv"), text.getBytes(charset));
  }

  /** A column of numbers from its cells, which stand between quotes in a file with a second one. */
  private double[] numbers(String... cells) throws IOException {
    return numbers(DEFAULTS, cells);
  }

  private double[] numbers(ReadOptions options, String... cells) throws IOException {
    return table(options, cells).numberColumn("x").asDoubleArray();
  }

  private Table table(ReadOptions options, String... cells) throws IOException {
    String text =
        Arrays.stream(cells)
            .map("a,\"%s\"\n"::formatted)
            .collect(Collectors.joining("", "k,x\n", ""));
    return Mist.read(file(text), options);
  }

  private static String lines(String header, int rows, IntFunction<String> line) {
    return IntStream.range(0, rows).mapToObj(line).collect(Collectors.joining("", header, ""));
  }

  @Test
  @DisplayName("quoted \"14,23\" is 14.23 and \"13,2\" is 13.2, not 1423 and 132")
  void quotedCommasAreDecimalWhereTheColumnSaysSo() throws IOException {
    assertThat(numbers("14,23", "13,2", "7", "-0,125")).containsExactly(14.23, 13.2, 7, -0.125);
  }

  @Test
  void thousandsAreThousands() throws IOException {
    assertThat(numbers("1,234.5", "12", "1,234,567.25")).containsExactly(1234.5, 12, 1234567.25);
    assertThat(numbers("1.234,5", "12", "1.234.567,25")).containsExactly(1234.5, 12, 1234567.25);
    assertThat(numbers("1 234,5", "12", "1 234 567,25")).containsExactly(1234.5, 12, 1234567.25);
    assertThat(numbers("1\u00A0234,5", "12,25")).containsExactly(1234.5, 12.25);
    assertThat(numbers("1'234.5", "12", "1\u2019234\u2019567.25"))
        .containsExactly(1234.5, 12, 1234567.25);
    assertThat(numbers("1,234,567", "999")).containsExactly(1234567, 999);
  }

  @Test
  void signsOfMoneyAndPercentsAreLeftOut() throws IOException {
    assertThat(numbers("$1,234.50", "-$5.25", "($7.75)")).containsExactly(1234.5, -5.25, -7.75);
    assertThat(numbers("1.234,50 €", "-5,25 €")).containsExactly(1234.5, -5.25);
    assertThat(numbers("12 %", "7.5%")).containsExactly(12, 7.5);
    assertThat(numbers("EUR 12.50", "7.25 EUR")).containsExactly(12.5, 7.25);
    assertThat(numbers("\u221212.5", "3.5")).containsExactly(-12.5, 3.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5%|0.05|7%", "$5|€6|$7", "12|13|14 kg", "1.5|2.5|1,5"})
  @DisplayName("numbers of different kinds are not one column of numbers")
  void mixedSignsAreText(String cells) throws IOException {
    Table table = table(DEFAULTS, cells.split("\\|"));
    assertThat(table.column("x").type()).isEqualTo(ColumnType.STRING);
    assertThat(TableFile.readingOf(table).get(1)).startsWith("column 'x' is text, as ");
  }

  @Test
  void whatOnlyLooksLikeANumberIsText() throws IOException {
    assertThat(table(DEFAULTS, "10.0.0.1", "192.168.1.10", "127.0.0.1").column("x").type())
        .isEqualTo(ColumnType.STRING);
    assertThat(table(DEFAULTS, "A-17", "Route 66", "3rd", "0x1F").column("x").type())
        .isEqualTo(ColumnType.STRING);
  }

  @Test
  @DisplayName("a semicolon file whose numbers do not tell says what it took them for")
  void unclearSignsAreNoted() throws IOException {
    Path file = file("a;b\n1.234;1\n2.345;2\n");
    TableFile dots = TableFile.read(file);
    assertThat(dots.toTable().doubleColumn("a").get(0)).isEqualTo(1.234);
    assertThat(dots.notes()).hasSize(1);
    assertThat(dots.notes().get(0))
        .startsWith("column 'a': 1.234 is taken as a little more than one and 1,234 as a thousand");
    TableFile told = TableFile.read(file, DEFAULTS.withDecimal(','));
    assertThat(told.toTable().doubleColumn("a").get(0)).isEqualTo(1234);
    assertThat(told.notes()).isEmpty();
  }

  @Test
  void theOtherColumnsOfAFileDecideWhereOneDoesNot() throws IOException {
    Table table = Mist.read(file("a;b\n1.234;0,5\n2.345;1,5\n"));
    assertThat(table.doubleColumn("a").asDoubleArray()).containsExactly(1234, 2345);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a;b;c~1,5;2,5;3,5",
        "a,b,c~1.5,2.5,3.5",
        "a|b|c~1.5|2.5|3.5",
        "\"Last, First\";b;c~1,5;2,5;3,5",
        "\"a;b\",b,c~1.5,2.5,3.5",
        "sep=;NEWa;b;c~1,5;2,5;3,5"
      })
  void theSeparatorIsFound(String header, String row) throws IOException {
    String line = row + "\r\n";
    Table table = Mist.read(file(header.replace("NEW", "\r\n") + "\r\n" + line + line));
    assertThat(table.columnCount()).isEqualTo(3);
    assertThat(table.doubleColumn(1).get(1)).isEqualTo(2.5);
    assertThat(table.doubleColumn(2).get(0)).isEqualTo(3.5);
  }

  @Test
  void tabsAreFoundAndAnySeparatorCanBeTold() throws IOException {
    assertThat(Mist.read(file("a\tb\n1\t2\n")).columnNames()).containsExactly("a", "b");
    assertThat(Mist.read(file("a:b\n1:2\n"), DEFAULTS.withSeparator(':')).columnNames())
        .containsExactly("a", "b");
  }

  @Test
  @DisplayName("rows that begin with #N/A or # are rows, not comments")
  void nothingIsAComment() throws IOException {
    Table table = Mist.read(file("a,b\n1,2\n#N/A,3\n#,4\n"));
    assertThat(table.rowCount()).isEqualTo(3);
    assertThat(table.doubleColumn("b").asDoubleArray()).containsExactly(2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?", "-", ".", "", "NA", "N/A", "#N/A", "<NA>", "NaN", "NaT", "null", "None", "nil", "NULL",
        "n/a", "*", "#DIV/0!"
      })
  void wordsForMissingValuesAreKnown(String word) throws IOException {
    TableFile file = TableFile.read(file("k,x\na,1.5\nb," + word + "\nc,2.5\n"));
    Table table = file.toTable();
    assertThat(table.column("x").type()).isEqualTo(ColumnType.DOUBLE);
    assertThat(table.column("x").isMissing(1)).isTrue();
    assertThat(file.reading())
        .endsWith(", 1 cell missing (%s)".formatted(word.isEmpty() ? "empty" : word));
  }

  @Test
  void otherWordsCanBeMissingAndTheseCanBeValues() throws IOException {
    Path file = file("k,x,y\nnone,1,-99\nbrick,unknown,2\nNone,3,3\n");
    Table table = Mist.read(file, DEFAULTS.withMissing("Unknown", "-99").withValues("none"));
    assertThat(table.doubleColumn("x").asDoubleArray()).containsExactly(1, Double.NaN, 3);
    assertThat(table.doubleColumn("y").asDoubleArray()).containsExactly(Double.NaN, 2, 3);
    assertThat(table.stringColumn("k").asList()).containsExactly("none", "brick", "None");
  }

  @Test
  @DisplayName("one word in 20,000 numbers is named with its row, never dropped in silence")
  void aStrayWordIsNamed() throws IOException {
    Path file =
        file(lines("y,x\n", 20_000, r -> r + "," + (r == 16_999 ? "unknown" : "" + r % 7) + "\n"));
    String sentence =
        "column 'x' is text, as 1 of 20,000 cells is no number: 'unknown' in row 17000; to take it"
            + " as missing: ReadOptions.withMissing(\"unknown\") (--missing \"unknown\"); to take"
            + " all as names: Mist.withNames (--nominal x)";
    Table table = Mist.read(file);
    assertThat(TableFile.readingOf(table)).hasSize(2).contains(sentence);
    assertThat(table.toString()).contains(sentence);
    for (Table asked : List.of(table, table.where(table.numberColumn("y").isGreaterThan(-1)))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TableSample.of(asked, List.of("x"), List.of("y")))
          .withMessage(sentence);
      assertThat(WholeTable.of(asked).columns().notes()).containsExactly("left out: " + sentence);
    }
    Sample sample =
        TableFile.read(file, DEFAULTS.withMissing("unknown"))
            .sample(List.of("x"), List.of("y"), MissingCells.DROP_ROWS);
    assertThat(sample.n()).isEqualTo(19_999);
    Table named = Mist.withNames(table, "x");
    assertThat(TableSample.of(named, List.of("x"), List.of("y")).xLevels(0)).contains("unknown");
  }

  @Test
  void aTableOfAnotherReaderIsLookedAtToo() {
    Table table =
        Table.create(
            StringColumn.create(
                "x", IntStream.range(0, 50).mapToObj(r -> r == 7 ? "ca. 7" : "" + r)),
            DoubleColumn.create("y", IntStream.range(0, 50).toArray()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TableSample.of(table, List.of("x"), List.of("y")))
        .withMessageStartingWith(
            "column 'x' is text, as 1 of 50 cells is no number: 'ca. 7' in row 8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void encodingsAreFound(String charset) throws IOException {
    String text = lines("Größe;Ort\n", 30, r -> r + ",5;Köln\n");
    Table table = Mist.read(file(text, Charset.forName(charset)));
    assertThat(table.columnNames()).containsExactly("Größe", "Ort");
    assertThat(table.stringColumn("Ort").get(29)).isEqualTo("Köln");
  }

  @Test
  void anEncodingCanBeToldAndADamagedTextIsNotGuessedAt() throws IOException {
    String text = lines("a,b\n", 30, r -> r + ",Łódź\n");
    Path file = file(text, Charset.forName("windows-1250"));
    assertThat(
            Mist.read(file, DEFAULTS.withEncoding(Charset.forName("windows-1250")))
                .stringColumn("b")
                .get(3))
        .isEqualTo("Łódź");
    byte[] bytes = "a,b\n1,Köln\n2,Köln\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 5] = (byte) 0xff;
    Path damaged = Files.write(folder.resolve("d.csv"), bytes);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.read(damaged))
        .withMessageContaining("d.csv, line 3 is not UTF-8 text, though lines before it are");
  }

  @Test
  void datesInCommonFormsAreInOrder() throws IOException {
    for (String cells :
        List.of(
            "2024-01-31|2023-12-01|2024-02-01",
            "2024/01/31|2023/12/01|2024/02/01",
            "31.01.2024|1.12.2023|01.02.2024",
            "31.01.24|01.12.23|01.02.24",
            "01/31/2024|12/01/2023|02/01/2024",
            "31/01/2024|01/12/2023|01/02/2024",
            "31-Jan-2024|1-Dec-2023|01-Feb-2024",
            "Jan 31, 2024|December 1, 2023|Feb 1, 2024")) {
      assertThat(table(DEFAULTS, cells.split("\\|")).dateColumn("x").asList())
          .as(cells)
          .containsExactly(
              LocalDate.of(2024, 1, 31), LocalDate.of(2023, 12, 1), LocalDate.of(2024, 2, 1));
    }
  }

  @Test
  void timesInCommonFormsAreInOrder() throws IOException {
    for (String cells :
        List.of(
            "2024-01-31 14:05:00|2024-01-31T09:30:00.250",
            "2024-01-31T14:05Z|2024-01-31T10:30:00.250+01:00",
            "31.01.2024 14:05|31.01.2024 09:30:00,250",
            "1/31/2024 2:05 PM|1/31/2024 9:30:00.250 AM")) {
      assertThat(table(DEFAULTS, cells.split("\\|")).dateTimeColumn("x").asList())
          .as(cells)
          .containsExactly(
              LocalDateTime.of(2024, 1, 31, 14, 5),
              LocalDateTime.of(2024, 1, 31, 9, 30, 0, 250_000_000));
    }
  }

  @Test
  void whichNumberIsTheDayIsFoundNotedOrTold() throws IOException {
    String[] cells = {"01/02/2024", "03/04/2024"};
    Table table = table(DEFAULTS, cells);
    assertThat(table.dateColumn("x").get(0)).isEqualTo(LocalDate.of(2024, 1, 2));
    assertThat(TableFile.readingOf(table).get(1))
        .startsWith("column 'x' may have the day or the month first, the month is taken");
    Table told = table(DEFAULTS.withDayFirst(), cells);
    assertThat(told.dateColumn("x").get(0)).isEqualTo(LocalDate.of(2024, 2, 1));
    assertThat(TableFile.readingOf(told)).hasSize(1);
    assertThat(table(DEFAULTS, "01/02/2024", "31/01/2024").dateColumn("x").get(0))
        .isEqualTo(LocalDate.of(2024, 2, 1));
    assertThat(table(DEFAULTS, "13/02/2024", "02/13/2024").column("x").type())
        .isEqualTo(ColumnType.STRING);
  }

  @ParameterizedTest
  @CsvSource({"1700000000000000000,1", "-9000000000000000000,1", "18000000000000000000,1"})
  @DisplayName("whole numbers beyond 2^53 stay different and in order")
  void longNumbersStayApart(String from, int step) throws IOException {
    var first = new BigInteger(from);
    Path file =
        file(
            lines(
                "y,x\n",
                20,
                r -> r + "," + first.add(BigInteger.valueOf((long) step * (r * 7 % 20))) + "\n"));
    double[] expected = IntStream.range(0, 20).mapToDouble(r -> r * 7 % 20).toArray();
    for (Sample sample :
        List.of(
            TableFile.read(file).sample(List.of("x"), List.of("y"), MissingCells.REFUSE),
            TableSample.of(Mist.read(file), List.of("x"), List.of("y")))) {
      assertThat(ranks(sample.x(0))).containsExactly(expected);
    }
  }

  private static double[] ranks(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return Arrays.stream(values).map(v -> Arrays.binarySearch(sorted, v)).toArray();
  }

  @Test
  void wholeNumbersTooFarApartForDoublesAreRanked() {
    long[] ids = {Long.MAX_VALUE, -5, Long.MAX_VALUE - 1, 7, -5, Long.MIN_VALUE};
    assertThat(WholeNumbers.doubles(ids, Long.MIN_VALUE))
        .containsExactly(4, 1, 3, 2, 1, Double.NaN);
  }

  @Test
  void nanosecondsAreKept() throws IOException {
    Table table =
        table(DEFAULTS, "2024-01-31T14:05:00.000000001Z", "2024-01-31T14:05:00.000000002Z");
    assertThat(table.column("x").type()).isEqualTo(ColumnType.LONG);
    assertThat(table.longColumn("x").get(1) - table.longColumn("x").get(0)).isEqualTo(1);
  }

  @Test
  void aHeaderOfNumbersIsNoted() throws IOException {
    assertThat(TableFile.read(file("1.5,2.5\n3,4\n")).notes())
        .containsExactly(
            "the first line holds numbers only; it is taken as the names of the columns");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "separator must not be a quote or the end of a line|\"",
        "decimal must be '.' or ',', was ':'|:"
      })
  void optionsAreChecked(String sentence, char value) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> {
              if (value == ':') {
                DEFAULTS.withDecimal(value);
              } else {
                DEFAULTS.withSeparator(value);
              }
            })
        .withMessage(sentence);
  }
}
