package io.github.mist4j.cli;

import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.training.Recipe;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a model by a recipe. */
@Command(
    name = "recipe",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Make a model from random weights by a recipe: trainings in stages, then a calibration.",
      "Ctrl-C stops it; the same command goes on."
    })
final class RecipeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE.json", description = "The recipe.")
  private Path file;

  @Option(
      names = "--share",
      defaultValue = "1",
      paramLabel = "SHARE",
      description = "Learn from this share of the datasets alone (default: ${DEFAULT-VALUE}).")
  private double share;

  @Mixin private ModelFileOption modelFile;

  @Override
  public Integer call() {
    ReadFiles.of(file).refuse(modelFile.file());
    Path out = modelFile.writable();
    Recipe recipe = Recipe.read(file).shortened(share);
    try (var interrupt = Interrupt.awaited();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      return interrupt.during(
          () -> {
            Checkpoint model =
                recipe.run(out, progress.stoppedBy(interrupt::happened), modelFile.options());
            progress.end();
            spec.commandLine().getOut().println(model.card());
            spec.commandLine().getOut().flush();
            return 0;
          },
          progress);
    }
  }
}
