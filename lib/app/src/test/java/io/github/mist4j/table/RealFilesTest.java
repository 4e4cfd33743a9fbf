package io.github.mist4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.Mist;
import io.github.mist4j.sample.Sample;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** One table as pandas, R, LibreOffice and Excel write it; make_tables.py beside the files. */
final class RealFilesTest {
  private static final int ROWS = 24;
  private static final String[] TOWNS = {"Köln", "Orléans", "Zürich, \"alt\"", "Ulm"};

  private static Path file(String name) throws URISyntaxException {
    return Path.of(RealFilesTest.class.getResource("/tables/" + name).toURI());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pandas.csv",
        "pandas-index.csv.gz",
        "pandas-utf16.tsv",
        "r-csv.csv",
        "r-csv2.csv",
        "r-table.tsv",
        "libreoffice-german.csv",
        "libreoffice.xlsx",
        "openpyxl.xlsx",
        "excel-utf8.csv",
        "excel-german.csv"
      })
  @DisplayName("every cell is read as it was written, without an option")
  void allProgramsWriteTheSameTable(String name) throws URISyntaxException {
    Table table = Mist.read(file(name));
    assertThat(table.rowCount()).isEqualTo(ROWS);
    for (int r = 0; r < ROWS; r++) {
      assertThat(table.stringColumn("town").get(r)).isEqualTo(TOWNS[r % 4]);
      assertThat(table.doubleColumn("price").get(r)).isEqualTo(1000.25 + 137.5 * r);
      boolean missing = r % 7 == 3;
      assertThat(table.column("rooms").isMissing(r)).isEqualTo(missing);
      assertThat(table.doubleColumn("rooms").get(r)).isEqualTo(missing ? null : (double) (r % 5));
      assertThat(table.dateColumn("built").get(r))
          .isEqualTo(LocalDate.of(1990, 1, 1).plusDays(37L * r));
      assertThat(table.dateTimeColumn("seen").get(r))
          .isEqualTo(LocalDateTime.of(2024, 3, 1, 8, 0).plusMinutes(95L * r));
      assertThat(table.column("sold").getString(r).toLowerCase(Locale.ROOT))
          .isIn(r % 2 == 0 ? List.of("true", "wahr") : List.of("false", "falsch"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pandas.csv",
        "pandas-index.csv.gz",
        "pandas-utf16.tsv",
        "r-csv.csv",
        "r-csv2.csv",
        "r-table.tsv"
      })
  @DisplayName("whole numbers of 19 digits stay apart and in order")
  void longNumbersAreKept(String name) throws URISyntaxException {
    Table table = Mist.read(file(name));
    assertThat(table.column("id").type()).isEqualTo(ColumnType.LONG);
    assertThat(table.longColumn("id").get(ROWS - 1)).isEqualTo(1_700_000_000_000_000_023L);
    Sample sample = TableSample.of(table, List.of("id"), List.of("price"));
    assertThat(sample.x(0)).containsExactly(IntStream.range(0, ROWS).mapToDouble(r -> r).toArray());
    assertThat(
            TableFile.read(file(name))
                .sample(List.of("id"), List.of("price"), MissingCells.REFUSE)
                .x(0))
        .containsExactly(sample.x(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pandas.csv|24 rows, 7 columns, UTF-8, separated by ',', decimal sign '.', 3 cells missing"
            + " (empty)",
        "pandas-index.csv.gz|24 rows, 8 columns, UTF-8, separated by ',', decimal sign '.', 3 cells"
            + " missing (empty)",
        "pandas-utf16.tsv|24 rows, 7 columns, UTF-16LE, separated by tabs, decimal sign '.', 3"
            + " cells missing (<NA>)",
        "r-csv.csv|24 rows, 8 columns, UTF-8, separated by ',', decimal sign '.', 3 cells missing"
            + " (NA)",
        "r-csv2.csv|24 rows, 7 columns, Windows-1252, separated by ';', decimal sign ',', 3 cells"
            + " missing (NA)",
        "r-table.tsv|24 rows, 8 columns, UTF-8, separated by tabs, decimal sign '.', 3 cells"
            + " missing (NA)",
        "libreoffice-german.csv|24 rows, 6 columns, UTF-8, separated by ';', decimal sign ',', 3"
            + " cells missing (empty)",
        "openpyxl.xlsx|24 rows, 6 columns, sheet 'homes', decimal sign '.', 3 cells missing"
            + " (empty)",
        "excel-german.csv|24 rows, 6 columns, Windows-1252, separated by ';', decimal sign ',', 3"
            + " cells missing (empty)"
      })
  @DisplayName("one line says what was found")
  void theReadingIsALine(String name, String line) throws URISyntaxException {
    assertThat(TableFile.read(file(name)).reading()).isEqualTo(file(name) + ": " + line);
    assertThat(TableFile.readingOf(Mist.read(file(name))))
        .containsExactly(file(name) + ": " + line);
  }

  @Test
  void notebookAndCommandLineGiveEqualSamples() throws URISyntaxException {
    List<String> x = List.of("price", "built", "seen", "town");
    List<String> y = List.of("rooms", "sold");
    for (String name : List.of("pandas.csv", "r-csv2.csv", "excel-german.csv", "openpyxl.xlsx")) {
      Sample ofFile = TableFile.read(file(name)).sample(x, y, MissingCells.DROP_ROWS);
      Sample ofTable = TableSample.of(Mist.read(file(name)), x, y, MissingCells.DROP_ROWS);
      for (int c = 0; c < x.size(); c++) {
        assertThat(ofTable.x(c)).as(name).containsExactly(ofFile.x(c));
      }
      assertThat(ofTable.xKinds()).isEqualTo(ofFile.xKinds());
      assertThat(ofTable.yKinds()).isEqualTo(ofFile.yKinds());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openpyxl.xlsx", "libreoffice.xlsx"})
  @DisplayName("a sheet is chosen by its name, and may begin anywhere")
  void sheetsAreChosen(String name) throws URISyntaxException {
    Path book = file(name);
    ReadOptions rooms = ReadOptions.withDefaults().withSheet("rooms");
    Table table = Mist.read(book, rooms);
    assertThat(table.columnNames()).containsExactly("town", "rooms");
    assertThat(table.rowCount()).isEqualTo(ROWS);
    assertThat(table.doubleColumn("rooms").get(ROWS - 1)).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mist.read(book, rooms.withSheet("room")))
        .withMessage(book + " has no sheet 'room'; its sheets are homes, rooms");
  }

  @Test
  @DisplayName("where the reader of workbooks is missing, one sentence says so")
  void withoutTheReaderOfWorkbooks() throws Exception {
    URL[] paths =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> !path.contains("fastexcel"))
            .map(path -> url(Path.of(path)))
            .toArray(URL[]::new);
    try (var loader = new URLClassLoader(paths, ClassLoader.getPlatformClassLoader())) {
      Method read = loader.loadClass(Mist.class.getName()).getMethod("read", Path.class);
      assertThatExceptionOfType(InvocationTargetException.class)
          .isThrownBy(() -> read.invoke(null, file("openpyxl.xlsx")))
          .withCauseExactlyInstanceOf(IllegalArgumentException.class)
          .havingCause()
          .withMessageContaining(
              "is an Excel workbook; to read it add org.dhatim:fastexcel-reader");
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path.toString(), e);
    }
  }
}
