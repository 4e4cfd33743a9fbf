package io.github.mist4j.cli;

import io.github.mist4j.Mist;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.Results;
import io.github.mist4j.table.TableFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ask about every pair of columns of a table. */
@Command(
    name = "pairwise",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Ask about every pair of columns of a table.")
final class PairwiseCommand implements Callable<Pairwise> {
  @Spec private CommandSpec spec;

  @Mixin private WholeTableOptions table;

  @Mixin private BlockOption block;

  @Mixin private ResultOptions result;

  /** Prints the answer and returns it; null where it was to be in another format than text. */
  @Override
  public Pairwise call() {
    result.check(table.files());
    Pairwise answer = ask();
    return result.give(spec, answer, Results.of(answer), () -> Pictures.of(answer));
  }

  private Pairwise ask() {
    var options = EstimateOptions.withDefaults().withBlockLength(block.rows());
    TableFile file = table.read(spec);
    try (var interrupt = Interrupt.ofHost();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      return Pairwise.of(
          file, table.columns(), Mist.estimator(), options.withProgress(interrupt.told(progress)));
    }
  }
}
