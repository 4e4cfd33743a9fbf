package io.github.mist4j.sample;

import static io.github.mist4j.sample.Checks.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of X or of Y.
 *
 * @param names their names
 * @param kinds what they are
 * @param columns their values, those of names as codes, (d, n)
 * @param levels what the codes of names mean; empty where a column holds none, (d)
 */
record Side(
    List<String> names, List<ColumnKind> kinds, double[][] columns, List<Optional<Levels>> levels) {
  /** Columns of numbers, copied. */
  static Side ofNumbers(List<String> names, double[][] columns) {
    return new Side(
        List.copyOf(names),
        Collections.nCopies(names.size(), ColumnKind.NUMERIC),
        copy(columns),
        Collections.nCopies(names.size(), Optional.empty()));
  }

  /** The same of other kinds; {@code side} names it in a refusal. */
  Side withKinds(String side, List<ColumnKind> newKinds) {
    require(newKinds != null, "kinds of %s must be given, was null", side);
    require(
        newKinds.size() == names.size(),
        "%s has %d columns but %d kinds",
        side,
        names.size(),
        newKinds.size());
    var changed = new Side(names, newKinds, columns.clone(), new ArrayList<>(levels));
    for (int c = 0; c < names.size(); c++) {
      require(newKinds.get(c) != null, "the kind of column '%s' is null", names.get(c));
      if (newKinds.get(c) == ColumnKind.BOOLEAN) {
        checkBoolean(names.get(c), columns[c]);
      }
      if (newKinds.get(c) != ColumnKind.NOMINAL) {
        require(
            levels.get(c).isEmpty(),
            "column '%s' holds names, it cannot become %s",
            names.get(c),
            newKinds.get(c));
      } else if (levels.get(c).isEmpty()) {
        changed.name(c, Levels.ofNumbers(columns[c]));
      }
    }
    return new Side(names, List.copyOf(newKinds), changed.columns, List.copyOf(changed.levels));
  }

  /** The same with a column of names in the place of one of numbers. */
  Side withNames(int column, String[] cells) {
    var newKinds = new ArrayList<>(kinds);
    newKinds.set(column, ColumnKind.NOMINAL);
    var side = new Side(names, newKinds, columns.clone(), new ArrayList<>(levels));
    side.name(column, Levels.of(names.get(column), cells));
    return new Side(names, List.copyOf(newKinds), side.columns, List.copyOf(side.levels));
  }

  private void name(int column, Levels named) {
    levels.set(column, Optional.of(named));
    columns[column] = named.codes();
  }

  /** Those of some names. */
  Side only(List<String> some) {
    int[] places = some.stream().mapToInt(names::indexOf).toArray();
    return new Side(
        List.copyOf(some),
        Arrays.stream(places).mapToObj(kinds::get).toList(),
        Arrays.stream(places).mapToObj(c -> columns[c]).toArray(double[][]::new),
        Arrays.stream(places).mapToObj(levels::get).toList());
  }

  /** The same names and kinds in some of the rows; names are numbered again. */
  Side rows(int[] rows) {
    List<Optional<Levels>> some =
        levels.stream().map(of -> of.map(named -> named.rows(rows))).toList();
    return new Side(
        names,
        kinds,
        IntStream.range(0, columns.length)
            .mapToObj(
                c ->
                    some.get(c)
                        .map(Levels::codes)
                        .orElseGet(
                            () -> IntStream.of(rows).mapToDouble(r -> columns[c][r]).toArray()))
            .toArray(double[][]::new),
        some);
  }

  /** The same, one column in another order of its rows. */
  Side inOrder(int column, int[] order) {
    Side moved = only(List.of(names.get(column))).rows(order);
    double[][] newColumns = columns.clone();
    newColumns[column] = moved.columns[0];
    var newLevels = new ArrayList<>(levels);
    newLevels.set(column, moved.levels.get(0));
    return new Side(names, kinds, newColumns, List.copyOf(newLevels));
  }

  /** These columns and then those of another side. */
  Side beside(Side other) {
    return new Side(
        Stream.concat(names.stream(), other.names.stream()).toList(),
        Stream.concat(kinds.stream(), other.kinds.stream()).toList(),
        Stream.concat(Stream.of(columns), Stream.of(other.columns)).toArray(double[][]::new),
        Stream.concat(levels.stream(), other.levels.stream()).toList());
  }

  /** Which columns are of names, (d). */
  boolean[] areNames() {
    var names = new boolean[kinds.size()];
    for (int c : nominal()) {
      names[c] = true;
    }
    return names;
  }

  /** The places of columns of names. */
  int[] nominal() {
    return IntStream.range(0, kinds.size())
        .filter(c -> kinds.get(c) == ColumnKind.NOMINAL)
        .toArray();
  }

  /** One column of names in the place of indicators, of which no row has two; else the same. */
  Side withNamesOfIndicators() {
    int n = columns[0].length;
    var cells = new String[n];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < n; r++) {
        double value = columns[c][r];
        if (levels.get(c).isPresent() || (value != 0 && (value != 1 || cells[r] != null))) {
          return this;
        }
        cells[r] = value == 1 ? Integer.toString(c) : cells[r];
      }
    }
    String name = String.join(", ", names);
    Levels named =
        Levels.of(
            name,
            Stream.of(cells).map(cell -> cell == null ? "none" : cell).toArray(String[]::new));
    return new Side(
        List.of(name),
        List.of(ColumnKind.NOMINAL),
        new double[][] {named.codes()},
        List.of(Optional.of(named)));
  }

  /** The same with indicators in the place of each column of names. */
  Side withIndicators() {
    var newNames = new ArrayList<String>();
    var newKinds = new ArrayList<ColumnKind>();
    var newColumns = new ArrayList<double[]>();
    for (int c = 0; c < names.size(); c++) {
      if (levels.get(c).isEmpty()) {
        newNames.add(names.get(c));
        newKinds.add(kinds.get(c));
        newColumns.add(columns[c]);
        continue;
      }
      Levels named = levels.get(c).get();
      for (int level : named.withIndicator()) {
        String name = names.get(c) + "=" + named.names().get(level);
        newNames.add(names.contains(name) ? name + " " : name); // a column may be called so
        newKinds.add(ColumnKind.BOOLEAN);
        newColumns.add(named.indicator(level));
      }
      if (named.indicatorOfRest().isPresent()) {
        newNames.add(names.get(c) + "=... ");
        newKinds.add(ColumnKind.BOOLEAN);
        newColumns.add(named.indicatorOfRest().get());
      }
    }
    return new Side(
        List.copyOf(newNames),
        List.copyOf(newKinds),
        newColumns.toArray(double[][]::new),
        Collections.nCopies(newNames.size(), Optional.empty()));
  }

  /** The columns of rows, all of which must be of one length, (d, n). */
  static double[][] columns(String side, double[][] rows) {
    require(rows != null, "%s must be given, was null", side);
    require(
        rows.length >= Sample.MIN_ROWS,
        "a sample needs at least %d rows, %s had %d",
        Sample.MIN_ROWS,
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

  /** Refuses a side without columns or names. */
  static void checkGiven(String side, List<String> names, double[][] columns) {
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

  /**
   * Refuses columns that are of another length, not finite or constant.
   *
   * @param first the name of the column whose length is n
   */
  void checkColumns(String first, int n) {
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
      Object only = levels.get(c).map(of -> (Object) of.names().get(0)).orElse(column[0]);
      require(
          !constant,
          "column '%s' is constant, every row is %s; a constant column holds no information",
          name,
          only);
    }
  }

  private static void checkBoolean(String name, double[] column) {
    for (int r = 0; r < column.length; r++) {
      require(
          column[r] == 0 || column[r] == 1,
          "column '%s', row %d is %s, a boolean column holds 0 and 1",
          name,
          r + 1,
          column[r]);
    }
  }

  /** Names such as x1, x2, x3. */
  static List<String> numbered(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
  }

  private static double[][] copy(double[][] columns) {
    return Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new);
  }
}
