package io.github.mist4j.file;

import static io.github.mist4j.sample.Checks.require;

import java.nio.file.Path;
import java.util.Arrays;

/** Where the cells of a CSV text stand: lines that are not blank, and cells in each. */
final class CsvCells {
  private static final char QUOTE = '"';

  private final Path file;
  private final String text;
  private final char separator;
  private int[] bounds = new int[1024]; // start and end of every cell in the text
  private int[] firstCells = new int[256]; // of every line
  private int[] lineNumbers = new int[256];
  private int cells;
  private int lines;

  private CsvCells(Path file, String text) {
    this.file = file;
    this.text = text;
    separator = separator(text);
  }

  static CsvCells of(Path file, String text) {
    var cells = new CsvCells(file, text);
    cells.scan();
    return cells;
  }

  int lines() {
    return lines;
  }

  int width(int line) {
    return (line + 1 < lines ? firstCells[line + 1] : cells) - firstCells[line];
  }

  int lineNumber(int line) {
    return lineNumbers[line];
  }

  String cell(int line, int column) {
    int k = firstCells[line] + column;
    int start = bounds[2 * k];
    int end = bounds[2 * k + 1];
    boolean quoted = end - start >= 2 && text.charAt(start) == QUOTE;
    return quoted
        ? text.substring(start + 1, end - 1).replace("\"\"", "\"")
        : text.substring(start, end);
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

  private void scan() {
    int lineNumber = 1;
    int at = 0;
    while (at < text.length()) {
      int lineStart = at;
      startLine(lineNumber);
      while (true) {
        int end = cellEnd(at, lineNumber);
        addCell(at, end);
        at = end + 1;
        if (end >= text.length() || text.charAt(end) == '\n') {
          break;
        }
      }
      boolean blank = width(lines - 1) == 1 && bounds[2 * cells - 2] == bounds[2 * cells - 1];
      if (blank) {
        cells = firstCells[--lines];
      }
      lineNumber += newlines(lineStart, at);
    }
  }

  /** The place of the separator or the line's end behind the cell that begins here. */
  private int cellEnd(int start, int lineNumber) {
    int at = start;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == QUOTE) {
      at = closingQuote(at, lineNumber) + 1;
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      require(
          at >= text.length() || text.charAt(at) == separator || text.charAt(at) == '\n',
          "%s, line %d: a cell goes on behind its closing quote",
          file,
          lineNumber);
      return at;
    }
    while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
      at++;
    }
    return at;
  }

  private int closingQuote(int opening, int lineNumber) {
    int at = text.indexOf(QUOTE, opening + 1);
    while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
      at = text.indexOf(QUOTE, at + 2);
    }
    require(at >= 0, "%s, line %d: a quote is opened and never closed", file, lineNumber);
    return at;
  }

  private boolean isSpace(char c) {
    return (c == ' ' || c == '\t' || c == '\r') && c != separator;
  }

  private int newlines(int from, int to) {
    int count = 0;
    for (int i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
      count++;
    }
    return count;
  }

  private void startLine(int lineNumber) {
    if (lines == firstCells.length) {
      firstCells = Arrays.copyOf(firstCells, 2 * lines);
      lineNumbers = Arrays.copyOf(lineNumbers, 2 * lines);
    }
    firstCells[lines] = cells;
    lineNumbers[lines++] = lineNumber;
  }

  private void addCell(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (2 * cells == bounds.length) {
      bounds = Arrays.copyOf(bounds, 4 * cells);
    }
    bounds[2 * cells] = start;
    bounds[2 * cells++ + 1] = end;
  }
}
