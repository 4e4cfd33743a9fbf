package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import tech.tablesaw.api.Table;

/**
 * A file with a table, which is looked at to the last cell before a column is called anything: text
 * whose cells are separated by commas, semicolons, tabs or bars, packed with gzip or not, or an
 * Excel workbook.
 *
 * <p>Separator, decimal sign, thousands, encoding, dates and words for missing values are found,
 * and {@link #reading} says which; {@link ReadOptions} say otherwise. A column is of numbers, of
 * true and false, or of dates if every cell is that or missing; anything else holds names. The rows
 * are never all in memory, the columns that are asked for are.
 *
 * <pre>{@code
 * TableFile homes = TableFile.read(Path.of("homes.csv"));
 * homes.reading() // homes.csv: 344 rows, 8 columns, UTF-8, separated by ','
 * homes.sample(List.of("rooms", "age"), List.of("price"), MissingCells.DROP_ROWS)
 * }</pre>
 *
 * <p>The command line and {@link io.github.mist4j.Mist#read} both read with it. The former makes no
 * {@link #toTable}: to load Tablesaw takes longer than to estimate.
 */
public final class TableFile {
  private final RowSource source;
  private final MissingWords missing;
  private final TableScan scan;

  private TableFile(RowSource source, MissingWords missing, TableScan scan) {
    this.source = source;
    this.missing = missing;
    this.scan = scan;
  }

  /**
   * Looks at a file with a header.
   *
   * @throws IllegalArgumentException with one sentence that names the file, and the line where one
   *     is to blame, if it is missing, empty, no table, ragged, or has no rows
   */
  public static TableFile read(Path file, ReadOptions options) {
    try {
      return read(FileBytes.of(file), options);
    } catch (IOException e) {
      throw unreadable(String.valueOf(file), e);
    }
  }

  /** The same without options. */
  public static TableFile read(Path file) {
    return read(file, ReadOptions.withDefaults());
  }

  /**
   * Looks at a stream, the standard input for instance, to its end.
   *
   * @param name what the stream is called in sentences
   * @throws IllegalArgumentException as {@link #read(Path, ReadOptions)}
   */
  public static TableFile read(String name, InputStream in, ReadOptions options) {
    try {
      return read(FileBytes.of(name, in), options);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static TableFile read(FileBytes bytes, ReadOptions options) throws IOException {
    require(options != null, "options must be given, was null");
    FileKind kind = FileKind.of(bytes.head());
    kind.refuse(bytes.name());
    RowSource source =
        kind == FileKind.WORKBOOK ? workbook(bytes, options) : TextRows.of(bytes, options);
    MissingWords missing = MissingWords.of(options);
    return new TableFile(source, missing, TableScan.of(source, missing, options));
  }

  /** Caught outside {@link Workbook}, which cannot be loaded itself without its library. */
  private static RowSource workbook(FileBytes bytes, ReadOptions options) throws IOException {
    try {
      return Workbook.rows(bytes, options.sheet());
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          "%s is an Excel workbook; to read it add org.dhatim:fastexcel-reader to the class path, or"
                  .formatted(bytes.name())
              + " save it as CSV",
          e);
    }
  }

  private static RuntimeException unreadable(String name, IOException e) {
    return e instanceof ZipException
            || e instanceof EOFException
            || e instanceof CharacterCodingException
        ? new IllegalArgumentException(
            "%s is damaged or truncated: %s".formatted(name, e.getMessage()))
        : new UncheckedIOException("%s cannot be read".formatted(name), e);
  }

  /**
   * The same file in which the cells of some columns are names whatever they hold, postcodes for
   * instance.
   *
   * @param columns as in {@link TableSample}
   * @throws IllegalArgumentException if there is no such column
   */
  public TableFile withNames(Collection<String> columns) {
    List<String> named =
        columns.isEmpty()
            ? List.of()
            : new ColumnWords(columnNames()).columns(List.copyOf(columns));
    return new TableFile(source, missing, scan.withNames(named));
  }

  /** The names of the columns, from left to right. */
  public List<String> columnNames() {
    return scan.names();
  }

  /** The number of rows. */
  public int rowCount() {
    return scan.rows();
  }

  /** What was found: rows, columns, encoding, separator, decimal sign, missing words; one line. */
  public String reading() {
    return scan.reading();
  }

  /** What a reader should know of single columns, a sentence each: text that is nearly numbers. */
  public List<String> notes() {
    return scan.notes();
  }

  /**
   * The sample of two lists of columns.
   *
   * @throws IllegalArgumentException as {@link TableSample#of(Table, List, List, MissingCells)}
   */
  public Sample sample(List<String> x, List<String> y, MissingCells missingCells) {
    Map<Integer, TableColumn> columns = new HashMap<>();
    return new ColumnChoice(
            columnNames(),
            place -> {
              if (columns.isEmpty()) { // all names are known here: one walk for all of them
                ColumnWords.Sides sides = new ColumnWords(columnNames()).sides(x, y);
                columns.putAll(columns(Stream.concat(sides.x().stream(), sides.y().stream())));
              }
              return columns.get(place);
            })
        .sample(x, y, missingCells);
  }

  /**
   * The same as a Tablesaw table, named as the file: numbers in columns of doubles, whole ones
   * beyond 2<sup>53</sup> in columns of longs, true and false in columns of booleans, dates in
   * columns of dates or of dates and times, anything else in columns of strings. {@link
   * TableSample} gives the samples of it that this gives.
   */
  public Table toTable() {
    int[] all = IntStream.range(0, columnNames().size()).toArray();
    return ReadTable.of(tableName(), scan, cells(all));
  }

  private String tableName() {
    Path last = Path.of(source.name()).getFileName();
    return last == null ? source.name() : last.toString();
  }

  /**
   * How a table was read from a file, {@link #reading} first and then {@link #notes}; empty for
   * other tables.
   */
  public static List<String> readingOf(Table table) {
    return table instanceof ReadTable read ? read.reading() : List.of();
  }

  /** Some columns by their places, those of which a part is asked whole; one walk for all. */
  Map<Integer, TableColumn> columns(Stream<String> chosen) {
    int[] places =
        chosen
            .mapToInt(name -> columnNames().indexOf(DatePart.base(name, columnNames())))
            .distinct()
            .toArray();
    ColumnCells[] cells = cells(places);
    Map<Integer, TableColumn> columns = new HashMap<>();
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      columns.put(
          place, TableColumn.of(columnNames().get(place), scan.forms().get(place), cells[i]));
    }
    return columns;
  }

  /** The cells of some columns. */
  private ColumnCells[] cells(int[] places) {
    long needed = 8L * rowCount() * places.length; // bytes; texts take more
    long given = Runtime.getRuntime().maxMemory();
    require(
        needed < given,
        "%d columns of %s need more than %,d MB and Java has %,d MB; choose fewer columns, or give"
            + " Java more with -Xmx",
        places.length,
        source.name(),
        needed >> 20,
        given >> 20);
    List<ColumnForm> forms = scan.forms();
    ColumnCells[] columns =
        IntStream.of(places)
            .mapToObj(place -> ColumnCells.of(forms.get(place), rowCount()))
            .toArray(ColumnCells[]::new);
    try {
      scan.forEachRow(
          source,
          cells -> {
            for (int i = 0; i < places.length; i++) {
              String cell = cells.get(places[i]);
              if (missing.contains(cell)) {
                columns[i].addMissing();
              } else {
                columns[i].add(cell);
              }
            }
          });
    } catch (IOException e) {
      throw unreadable(source.name(), e);
    }
    return columns;
  }
}
