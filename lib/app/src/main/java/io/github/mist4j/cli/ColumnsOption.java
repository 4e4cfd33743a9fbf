package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.MissingCells;
import io.github.mist4j.table.TableFile;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** X and Y, by the columns of a table. */
final class ColumnsOption {
  static final String X =
      "The columns of X: names with commas between them, A..C for all from A to C, '*' for all"
          + " others. Given again it adds columns. Double quotes inside the word keep a name"
          + " with commas together: --x '\"size, m2\",age'.";
  static final String Y = "The columns of Y, named likewise.";
  static final String DROP = "Leave out rows with a missing cell instead of refusing the file.";

  @Mixin private TableOptions table;

  @Option(names = "--x", required = true, paramLabel = "A[,B...]", description = X)
  private List<String> x;

  @Option(names = "--y", required = true, paramLabel = "A[,B...]", description = Y)
  private List<String> y;

  @Option(names = "--drop-missing", description = DROP)
  private boolean dropMissing;

  @Option(
      names = "--missing-as-level",
      description =
          "Take a missing name as a level of its own; rows with a missing number are left out.")
  private boolean missingAsLevel;

  /** The file, which must not be written. */
  ReadFiles files() {
    return table.files();
  }

  /** The file. */
  TableFile read() {
    return table.read();
  }

  /** The sample of the chosen columns of a file. */
  Sample of(TableFile file) {
    return file.sample(x, y, missing());
  }

  private MissingCells missing() {
    require(
        !(dropMissing && missingAsLevel),
        "--drop-missing and --missing-as-level are two answers to one question: give one");
    return missingAsLevel
        ? MissingCells.AS_LEVEL
        : dropMissing ? MissingCells.DROP_ROWS : MissingCells.REFUSE;
  }
}
