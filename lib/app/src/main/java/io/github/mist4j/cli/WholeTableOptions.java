package io.github.mist4j.cli;

import io.github.mist4j.table.TableFile;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** A table whose columns are all asked about, or those that are chosen. */
final class WholeTableOptions {
  @Mixin private TableOptions table;

  @Option(
      names = "--columns",
      paramLabel = "A[,B...]",
      description = "Only these columns, named as in --x of mist4j estimate (default: all).")
  private List<String> columns = List.of();

  /** The file, which must not be written. */
  ReadFiles files() {
    return table.files();
  }

  /** The table, with how it was read on the standard error. */
  TableFile read(CommandSpec spec) {
    TableFile file = table.read();
    TableOptions.sayHowItWasRead(file, spec);
    return file;
  }

  /** The words for the columns that take part; none for all. */
  List<String> columns() {
    return columns;
  }
}
