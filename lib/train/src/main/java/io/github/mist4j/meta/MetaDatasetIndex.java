package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.CsvFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code index.csv} of a meta-dataset folder. */
final class MetaDatasetIndex {
  static final String IDX = "idx";
  static final String N = "n";
  static final String DX = "dx";
  static final String DY = "dy";
  static final String TRUE_MI = "true_mi";
  static final String OFFSET = "offset";
  static final String SPLIT = "split";
  static final String DISTRIBUTION = "distribution";
  private static final List<String> REQUIRED = List.of(IDX, N, DX, DY, TRUE_MI, OFFSET);

  private final CsvFile csv;

  private MetaDatasetIndex(CsvFile csv) {
    this.csv = csv;
  }

  static List<MetaDatasetRow> read(Path file) {
    var index = new MetaDatasetIndex(CsvFile.read(file));
    for (String name : REQUIRED) {
      require(
          index.csv.header().contains(name),
          "%s has no column '%s'; the index of a meta-dataset has at least %s",
          file,
          name,
          String.join(",", REQUIRED));
    }
    return index.rows();
  }

  private List<MetaDatasetRow> rows() {
    var rows = new ArrayList<MetaDatasetRow>();
    Map<Long, Integer> lines = new HashMap<>();
    for (int r = 0; r < csv.rows(); r++) {
      MetaDatasetRow row = row(r);
      Integer earlier = lines.put(row.idx(), csv.lineNumber(r));
      require(
          earlier == null,
          "%s, line %d: idx %d stands on line %d already, it may stand once",
          csv.file(),
          csv.lineNumber(r),
          row.idx(),
          earlier);
      rows.add(row);
    }
    return List.copyOf(rows);
  }

  private MetaDatasetRow row(int r) {
    long idx = number(r, IDX, Long::valueOf);
    int n = number(r, N, Integer::valueOf);
    int dx = number(r, DX, Integer::valueOf);
    int dy = number(r, DY, Integer::valueOf);
    double trueMi = number(r, TRUE_MI, Double::valueOf);
    long offset = number(r, OFFSET, Long::valueOf);
    try {
      return new MetaDatasetRow(
          idx, n, dx, dy, trueMi, offset, text(r, SPLIT), text(r, DISTRIBUTION));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s, line %s: %s".formatted(csv.file(), csv.lineNumber(r), e.getMessage()), e);
    }
  }

  private <T> T number(int r, String column, Function<String, T> parser) {
    String cell = csv.cell(r, csv.header().indexOf(column));
    try {
      return parser.apply(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s, line %s: %s must be a%s number, was '%s'"
              .formatted(
                  csv.file(),
                  csv.lineNumber(r),
                  column,
                  column.equals(TRUE_MI) ? "" : " whole",
                  cell),
          e);
    }
  }

  private Optional<String> text(int r, String column) {
    int place = csv.header().indexOf(column);
    return place < 0
        ? Optional.empty()
        : Optional.of(csv.cell(r, place)).filter(cell -> !cell.isEmpty());
  }
}
