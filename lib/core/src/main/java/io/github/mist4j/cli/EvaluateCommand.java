package io.github.mist4j.cli;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationOptions;
import io.github.mist4j.file.SafeFile;
import io.github.mist4j.meta.MetaDatasetFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Methods against a meta-dataset. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Compare methods with the truth on a folder of datasets.")
final class EvaluateCommand implements Callable<Integer> {
  private final Methods methods;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A folder of index.csv and data.f32le.")
  private Path folder;

  @Option(
      names = "--method",
      required = true,
      split = ",",
      hideParamSyntax = true,
      paramLabel = "M[,M...]",
      description = "The estimators, separated by commas.")
  private List<String> names;

  @Option(
      names = "--model",
      paramLabel = "FILE.mist",
      description = "A trained model (default: the one that comes with mist4j).")
  private Path model;

  @Option(
      names = "--threads",
      paramLabel = "COUNT",
      description = "Datasets estimated at once (default: one a processor).")
  private Integer threads;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "predictions.csv",
      description = "Where the predictions go.")
  private Path out;

  EvaluateCommand(Methods methods) {
    this.methods = methods;
  }

  @Override
  public Integer call() {
    SafeFile.writable(out);
    List<MutualInformationEstimator> estimators = methods.named(names, model);
    var options = EvaluationOptions.withDefaults();
    try (var datasets = MetaDatasetFolder.open(folder);
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      var evaluation =
          Evaluation.of(
              datasets,
              estimators,
              threads == null ? options : options.withThreads(threads),
              (done, total) -> progress.show("%d of %d predictions".formatted(done, total)));
      evaluation.writePredictions(out);
      progress.end();
      spec.commandLine().getOut().println(evaluation.errors());
    }
    return 0;
  }
}
