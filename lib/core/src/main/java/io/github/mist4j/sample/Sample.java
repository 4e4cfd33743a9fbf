package io.github.mist4j.sample;

import static io.github.mist4j.sample.Checks.require;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Paired rows of X (dx columns) and Y (dy columns), validated once and never changed.
 *
 * <p>A sample has at least {@value #MIN_ROWS} rows; every cell is finite, no column is constant and
 * no two columns share a name. Columns are numbers unless {@link #withKinds} says otherwise.
 *
 * <pre>{@code
 * Sample rows = Sample.ofRows(x, y); // (n, dx) and (n, dy)
 * Sample columns = Sample.ofColumns(List.of("rooms", "age"), homes, List.of("price"), prices);
 * }</pre>
 */
public final class Sample {
  /** The fewest rows a sample may have. */
  public static final int MIN_ROWS = 10;

  private static final int FEWEST_INDICATORS = 3; // two columns are taken as they are

  private final Side x;
  private final Side y;
  private final List<Warning> warnings;

  private Sample(Side x, Side y, List<Warning> warnings) {
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
    return ofColumns(Side.columns("X", x), Side.columns("Y", y));
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
    return ofColumns(Side.numbered("x", x.length), x, Side.numbered("y", y.length), y);
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
    Side.checkGiven("X", xNames, x);
    Side.checkGiven("Y", yNames, y);
    checkNames(xNames, yNames);
    return new Sample(Side.ofNumbers(xNames, x), Side.ofNumbers(yNames, y), List.of()).checked();
  }

  private Sample checked() {
    require(n() >= MIN_ROWS, "a sample needs at least %d rows, had %d", MIN_ROWS, n());
    x.checkColumns(x.names().get(0), n());
    y.checkColumns(x.names().get(0), n());
    return this;
  }

  /**
   * The same sample, its columns of other kinds.
   *
   * @param xKinds one for each column of X
   * @param yKinds one for each column of Y
   * @throws IllegalArgumentException if there are more or fewer kinds than columns, a boolean
   *     column holds another value than 0 and 1, or a column of names is to become another
   */
  public Sample withKinds(List<ColumnKind> xKinds, List<ColumnKind> yKinds) {
    return new Sample(x.withKinds("X", xKinds), y.withKinds("Y", yKinds), warnings)
        .warnedOfLevels(this);
  }

  /** The same sample, its values taken as names: equal or not, and in no order. */
  public Sample withValuesAsNames() {
    return new Sample(
        x.withKinds("X", Collections.nCopies(dx(), ColumnKind.NOMINAL)),
        y.withKinds("Y", Collections.nCopies(dy(), ColumnKind.NOMINAL)),
        warnings);
  }

  /**
   * The same sample, a column of it replaced by names.
   *
   * <pre>{@code
   * Sample homes = Sample.ofColumns(List.of("town"), codes, List.of("price"), prices);
   * homes.withNames("town", towns).xKinds() // [NOMINAL]
   * }</pre>
   *
   * @param column the name of the column
   * @param cells its cells, (n)
   * @throws IllegalArgumentException if there is no such column, a cell is null, all are the same,
   *     or there are more or fewer than rows
   */
  public Sample withNames(String column, String... cells) {
    require(cells != null, "cells must be given, was null");
    int ofX = x.names().indexOf(column);
    int ofY = y.names().indexOf(column);
    require(ofX >= 0 || ofY >= 0, "there is no column '%s' in X or Y", column);
    Side newX = ofX >= 0 ? x.withNames(ofX, cells) : x;
    Side newY = ofX >= 0 ? y : y.withNames(ofY, cells);
    require(cells.length == n(), "column '%s' needs %d names, had %d", column, n(), cells.length);
    return new Sample(newX, newY, warnings).checked().warnedOfLevels(this);
  }

  /** With a warning for each column that has become one of too many names. */
  private Sample warnedOfLevels(Sample before) {
    Stream<Warning> ofX = levelWarnings(x, before.x);
    Stream<Warning> ofY = levelWarnings(y, before.y);
    return new Sample(
        x, y, Stream.of(warnings.stream(), ofX, ofY).flatMap(Function.identity()).toList());
  }

  private static Stream<Warning> levelWarnings(Side side, Side before) {
    return IntStream.of(side.nominal())
        .filter(c -> !side.levels().get(c).equals(before.levels().get(c)))
        .mapToObj(c -> side.levels().get(c).orElseThrow().warning(side.names().get(c)))
        .flatMap(Optional::stream);
  }

  /** Whether a column of X or Y holds names. */
  public boolean hasNames() {
    return x.nominal().length + y.nominal().length > 0;
  }

  /**
   * The sample with columns of 0 and 1 in the place of each column of names: one for every level
   * but the most frequent, which follows from the others. Its mutual information is the same.
   *
   * <p>Indicators stand from the most frequent level on, equally frequent ones in the order in
   * which they first appear, so that nothing depends on what levels are called. The rarest of more
   * than {@value Levels#MOST_INDICATORS} share one indicator, and a warning says so.
   */
  public Sample withIndicators() {
    if (!hasNames()) {
      return this;
    }
    Stream<Warning> pooled =
        Stream.of(x, y)
            .flatMap(
                side ->
                    IntStream.of(side.nominal())
                        .mapToObj(
                            c -> side.levels().get(c).orElseThrow().pooled(side.names().get(c))))
            .flatMap(Optional::stream);
    return new Sample(
        x.withIndicators(), y.withIndicators(), Stream.concat(warnings.stream(), pooled).toList());
  }

  /**
   * The sample with one column of names in the place of a side of {@value #FEWEST_INDICATORS} or
   * more columns of 0 and 1 of which no row has two ones, as one-hot codes are. Its mutual
   * information is the same.
   */
  public Sample withNamesOfIndicators() {
    Side ofX = dx() < FEWEST_INDICATORS ? x : x.withNamesOfIndicators();
    Side ofY = dy() < FEWEST_INDICATORS ? y : y.withNamesOfIndicators();
    return new Sample(ofX, ofY, warnings);
  }

  /** The levels of a column of names of X by their code; empty for a column of another kind. */
  public List<String> xLevels(int column) {
    column(x.columns(), column);
    return x.levels().get(column).map(Levels::names).orElse(List.of());
  }

  /** The same of Y. */
  public List<String> yLevels(int column) {
    column(y.columns(), column);
    return y.levels().get(column).map(Levels::names).orElse(List.of());
  }

  /** The same sample with one more warning, which every estimate from it will carry. */
  public Sample withWarning(Warning warning) {
    require(warning != null, "warning must be given, was null");
    return new Sample(x, y, Stream.concat(warnings.stream(), Stream.of(warning)).toList());
  }

  /** The sample with X and Y exchanged. */
  public Sample swapped() {
    return new Sample(y, x, warnings);
  }

  /**
   * The sample of some rows, with its names, kinds and warnings.
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
    return new Sample(x.rows(rows), y.rows(rows), warnings).checked();
  }

  /**
   * The same sample, one column of X in another order of its rows, as if it said nothing.
   *
   * @param column its place, from 0
   * @param order row order[r] of it comes to stand in row r; a permutation of the rows, (n)
   */
  public Sample withXInOrder(int column, int[] order) {
    column(x.columns(), column);
    require(
        order != null && order.length == n(), "order must have a place for each of %d rows", n());
    return new Sample(x.inOrder(column, order), y, warnings);
  }

  /**
   * The same sample, the rows of Y in another order beside those of X.
   *
   * @param order row order[r] of Y comes to stand beside row r of X; a permutation of the rows, (n)
   */
  public Sample withYInOrder(int[] order) {
    require(
        order != null && order.length == n(), "order must have a place for each of %d rows", n());
    return new Sample(x, y.rows(order), warnings);
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
   *
   * <p>Columns of names stay; see {@link #withIndicators()}. A measure of one side that follows
   * from the other stays too, and a warning says so.
   */
  public Sample withoutRedundantColumns() {
    var ofX = InformativeColumns.of(x);
    var ofY = InformativeColumns.of(y);
    Side lessX = x.only(ofX.names());
    Side lessY = y.only(ofY.names());
    Stream<Warning> between = InformativeColumns.between(lessX, lessY).stream();
    return new Sample(
        lessX,
        lessY,
        Stream.of(warnings.stream(), ofX.warnings().stream(), ofY.warnings().stream(), between)
            .flatMap(Function.identity())
            .toList());
  }

  /**
   * The sample with each row once, where rows stand again as a whole and that is no chance, with a
   * warning that says how many did. Rows of counts and levels, which may be equal by chance, stay;
   * where it cannot be told, a warning says that they did.
   *
   * <p>The copies say nothing about the law that the rows are drawn of, and what measures distances
   * between rows takes them for dependence without bound.
   */
  public Sample withoutRepeatedRows() {
    RowCopies copies = copies();
    if (copies.perhaps() > 0) {
      return withWarning(
          new Warning(
              Warning.Kind.ROWS_STAND_AGAIN,
              ("%s of %s rows stand again as a whole and were taken as draws of their own, as sales"
                      + " of articles are: if they are the same %s told again, as in a join, leave"
                      + " the others out")
                  .formatted(copies.perhaps(), n(), n() - copies.perhaps())));
    }
    if (copies.count() == 0) {
      return this;
    }
    return rows(copies.kept())
        .withWarning(
            new Warning(
                Warning.Kind.ROWS_COUNTED_ONCE,
                ("%s of %s rows stand again as a whole and were counted once: is this a bootstrap"
                        + " sample, a join, an upsampled table?")
                    .formatted(copies.count(), n())));
  }

  /**
   * The same sample, with a warning where neighbouring rows are alike on both sides, as in a series
   * or where a unit has several rows: they are no independent draws then. A table that was sorted
   * by a column or by classes is not warned of, as far as that can be told.
   */
  public Sample warnedOfOrder() {
    boolean known =
        warnings.stream().anyMatch(w -> w.kind() == Warning.Kind.NEIGHBOURING_ROWS_ALIKE);
    return known ? this : SerialDependence.between(x, y).map(this::withWarning).orElse(this);
  }

  /** The rows that {@link #withoutRepeatedRows()} keeps, from 0, rising. */
  public int[] differentRows() {
    return copies().kept().clone();
  }

  private RowCopies copies() {
    RowCopies copies = RowCopies.of(x.beside(y).columns(), x.beside(y).areNames(), dx());
    return copies.kept().length < MIN_ROWS ? RowCopies.none(n()) : copies;
  }

  /** The number of rows. */
  public int n() {
    return x.columns()[0].length;
  }

  /** The number of columns of X. */
  public int dx() {
    return x.columns().length;
  }

  /** The number of columns of Y. */
  public int dy() {
    return y.columns().length;
  }

  /** The names of X's columns. */
  public List<String> xNames() {
    return x.names();
  }

  /** The names of Y's columns. */
  public List<String> yNames() {
    return y.names();
  }

  /** The kinds of X's columns. */
  public List<ColumnKind> xKinds() {
    return x.kinds();
  }

  /** The kinds of Y's columns. */
  public List<ColumnKind> yKinds() {
    return y.kinds();
  }

  /** A copy of a column of X, names as codes 0, 1, … in the order of their appearance, (n). */
  public double[] x(int column) {
    return column(x.columns(), column).clone();
  }

  /** A copy of a column of Y, names as codes 0, 1, … in the order of their appearance, (n). */
  public double[] y(int column) {
    return column(y.columns(), column).clone();
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
    return "Sample of " + n() + " rows, X = " + x.names() + ", Y = " + y.names();
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
}
