package io.github.mist4j.fuzz;

import io.github.mist4j.table.MissingCells;
import io.github.mist4j.table.ReadOptions;
import io.github.mist4j.table.TableFile;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Bytes as a table: text of any encoding, compressed, or a workbook. */
public final class TableFuzzer {
  private TableFuzzer() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Refusals.readOrRefused(
        () -> {
          var file =
              TableFile.read("table", new ByteArrayInputStream(bytes), ReadOptions.withDefaults());
          file.reading();
          file.notes();
          file.toTable();
          List<String> names = file.columnNames();
          file.sample(
              names.subList(0, 1),
              names.subList(names.size() - 1, names.size()),
              MissingCells.DROP_ROWS);
        });
  }
}
