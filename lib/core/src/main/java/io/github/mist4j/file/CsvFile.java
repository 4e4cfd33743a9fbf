package io.github.mist4j.file;

import static io.github.mist4j.sample.Checks.require;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The text cells of a CSV file with a header (RFC 4180, UTF-8), whole in memory.
 *
 * <p>Cells are separated by commas or, where the header has no comma, by semicolons or tabs. Spaces
 * around an unquoted cell and blank lines do not count. A column without a name is called C and its
 * place, from 0.
 *
 * <p>This is for files that this library writes itself; people's own tables, of any separator and
 * encoding, are read by {@code Mist.read}, which walks through their rows with {@link #forEachRow}.
 * Own code because the usual parsers accept ragged rows and quotes that never close, and take
 * longer to start than the estimate takes to compute.
 *
 * <pre>{@code
 * CsvFile homes = CsvFile.read(Path.of("homes.csv"));
 * String price = homes.cell(0, homes.header().indexOf("price"));
 * }</pre>
 */
public final class CsvFile {
  private static final long MOST_BYTES = 1L << 30;

  private final Path file;
  private final List<String> header;
  private final StringBuilder text = new StringBuilder(); // the cells of all rows, end to end
  private int[] ends = new int[1024]; // of every cell in the text
  private int[] lineNumbers = new int[256]; // of every row
  private int rows;

  private CsvFile(Path file, List<String> header) {
    this.file = file;
    this.header = header;
  }

  /** What becomes of the rows of a text, one after the other. */
  @FunctionalInterface
  public interface RowTaker {
    /**
     * Takes a row.
     *
     * @param line the line on which it begins, from 1
     * @param cells its cells without their quotes; the list is another row's afterwards
     * @return whether there is to be another
     */
    boolean row(int line, List<String> cells);
  }

  /**
   * Walks through the rows of a CSV text, the header among them, in bounded memory: RFC 4180, with
   * any separator and any end of line. Spaces around an unquoted cell and blank lines do not count.
   *
   * @param name what the text is called in sentences
   * @throws IOException as the text does
   * @throws IllegalArgumentException with one sentence if a quote is not closed or a cell goes on
   *     behind it, a row has more than 50,000 cells, a cell more than a million letters, or there
   *     is a character 0
   */
  public static void forEachRow(String name, Reader text, char separator, RowTaker taker)
      throws IOException {
    new CsvScanner(name, text, separator).forEach(taker);
  }

  /** A line to write: the cells separated by commas, quoted where they must be, and a line feed. */
  public static String line(Object... cells) {
    return Arrays.stream(cells)
            .map(cell -> quoted(cell.toString()))
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException with one sentence if it is missing, empty, not text, has no
   *     rows, names a column twice, or a line has another number of cells than the header
   */
  public static CsvFile read(Path file) {
    String text = text(file);
    var scanner = new CsvScanner(file.toString(), new StringReader(text), separator(text));
    var csv = new AtomicReference<CsvFile>();
    try {
      scanner.forEach(
          (line, cells) -> {
            if (csv.get() == null) {
              csv.set(new CsvFile(file, names(file.toString(), cells)));
            } else {
              csv.get().add(line, cells, scanner);
            }
            return true;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string is always read
    }
    require(csv.get() != null, "%s is empty", file);
    require(csv.get().rows > 0, "%s has a header but no rows", file);
    return csv.get();
  }

  private void add(int line, List<String> cells, CsvScanner scanner) {
    int width = header.size();
    require(
        cells.size() == width,
        "%s, line %d has %s, the header has %d%s",
        file,
        line,
        cells.size() == 1 ? "1 cell" : cells.size() + " cells",
        width,
        scanner.endsInLine() && cells.size() < width ? "; the file seems to be truncated" : "");
    if ((rows + 1) * width > ends.length) {
      ends = Arrays.copyOf(ends, Math.max(2 * ends.length, (rows + 1) * width));
    }
    if (rows == lineNumbers.length) {
      lineNumbers = Arrays.copyOf(lineNumbers, 2 * rows);
    }
    for (int c = 0; c < width; c++) {
      ends[rows * width + c] = text.append(cells.get(c)).length();
    }
    lineNumbers[rows++] = line;
  }

  /** The names of the columns, from left to right, each of them once. */
  public List<String> header() {
    return header;
  }

  /** The number of rows, the header not counted. */
  public int rows() {
    return rows;
  }

  /**
   * The text of a cell, without its quotes; empty where nothing stands.
   *
   * @param row from 0, the header not counted
   * @param column from 0
   */
  public String cell(int row, int column) {
    int k = row * header.size() + column;
    return text.substring(k == 0 ? 0 : ends[k - 1], ends[k]);
  }

  /** The line of the file on which a row begins, from 1. */
  public int lineNumber(int row) {
    return lineNumbers[row];
  }

  /** The file it was read from. */
  public Path file() {
    return file;
  }

  /**
   * The names of the columns in a header: one without a name is called C and its place, from 0.
   *
   * @param file what the file is called in sentences
   * @throws IllegalArgumentException with one sentence if a name stands twice
   */
  public static List<String> names(String file, List<String> header) {
    var names = new ArrayList<String>();
    Map<String, Integer> places = new HashMap<>();
    for (int c = 0; c < header.size(); c++) {
      String name = header.get(c).isBlank() ? "C" + c : header.get(c);
      Integer earlier = places.put(name, c);
      require(
          earlier == null,
          "%s names two columns '%s', the %d. and the %d.; a name may stand once",
          file,
          name,
          earlier == null ? 0 : earlier + 1,
          c + 1);
      names.add(name);
    }
    return List.copyOf(names);
  }

  private static char separator(String text) {
    int end = text.indexOf('\n');
    String header = end < 0 ? text : text.substring(0, end);
    if (header.indexOf(',') < 0) {
      if (header.indexOf(';') >= 0) {
        return ';';
      }
      if (header.indexOf('\t') >= 0) {
        return '\t';
      }
    }
    return ',';
  }

  private static String text(Path file) {
    require(file != null, "file must be given, was null");
    require(Files.exists(file), "there is no file %s", file);
    require(!Files.isDirectory(file), "%s is a folder, not a file", file);
    try {
      long size = Files.size(file);
      require(size <= MOST_BYTES, "%s has %d bytes, at most %d are read", file, size, MOST_BYTES);
      return decode(file, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), e);
    }
  }

  private static String decode(Path file, byte[] bytes) {
    require(!holdsZero(bytes), "%s is not a text file: it holds a zero byte", file);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(in, out, true);
    require(
        !result.isError(),
        "%s, line %d is not UTF-8 text: save the file with this encoding",
        file,
        1 + newlines(bytes, in.position()));
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text; // the mark that Excel writes
  }

  private static boolean holdsZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static int newlines(byte[] bytes, int end) {
    int count = 0;
    for (int i = 0; i < end; i++) {
      if (bytes[i] == '\n') {
        count++;
      }
    }
    return count;
  }
}
