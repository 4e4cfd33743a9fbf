package io.github.mist4j.cli;

import io.github.mist4j.Mist;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.Screening;
import io.github.mist4j.table.TableFile;
import io.github.mist4j.table.TableSample;
import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * Questions to all columns of a file. Apart from their commands: picocli looks at every method of
 * those when the program starts, and an estimate does not wait until Tablesaw is loaded.
 */
final class WholeTable {
  private WholeTable() {}

  static Screening screen(
      TableFile file, List<String> columns, String target, ProgressListener listener) {
    return Screening.of(of(file, columns, target), target, Mist.estimator(), listener);
  }

  static Pairwise pairwise(TableFile file, List<String> columns, ProgressListener listener) {
    return Pairwise.of(of(file, columns), Mist.estimator(), listener);
  }

  /** With a column that takes part whatever is chosen. */
  private static Table of(TableFile file, List<String> columns, String... also) {
    String[] words = Stream.concat(columns.stream(), Stream.of(also)).toArray(String[]::new);
    return columns.isEmpty() ? file.toTable() : TableSample.withColumns(file.toTable(), words);
  }
}
