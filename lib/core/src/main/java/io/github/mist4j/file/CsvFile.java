package io.github.mist4j.file;

import static io.github.mist4j.sample.Checks.require;

import java.io.IOException;
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
import java.util.stream.Collectors;

/**
 * The text cells of a CSV file with a header (RFC 4180, UTF-8), whole in memory.
 *
 * <p>Cells are separated by commas or, where the header has no comma, by semicolons or tabs. Spaces
 * around an unquoted cell and blank lines do not count. A column without a name is called C and its
 * place, from 0.
 *
 * <p>Own code because the usual parsers accept ragged rows and quotes that never close, and take
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
  private final CsvCells cells;
  private final List<String> header;

  private CsvFile(Path file, CsvCells cells, List<String> header) {
    this.file = file;
    this.cells = cells;
    this.header = header;
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
    CsvCells cells = CsvCells.of(file, text);
    require(cells.lines() > 0, "%s is empty", file);
    int width = cells.width(0);
    require(cells.lines() > 1, "%s has a header but no rows", file);
    for (int line = 1; line < cells.lines(); line++) {
      boolean cut = line == cells.lines() - 1 && !text.endsWith("\n");
      require(
          cells.width(line) == width,
          "%s, line %d has %s, the header has %d%s",
          file,
          cells.lineNumber(line),
          cells.width(line) == 1 ? "1 cell" : cells.width(line) + " cells",
          width,
          cut && cells.width(line) < width ? "; the file seems to be truncated" : "");
    }
    return new CsvFile(file, cells, header(file, cells, width));
  }

  /** The names of the columns, from left to right, each of them once. */
  public List<String> header() {
    return header;
  }

  /** The number of rows, the header not counted. */
  public int rows() {
    return cells.lines() - 1;
  }

  /**
   * The text of a cell, without its quotes; empty where nothing stands.
   *
   * @param row from 0, the header not counted
   * @param column from 0
   */
  public String cell(int row, int column) {
    return cells.cell(row + 1, column);
  }

  /** The line of the file on which a row begins, from 1. */
  public int lineNumber(int row) {
    return cells.lineNumber(row + 1);
  }

  /** The file it was read from. */
  public Path file() {
    return file;
  }

  private static List<String> header(Path file, CsvCells cells, int width) {
    var names = new ArrayList<String>();
    Map<String, Integer> places = new HashMap<>();
    for (int c = 0; c < width; c++) {
      String name = cells.cell(0, c).isEmpty() ? "C" + c : cells.cell(0, c);
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
