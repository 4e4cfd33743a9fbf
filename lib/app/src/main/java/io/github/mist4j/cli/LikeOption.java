package io.github.mist4j.cli;

import io.github.mist4j.sample.Sample;
import io.github.mist4j.table.MissingCells;
import io.github.mist4j.table.TableFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** A table of one's own, which the datasets of a training look like. */
final class LikeOption {
  @Option(
      names = "--like",
      required = true,
      paramLabel = "FILE",
      description =
          "Learn from datasets that look like these columns of a table, in the place of the"
              + " preset's: their margins with all that stands again, how columns of a side go"
              + " along, the number of rows. What X says about Y is drawn at random.")
  private Path file;

  @Option(names = "--x", required = true, paramLabel = "A[,B...]", description = ColumnsOption.X)
  private List<String> x;

  @Option(names = "--y", required = true, paramLabel = "A[,B...]", description = ColumnsOption.Y)
  private List<String> y;

  @Option(names = "--drop-missing", description = ColumnsOption.DROP)
  private boolean dropMissing;

  /** The table, which must not be written. */
  ReadFiles files() {
    return ReadFiles.of(file);
  }

  /** The sample of the chosen columns; how the file was read is said. */
  Sample sample(CommandSpec spec) {
    TableFile table = TableFile.read(file);
    TableOptions.sayHowItWasRead(table, spec);
    return table.sample(x, y, dropMissing ? MissingCells.DROP_ROWS : MissingCells.REFUSE);
  }
}
