package io.github.mist4j.cli;

import io.github.mist4j.model.Checkpoint;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The card of a model. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Say how a model was made and how good it is.")
final class InfoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.mist",
      description = "A trained model (default: the one that comes with mist4j).")
  private Path file;

  @Override
  public Integer call() {
    Checkpoint checkpoint = file == null ? Checkpoint.shipped() : Checkpoint.open(file);
    spec.commandLine().getOut().println(checkpoint.card());
    return 0;
  }
}
