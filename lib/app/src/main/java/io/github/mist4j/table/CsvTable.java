package io.github.mist4j.table;

import io.github.mist4j.file.CsvFile;
import io.github.mist4j.sample.Sample;
import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Samples from the columns of a CSV file, read at once and to the last cell.
 *
 * <p>A column of x or y must hold numbers, or true and false in every cell, taken as 1 and 0. Every
 * cell is looked at, so that no type is guessed. An empty cell and NA, N/A, NaN, null and * (in any
 * case) are missing values.
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
   * The sample of two lists of columns.
   *
   * @throws IllegalArgumentException as {@link TableSample#of(Table, List, List, MissingCells)}
   */
  public Sample sample(List<String> x, List<String> y, MissingCells missing) {
    return new ColumnChoice(columnNames(), this::column).sample(x, y, missing);
  }

  /**
   * The same as a Tablesaw table, named as the file: numbers in columns of doubles, true and false
   * in columns of booleans, anything else in columns of strings. {@link TableSample} gives the
   * samples of it that this gives.
   */
  public Table toTable() {
    return TablesawTable.of(file, this::column);
  }

  private TableColumn column(int place) {
    return TableColumn.ofCells(columnNames().get(place), rowCount(), row -> file.cell(row, place));
  }
}
