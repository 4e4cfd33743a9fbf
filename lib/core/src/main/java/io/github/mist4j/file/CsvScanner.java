package io.github.mist4j.file;

import static io.github.mist4j.sample.Checks.require;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Walks through the rows of a CSV text and keeps no more of it than the row it is at. */
final class CsvScanner {
  private static final char QUOTE = '"';
  private static final int END = -1;

  /** The longest name or note that people write is far below; a quote left open is far above. */
  private static final int MOST_LETTERS = 1 << 20;

  /** Widest tables of the field, genomes, have some ten thousands. */
  private static final int MOST_CELLS = 50_000;

  private final String name;
  private final Reader text;
  private final char separator;
  private final char[] buffer = new char[1 << 16];
  private int filled;
  private int at;
  private int line = 1;
  private char[] cell = new char[256];
  private int letters;
  private final List<String> cells = new ArrayList<>();
  private boolean endsInLine;
  private boolean backslashes; // make a quote behind them a letter

  CsvScanner(String name, Reader text, char separator) {
    this.name = name;
    this.text = text;
    this.separator = separator;
  }

  /** Whether the text ends without an end of line. */
  boolean endsInLine() {
    return endsInLine;
  }

  /** Gives every row that is not blank, until the taker has enough. */
  void forEach(CsvFile.RowTaker taker) throws IOException {
    List<String> row = Collections.unmodifiableList(cells);
    while (peek() != END) {
      cells.clear();
      int first = line;
      boolean more = true;
      while (more) {
        boolean quoted = readCell(first);
        more = endOfCell();
        if (more || quoted || letters > 0 || !cells.isEmpty()) {
          require(
              cells.size() < MOST_CELLS,
              "%s, line %d has more than %d cells; so wide a table is not read",
              name,
              first,
              MOST_CELLS);
          cells.add(new String(cell, 0, letters));
        }
      }
      if (!cells.isEmpty() && !taker.row(first, row)) {
        return;
      }
    }
  }

  /** Steps over the separator or the end of the line; whether the row goes on. */
  private boolean endOfCell() throws IOException {
    int end = peek();
    endsInLine = end == END;
    if (end == separator) {
      at++;
      return true;
    }
    if (end == '\r') {
      at++;
      end = peek();
      if (end != '\n') { // an old Macintosh's end of line
        line++;
        return false;
      }
    }
    if (end == '\n') {
      at++;
      line++;
    }
    return false;
  }

  /** Reads what stands up to the separator or the end of the line; whether it was in quotes. */
  private boolean readCell(int first) throws IOException {
    letters = 0;
    skipSpaces();
    if (peek() == QUOTE) {
      at++;
      readQuoted(first);
      skipSpaces();
      int end = peek();
      require(
          end == END || end == separator || end == '\n' || end == '\r',
          "%s, line %d: a cell goes on behind its closing quote",
          name,
          first);
      return true;
    }
    for (int c = peek(); c != END && c != separator && c != '\n' && c != '\r'; c = peek()) {
      add((char) c, first);
      at++;
    }
    while (letters > 0 && isSpace(cell[letters - 1])) {
      letters--;
    }
    return false;
  }

  private void readQuoted(int first) throws IOException {
    while (true) {
      int c = peek();
      require(c != END, "%s, line %d: a quote is opened and never closed", name, first);
      at++;
      if (c == QUOTE && isEscaped()) {
        letters--; // the backslash
      } else if (c == QUOTE) {
        if (peek() != QUOTE) {
          return;
        }
        at++;
      } else if (c == '\n') {
        line++;
      }
      add((char) c, first);
    }
  }

  /**
   * Whether a backslash makes the quote behind it a letter, as R's write.table and MySQL have it.
   * The first time that is certain only if no cell could end there.
   */
  private boolean isEscaped() throws IOException {
    if (letters == 0 || cell[letters - 1] != '\\') {
      return false;
    }
    int next = peek();
    backslashes |=
        next != QUOTE && next != separator && next != '\n' && next != '\r' && next != END;
    return backslashes;
  }

  private void add(char c, int first) {
    if (letters == cell.length) {
      require(
          letters < MOST_LETTERS,
          "%s, line %d: a cell has more than %d letters; the file is no table, or a quote is"
              + " opened and not closed",
          name,
          first,
          MOST_LETTERS);
      cell = Arrays.copyOf(cell, 2 * letters);
    }
    require(c != 0, "%s is not a text file: it holds a zero byte", name);
    cell[letters++] = c;
  }

  private void skipSpaces() throws IOException {
    for (int c = peek(); c != END && isSpace((char) c); c = peek()) {
      at++;
    }
  }

  private boolean isSpace(char c) {
    return (c == ' ' || c == '\t') && c != separator;
  }

  private int peek() throws IOException {
    if (at == filled) {
      filled = Math.max(0, text.read(buffer));
      at = 0;
    }
    return filled == 0 ? END : buffer[at];
  }
}
