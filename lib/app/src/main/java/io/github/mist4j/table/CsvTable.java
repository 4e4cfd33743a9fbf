package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.CsvFile;
import io.github.mist4j.sample.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Samples from the columns of a CSV file, read at once and to the last cell.
 *
 * <p>A column of x or y must hold numbers, or true and false in every cell, taken as 1 and 0. Every
 * cell is looked at, so that no type is guessed. An empty cell and NA, N/A, NaN, null and * (in any
 * case) are missing values.
 *
 * <p>This is the way of the command line: Tablesaw's own reader takes 0.3 seconds more to start.
 */
public final class CsvTable {
  private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "*");

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final CsvFile file;

  private CsvTable(CsvFile file) {
    this.file = file;
  }

  /**
   * Reads a file with a header; see {@link CsvFile} for what it may look like.
   *
   * @throws IllegalArgumentException with one sentence that names the file, and the line where one
   *     is to blame, if it is missing, empty, not text, ragged, or has no rows
   */
  public static CsvTable read(Path file) {
    return new CsvTable(CsvFile.read(file));
  }

  /** The names of the columns, from left to right. */
  public List<String> columnNames() {
    return file.header();
  }

  /** The number of rows. */
  public int rowCount() {
    return file.rows();
  }

  /**
   * The sample of two lists of columns; every cell must hold a value.
   *
   * @throws IllegalArgumentException as {@link TableSample#of}
   */
  public Sample sample(List<String> x, List<String> y) {
    return new ColumnChoice(columnNames(), this::numbers).sample(x, y, IncompleteRows.REFUSED);
  }

  /**
   * The sample of two lists of columns, without the rows in which one of these columns misses a
   * value. How many were dropped is said in the sample's warnings.
   *
   * @throws IllegalArgumentException as {@link TableSample#droppingIncompleteRows}
   */
  public Sample sampleDroppingIncompleteRows(List<String> x, List<String> y) {
    return new ColumnChoice(columnNames(), this::numbers).sample(x, y, IncompleteRows.DROPPED);
  }

  private double[] numbers(int column) {
    var numbers = new double[rowCount()];
    boolean truths = false;
    boolean started = false;
    for (int row = 0; row < numbers.length; row++) {
      String cell = file.cell(row, column);
      if (isMissing(cell)) {
        numbers[row] = Double.NaN;
        continue;
      }
      truths = started ? truths : truth(cell).isPresent();
      started = true;
      OptionalDouble number = truths ? truth(cell) : number(cell);
      require(
          number.isPresent(),
          "column '%s', row %d is '%s', X and Y take columns of numbers or of true and false",
          columnNames().get(column),
          row + 1,
          cell.length() > 40 ? cell.substring(0, 40) + "..." : cell);
      numbers[row] = number.getAsDouble();
    }
    return numbers;
  }

  private static boolean isMissing(String cell) {
    return cell.length() <= 4 && MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  private static OptionalDouble truth(String cell) {
    if (cell.equalsIgnoreCase("true")) {
      return OptionalDouble.of(1);
    }
    return cell.equalsIgnoreCase("false") ? OptionalDouble.of(0) : OptionalDouble.empty();
  }

  private static OptionalDouble number(String cell) {
    if (DECIMAL.matcher(cell).matches()) { // Java also takes 1f, 1d and 0x1p3
      return OptionalDouble.of(Double.parseDouble(cell));
    }
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }
}
