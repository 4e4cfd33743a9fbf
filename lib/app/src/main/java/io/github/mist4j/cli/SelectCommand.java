package io.github.mist4j.cli;

import io.github.mist4j.Mist;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.table.Results;
import io.github.mist4j.table.Selection;
import io.github.mist4j.table.TableFile;
import java.util.Iterator;
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
final class SelectCommand implements Callable<Selection> {
  /** What may be given to {@code --criterion}. */
  private static final class Criteria implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return WordConverter.words(Selection.Criterion.class).iterator();
    }
  }

  @Spec private CommandSpec spec;

  @Mixin private WholeTableOptions table;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "NAME",
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
      completionCandidates = Criteria.class,
      description =
          "What decides which comes next: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Selection.Criterion criterion;

  @Mixin private BlockOption block;

  @Mixin private ResultOptions result;

  /** Prints the answer and returns it; null where it was to be in another format than text. */
  @Override
  public Selection call() {
    result.check(table.files());
    Selection answer = ask();
    return result.give(spec, answer, Results.of(answer), () -> Pictures.of(answer));
  }

  private Selection ask() {
    TableFile file = table.read(spec);
    try (var interrupt = Interrupt.ofHost();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      return Selection.of(
          file,
          table.columns(),
          target,
          most,
          criterion,
          Mist.estimator(),
          EstimateOptions.withDefaults()
              .withBlockLength(block.rows())
              .withProgress(interrupt.told(progress)));
    }
  }
}
