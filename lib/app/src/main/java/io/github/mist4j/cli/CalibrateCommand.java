package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.training.Trainer;
import io.github.mist4j.training.TrainingOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fits to a trained model what is fitted after training. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Fit how far a model trusts the columns that show dependence by themselves, and"
            + " recalibrate its quantiles.")
final class CalibrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.mist", description = "A trained copula network.")
  private Path file;

  @Mixin private PresetOption preset;

  @Option(
      names = "--datasets",
      paramLabel = "COUNT",
      defaultValue = "40000",
      description = "How many datasets to fit to (default: ${DEFAULT-VALUE}).")
  private int datasets;

  @Mixin private ModelFileOption out;

  @Override
  public Integer call() {
    require(datasets > 0, "datasets must be positive, were %d", datasets);
    Path calibratedFile = out.writable();
    Checkpoint model = Checkpoint.open(file);
    var trainer =
        Trainer.of(MetaDistributions.named(preset.name()), TrainingOptions.of(model.card()));
    try (var interrupt = Interrupt.ofHost();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      Checkpoint calibrated =
          trainer.calibrated(model, datasets, progress.stoppedBy(interrupt::happened));
      calibrated.save(calibratedFile, out.options());
      progress.end();
      spec.commandLine().getOut().println(calibrated.card());
    }
    return 0;
  }
}
