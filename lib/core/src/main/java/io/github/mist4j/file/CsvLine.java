package io.github.mist4j.file;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of a CSV file to write. */
public final class CsvLine {
  private CsvLine() {}

  /** The cells separated by commas, quoted where they must be, and a line feed. */
  public static String of(Object... cells) {
    return Arrays.stream(cells)
            .map(cell -> quoted(cell.toString()))
            .collect(Collectors.joining(","))
        + "\n";
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
