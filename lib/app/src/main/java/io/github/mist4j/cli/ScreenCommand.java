package io.github.mist4j.cli;

import io.github.mist4j.Mist;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.table.Results;
import io.github.mist4j.table.Screening;
import io.github.mist4j.table.TableFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rank the columns of a table by what each tells about one. */
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Rank the columns of a table by what each tells about one.")
final class ScreenCommand implements Callable<Screening> {
  @Spec private CommandSpec spec;

  @Mixin private WholeTableOptions table;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "NAME",
      description = "The column that is asked about.")
  private String target;

  @Mixin private BlockOption block;

  @Mixin private ResultOptions result;

  /** Prints the answer and returns it; null where it was to be in another format than text. */
  @Override
  public Screening call() {
    result.check(table.files());
    Screening answer = ask();
    return result.give(spec, answer, Results.of(answer), () -> Pictures.of(answer));
  }

  private Screening ask() {
    var options = EstimateOptions.withDefaults().withBlockLength(block.rows());
    TableFile file = table.read(spec);
    try (var interrupt = Interrupt.ofHost();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      return Screening.of(
          file,
          table.columns(),
          target,
          Mist.estimator(),
          options.withProgress(interrupt.told(progress)));
    }
  }
}
