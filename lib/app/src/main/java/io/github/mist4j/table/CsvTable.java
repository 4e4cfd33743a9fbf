package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.CsvFile;
import io.github.mist4j.sample.Sample;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * Samples from the columns of a CSV file, read at once and to the last cell.
 *
 * <p>A column holds numbers, dates as 2024-03-31, or true and false in every cell, taken as 1 and
 * 0; else it holds names. Every cell is looked at, so that no type is guessed. An empty cell and
 * NA, N/A, NaN, null and * (in any case) are missing values.
 *
 * <pre>{@code
 * CsvTable.read(Path.of("homes.csv"))
 *     .sample(List.of("rooms", "age"), List.of("price"), MissingCells.DROP_ROWS)
 * }</pre>
 *
 * <p>The command line and {@link io.github.mist4j.Mist#read} both read with it. The former makes no
 * {@link #toTable}: to load Tablesaw takes longer than to estimate.
 */
public final class CsvTable {
  private final CsvFile file;
  private final Set<String> nominal; // columns whose numbers are names

  private CsvTable(CsvFile file, Set<String> nominal) {
    this.file = file;
    this.nominal = nominal;
  }

  /**
   * Reads a file with a header; see {@link CsvFile} for what it may look like.
   *
   * @throws IllegalArgumentException with one sentence that names the file, and the line where one
   *     is to blame, if it is missing, empty, not text, ragged, or has no rows
   */
  public static CsvTable read(Path file) {
    return new CsvTable(CsvFile.read(file), Set.of());
  }

  /**
   * The same table in which the cells of some columns are names whatever they hold, postcodes for
   * instance.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public CsvTable withNames(Collection<String> columns) {
    for (String column : columns) {
      require(columnNames().contains(column), "%s", new MissingColumn(column, columnNames()));
    }
    return new CsvTable(file, Set.copyOf(columns));
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
   * The sample of two lists of columns.
   *
   * @throws IllegalArgumentException as {@link TableSample#of(Table, List, List, MissingCells)}
   */
  public Sample sample(List<String> x, List<String> y, MissingCells missing) {
    return new ColumnChoice(columnNames(), this::column).sample(x, y, missing);
  }

  /**
   * The same as a Tablesaw table, named as the file: numbers in columns of doubles, true and false
   * in columns of booleans, dates in columns of dates, names in columns of strings. {@link
   * TableSample} gives the samples of it that this gives.
   */
  public Table toTable() {
    return TablesawTable.of(file, this::column);
  }

  private TableColumn column(int place) {
    String name = columnNames().get(place);
    return nominal.contains(name)
        ? TableColumn.ofNames(name, rowCount(), row -> file.cell(row, place))
        : TableColumn.ofCells(name, rowCount(), row -> file.cell(row, place));
  }
}
