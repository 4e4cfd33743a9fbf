package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.SafeFile;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.training.Checkpoint;
import io.github.mist4j.training.Trainer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Teaches a trained model to look again. */
@Command(
    name = "second-look",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Teach a model how much to trust a second look at those columns alone that show"
            + " dependence, and recalibrate its quantiles.")
final class SecondLookCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.mist", description = "A trained copula network.")
  private Path file;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "full",
      description = "The datasets it was trained on (default: ${DEFAULT-VALUE}).")
  private String preset;

  @Option(
      names = "--datasets",
      paramLabel = "COUNT",
      defaultValue = "40000",
      description = "How many datasets to learn from (default: ${DEFAULT-VALUE}).")
  private int datasets;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.mist",
      description = "Where the taught model goes.")
  private Path out;

  @Override
  public Integer call() {
    require(datasets > 0, "datasets must be positive, were %d", datasets);
    SafeFile.writable(out);
    Checkpoint model = Checkpoint.open(file);
    var trainer = Trainer.of(MetaDistributions.named(preset), model.card().options());
    try (var progress = new ProgressLine(spec.commandLine().getErr())) {
      Checkpoint taught =
          trainer.withSecondLook(
              model, datasets, done -> progress.show("datasets", done, datasets));
      taught.save(out);
      progress.end();
      spec.commandLine().getOut().println(taught.card());
    }
    return 0;
  }
}
