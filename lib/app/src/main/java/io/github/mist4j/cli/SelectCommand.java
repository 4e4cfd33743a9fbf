package io.github.mist4j.cli;

import io.github.mist4j.Mist;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.table.Selection;
import io.github.mist4j.table.TableFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The columns of a table that together say most about one of them. */
@Command(
    name = "select",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Select the columns of a table that together say most about one of them.",
      "One column after the other, until none says anything new."
    })
final class SelectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private TableOptions table;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "COLUMN",
      description = "The column that is asked about.")
  private String target;

  @Option(
      names = "--most",
      defaultValue = "10",
      paramLabel = "COUNT",
      description = "How many columns at most (default: ${DEFAULT-VALUE}).")
  private int most;

  @Option(
      names = "--criterion",
      defaultValue = "information",
      paramLabel = "CRITERION",
      description =
          "What decides which comes next: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Selection.Criterion criterion;

  @Mixin private PictureOption picture;

  @Mixin private OverwriteOption overwrite;

  /** Prints a line for each selected column. */
  @Override
  public Integer call() {
    picture.check(overwrite.options());
    TableFile file = table.read();
    TableOptions.sayHowItWasRead(file, spec);
    Selection selection;
    try (var interrupt = Interrupt.ofHost();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      selection =
          Selection.of(
              file.toTable(),
              target.strip(),
              most,
              criterion,
              Mist.estimator(),
              interrupt.told(progress));
    }
    if (!selection.steps().isEmpty()) {
      picture.save(() -> Pictures.of(selection), overwrite.options());
    }
    spec.commandLine().getOut().println(selection);
    return 0;
  }
}
