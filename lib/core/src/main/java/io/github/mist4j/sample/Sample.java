package io.github.mist4j.sample;

import static io.github.mist4j.sample.Checks.require;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Paired rows of X (dx columns) and Y (dy columns), validated once and never changed.
 *
 * <p>A sample has at least {@value #MIN_ROWS} rows; every cell is finite, no column is constant and
 * no two columns share a name.
 */
public final class Sample {
  /** The fewest rows a sample may have. */
  public static final int MIN_ROWS = 10;

  private final List<String> xNames;
  private final List<String> yNames;
  private final double[][] x; // (dx, n)
  private final double[][] y; // (dy, n)
  private final List<Warning> warnings;

  private Sample(
      List<String> xNames,
      double[][] x,
      List<String> yNames,
      double[][] y,
      List<Warning> warnings) {
    this.xNames = xNames;
    this.yNames = yNames;
    this.x = x;
    this.y = y;
    this.warnings = warnings;
  }

  /**
   * A sample from rows, columns named x1, x2, … and y1, y2, ….
   *
   * @param x the rows of X, (n, dx)
   * @param y the rows of Y, (n, dy)
   * @throws IllegalArgumentException if a row is missing or of another length, a cell is not
   *     finite, a column is constant, or there are fewer than {@value #MIN_ROWS} rows
   */
  public static Sample ofRows(double[][] x, double[][] y) {
    return ofColumns(columns("X", x), columns("Y", y));
  }

  /**
   * A sample from columns, named x1, x2, … and y1, y2, ….
   *
   * @param x the columns of X, (dx, n)
   * @param y the columns of Y, (dy, n)
   * @throws IllegalArgumentException as {@link #ofRows}
   */
  public static Sample ofColumns(double[][] x, double[][] y) {
    require(x != null && y != null, "X and Y must be given, was null");
    return ofColumns(numbered("x", x.length), x, numbered("y", y.length), y);
  }

  /**
   * A sample from named columns.
   *
   * @param xNames the names of X's columns
   * @param x the columns of X, (dx, n)
   * @param yNames the names of Y's columns
   * @param y the columns of Y, (dy, n)
   * @throws IllegalArgumentException as {@link #ofRows}, or if a name stands twice
   */
  public static Sample ofColumns(
      List<String> xNames, double[][] x, List<String> yNames, double[][] y) {
    checkSide("X", xNames, x);
    checkSide("Y", yNames, y);
    checkNames(xNames, yNames);
    int n = x[0].length;
    require(n >= MIN_ROWS, "a sample needs at least %d rows, had %d", MIN_ROWS, n);
    checkColumns(xNames, x, xNames.get(0), n);
    checkColumns(yNames, y, xNames.get(0), n);
    return new Sample(List.copyOf(xNames), copy(x), List.copyOf(yNames), copy(y), List.of());
  }

  /** The same sample with one more warning, which every estimate from it will carry. */
  public Sample withWarning(Warning warning) {
    require(warning != null, "warning must be given, was null");
    return new Sample(
        xNames, x, yNames, y, Stream.concat(warnings.stream(), Stream.of(warning)).toList());
  }

  /** The sample with X and Y exchanged. */
  public Sample swapped() {
    return new Sample(yNames, y, xNames, x, warnings);
  }

  /**
   * The sample of some rows, with its names and warnings.
   *
   * @param rows which, from 0, in the order in which they are to stand
   * @throws IllegalArgumentException if there is no such row, a column is constant on them, or
   *     there are fewer than {@value #MIN_ROWS}
   */
  public Sample rows(int[] rows) {
    require(rows != null, "rows must be given, was null");
    for (int row : rows) {
      require(row >= 0 && row < n(), "a row must be from 0 to %d, was %d", n() - 1, row);
    }
    Sample some = ofColumns(xNames, chosen(x, rows), yNames, chosen(y, rows));
    return new Sample(xNames, some.x, yNames, some.y, warnings);
  }

  /**
   * The sample without columns that follow from others of their side, with a warning that names
   * each of them. Its mutual information is the same.
   *
   * <ul>
   *   <li>A monotone function of another column goes, such as its classes or the same in another
   *       unit, unless its values stand in that order by chance; of copies the first stays.
   *   <li>Of columns in an exact linear relation the one with the largest part in it goes: a total,
   *       one of shares of a whole, of places in a ranking, of indicators.
   * </ul>
   */
  public Sample withoutRedundantColumns() {
    var ofX = InformativeColumns.of(xNames, x);
    var ofY = InformativeColumns.of(yNames, y);
    return new Sample(
        ofX.names(),
        ofX.columns().toArray(double[][]::new),
        ofY.names(),
        ofY.columns().toArray(double[][]::new),
        Stream.of(warnings, ofX.warnings(), ofY.warnings()).flatMap(List::stream).toList());
  }

  private static double[][] chosen(double[][] columns, int[] rows) {
    return Arrays.stream(columns)
        .map(column -> Arrays.stream(rows).mapToDouble(r -> column[r]).toArray())
        .toArray(double[][]::new);
  }

  /** The number of rows. */
  public int n() {
    return x[0].length;
  }

  /** The number of columns of X. */
  public int dx() {
    return x.length;
  }

  /** The number of columns of Y. */
  public int dy() {
    return y.length;
  }

  /** The names of X's columns. */
  public List<String> xNames() {
    return xNames;
  }

  /** The names of Y's columns. */
  public List<String> yNames() {
    return yNames;
  }

  /** A copy of a column of X, (n). */
  public double[] x(int column) {
    return column(x, column).clone();
  }

  /** A copy of a column of Y, (n). */
  public double[] y(int column) {
    return column(y, column).clone();
  }

  private static double[] column(double[][] side, int column) {
    require(
        column >= 0 && column < side.length,
        "column must be from 0 to %d, was %d",
        side.length - 1,
        column);
    return side[column];
  }

  /** What was done to the data before it came here; empty if nothing was. */
  public List<Warning> warnings() {
    return warnings;
  }

  /** The number of rows, columns and their names on one line. */
  @Override
  public String toString() {
    return "Sample of " + n() + " rows, X = " + xNames + ", Y = " + yNames;
  }

  private static double[][] columns(String side, double[][] rows) {
    require(rows != null, "%s must be given, was null", side);
    require(
        rows.length >= MIN_ROWS,
        "a sample needs at least %d rows, %s had %d",
        MIN_ROWS,
        side,
        rows.length);
    require(rows[0] != null, "%s must have no missing row, row 1 is null", side);
    int d = rows[0].length;
    for (int r = 0; r < rows.length; r++) {
      require(rows[r] != null, "%s must have no missing row, row %d is null", side, r + 1);
      require(
          rows[r].length == d,
          "rows of %s must be of one length, row 1 has %d values and row %d has %d",
          side,
          d,
          r + 1,
          rows[r].length);
    }
    var columns = new double[d][rows.length];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < d; c++) {
        columns[c][r] = rows[r][c];
      }
    }
    return columns;
  }

  private static void checkSide(String side, List<String> names, double[][] columns) {
    require(columns != null && names != null, "%s must be given, was null", side);
    require(columns.length > 0, "%s needs at least one column, had none", side);
    require(
        names.size() == columns.length,
        "%s has %d columns but %d names",
        side,
        columns.length,
        names.size());
    for (int c = 0; c < columns.length; c++) {
      require(names.get(c) != null, "%s must have no missing name, name %d is null", side, c + 1);
      require(columns[c] != null, "column '%s' of %s is null", names.get(c), side);
    }
  }

  private static void checkNames(List<String> xNames, List<String> yNames) {
    var seen = new HashSet<String>();
    for (String name : xNames) {
      require(seen.add(name), "column '%s' stands twice in X, a column may stand once", name);
    }
    for (String name : yNames) {
      require(
          !xNames.contains(name),
          "column '%s' stands in both X and Y, a column may stand once",
          name);
      require(seen.add(name), "column '%s' stands twice in Y, a column may stand once", name);
    }
  }

  private static void checkColumns(List<String> names, double[][] columns, String first, int n) {
    for (int c = 0; c < columns.length; c++) {
      double[] column = columns[c];
      String name = names.get(c);
      require(
          column.length == n,
          "columns must be of one length, '%s' has %d rows and '%s' has %d",
          first,
          n,
          name,
          column.length);
      boolean constant = true;
      for (int r = 0; r < n; r++) {
        require(
            Double.isFinite(column[r]),
            "column '%s', row %d is %s, every cell must be a finite number",
            name,
            r + 1,
            column[r]);
        constant &= column[r] == column[0];
      }
      require(
          !constant,
          "column '%s' is constant, every row is %s; a constant column holds no information",
          name,
          column[0]);
    }
  }

  private static List<String> numbered(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
  }

  private static double[][] copy(double[][] columns) {
    return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
  }
}
