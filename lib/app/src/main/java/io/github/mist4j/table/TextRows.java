package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.CsvFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a text whose cells are separated by some character.
 *
 * @param bytes the file
 * @param encoding its encoding
 * @param separator what stands between cells
 * @param hinted whether the first line only names the separator, as Excel's {@code sep=;} does
 * @param header what the header lacks
 */
record TextRows(
    FileBytes bytes, TextEncoding encoding, char separator, boolean hinted, Header header)
    implements RowSource {
  private static final char[] SEPARATORS = {'\t', ';', '|', ','}; // text holds commas most easily
  private static final int ROWS = 200; // looked at to find the separator
  private static final String HINT = "sep=";
  private static final int MOST_OF_HEADER = 8 << 20; // 50,000 names of 160 letters

  /** What a header lacks where the rows have one cell more than it. */
  enum Header {
    /** Nothing. */
    WHOLE,
    /** The name of the first column: R writes the names of rows so. */
    WITHOUT_FIRST,
    /** The name of the last column, which is empty: each row ends in a separator. */
    WITHOUT_LAST
  }

  /** Finds how a text is written. */
  static TextRows of(FileBytes bytes, ReadOptions options) throws IOException {
    refuseEndlessHeader(bytes);
    TextEncoding encoding = TextEncoding.of(bytes, options.encoding());
    String first = firstLine(bytes, encoding);
    boolean hinted = first.length() == HINT.length() + 1 && first.startsWith(HINT);
    if (options.separator().isPresent() || hinted) {
      char told = options.separator().orElseGet(() -> first.charAt(HINT.length()));
      return of(bytes, encoding, told, hinted);
    }
    TextRows best = null;
    int bestWidth = 0;
    for (char separator : SEPARATORS) {
      TextRows rows = of(bytes, encoding, separator, false);
      int width = rows.evenWidth();
      if (width > bestWidth) {
        best = rows;
        bestWidth = width;
      }
    }
    return bestWidth > 1 ? best : of(bytes, encoding, inHeader(first), false);
  }

  private static TextRows of(FileBytes bytes, TextEncoding encoding, char separator, boolean hinted)
      throws IOException {
    var rows = new TextRows(bytes, encoding, separator, hinted, Header.WHOLE);
    List<List<String>> some = rows.first(ROWS);
    if (some.size() < 2) {
      return rows;
    }
    int width = some.get(0).size() + 1;
    List<List<String>> below = some.subList(1, some.size());
    if (!below.stream().allMatch(row -> row.size() == width)) {
      return rows;
    }
    boolean emptyEnds = below.stream().allMatch(row -> row.get(width - 1).isEmpty());
    return new TextRows(
        bytes, encoding, separator, hinted, emptyEnds ? Header.WITHOUT_LAST : Header.WITHOUT_FIRST);
  }

  /** The number of cells in each of the first rows; 0 where it differs. */
  private int evenWidth() throws IOException {
    List<List<String>> some = first(ROWS);
    int width = some.isEmpty() ? 0 : some.get(0).size();
    return some.stream().allMatch(row -> row.size() == width) ? width : 0;
  }

  /** The first rows as far as they can be cut into cells. */
  private List<List<String>> first(int count) throws IOException {
    var some = new ArrayList<List<String>>();
    try {
      forEachRow(
          (line, cells) -> {
            some.add(List.copyOf(cells));
            return some.size() < count;
          });
    } catch (IllegalArgumentException e) {
      return some; // another separator may fit, or the reading of all rows has the sentence
    }
    return some;
  }

  /** The first separator in a header whose rows are uneven, so that a sentence can name one. */
  private static char inHeader(String line) {
    for (char separator : new char[] {',', ';', '\t', '|'}) {
      if (line.indexOf(separator) >= 0) {
        return separator;
      }
    }
    return ',';
  }

  /** Before the whole file is looked through for its encoding. */
  private static void refuseEndlessHeader(FileBytes bytes) throws IOException {
    try (InputStream in = bytes.open()) {
      byte[] start = in.readNBytes(MOST_OF_HEADER);
      boolean ends = start.length < MOST_OF_HEADER;
      for (int i = 0; i < start.length && !ends; i++) {
        ends = start[i] == '\n' || start[i] == '\r';
      }
      require(
          ends,
          "%s has no end of a line within %d million bytes; it is no table",
          bytes.name(),
          MOST_OF_HEADER >> 20);
    }
  }

  private static String firstLine(FileBytes bytes, TextEncoding encoding) throws IOException {
    var line = new StringBuilder();
    try (Reader text = encoding.reader(bytes.open())) {
      for (int c = text.read(); c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
        line.append((char) c);
        if (line.length() > 1 << 16) {
          break;
        }
      }
    }
    return line.toString();
  }

  @Override
  public String name() {
    return bytes.name();
  }

  @Override
  public String format() {
    String between =
        switch (separator) {
          case '\t' -> "tabs";
          case ' ' -> "spaces";
          default -> "'" + separator + "'";
        };
    return "%s, separated by %s".formatted(encoding, between);
  }

  /** Where semicolons separate, commas are in the numbers. */
  @Override
  public char likelyDecimal() {
    return separator == ';' ? ',' : '.';
  }

  @Override
  public void forEachRow(CsvFile.RowTaker taker) throws IOException {
    try (Reader text = encoding.reader(bytes.open())) {
      var isFirst = new boolean[] {true};
      var isHint = new boolean[] {hinted};
      CsvFile.forEachRow(
          name(),
          text,
          separator,
          (line, cells) -> {
            if (isHint[0]) {
              isHint[0] = false;
              return true;
            }
            if (isFirst[0]) {
              isFirst[0] = false;
              return taker.row(line, named(cells));
            }
            return taker.row(line, cells);
          });
    }
  }

  private List<String> named(List<String> cells) {
    if (header == Header.WHOLE) {
      return cells;
    }
    var names = new ArrayList<>(cells);
    names.add(header == Header.WITHOUT_FIRST ? 0 : cells.size(), "");
    return names;
  }
}
