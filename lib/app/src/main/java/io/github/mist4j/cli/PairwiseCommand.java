package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.Mist;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.Results;
import io.github.mist4j.table.TableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ask about every pair of columns of a table. */
@Command(
    name = "pairwise",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Ask about every pair of columns of a table.",
      "Ctrl-C stops it; with --out the same command with --resume goes on."
    })
final class PairwiseCommand implements Callable<Pairwise> {
  @Spec private CommandSpec spec;

  @Mixin private WholeTableOptions table;

  @Mixin private BlockOption block;

  @Option(
      names = "--resume",
      description =
          "Go on with what --out has kept of a run that was stopped, of the same table, columns and"
              + " options.")
  private boolean resume;

  @Mixin private ResultOptions result;

  /**
   * Prints the answer and returns it; null where it was to be in another format than text, or where
   * Ctrl-C stopped it.
   */
  @Override
  public Pairwise call() {
    Path out = result.file();
    if (out == null || AtomicFile.isSpecial(out)) {
      require(!resume, "--resume goes on with a file that --out has begun");
      result.check(table.files());
      Pairwise answer = ask();
      return result.give(spec, answer, Results.of(answer), () -> Pictures.of(answer));
    }
    result.checkOfKept(table.files(), resume);
    Pairwise answer = askKeeping(out);
    return answer == null
        ? null
        : result.giveSaved(spec, answer, Results.of(answer), () -> Pictures.of(answer));
  }

  private EstimateOptions options(ProgressListener listener) {
    return EstimateOptions.withDefaults().withBlockLength(block.rows()).withProgress(listener);
  }

  private Pairwise ask() {
    TableFile file = table.read(spec);
    try (var interrupt = Interrupt.ofHost();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      return Pairwise.of(
          file, table.columns(), Mist.estimator(), options(interrupt.told(progress)));
    }
  }

  private Pairwise askKeeping(Path out) {
    TableFile file = table.read(spec);
    try (var interrupt = Interrupt.awaited();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      EstimateOptions options = options(interrupt.told(progress));
      return interrupt.during(() -> askKeeping(file, out, options), null, progress);
    }
  }

  private Pairwise askKeeping(TableFile file, Path out, EstimateOptions options) {
    MistEstimator mist = Mist.estimator();
    List<String> columns = table.columns();
    try {
      return resume
          ? Pairwise.resume(file, columns, mist, options, out)
          : Pairwise.start(file, columns, mist, options, out, result.options());
    } catch (CancellationException e) {
      throw new CancellationException(e.getMessage() + "; the same command with --resume goes on");
    }
  }
}
