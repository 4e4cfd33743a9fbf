package io.github.mist4j.cli;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.evaluation.Calibration;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationOptions;
import io.github.mist4j.file.SafeFile;
import io.github.mist4j.meta.MetaDatasetFolder;
import io.github.mist4j.plot.Pictures;
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

  @Option(
      names = "--picture",
      paramLabel = "FILE.png",
      description =
          "A picture of predicted against true, and of the calibration of methods with intervals, "
              + "which takes four times as long again.")
  private Path picture;

  EvaluateCommand(Methods methods) {
    this.methods = methods;
  }

  @Override
  public Integer call() {
    SafeFile.writable(out);
    if (picture != null) {
      SafeFile.writable(picture);
    }
    List<MutualInformationEstimator> estimators = methods.named(names, model);
    var defaults = EvaluationOptions.withDefaults();
    var options = threads == null ? defaults : defaults.withThreads(threads);
    try (var datasets = MetaDatasetFolder.open(folder);
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      var evaluation =
          Evaluation.of(
              datasets,
              estimators,
              options,
              (done, total) -> progress.show("%d of %d predictions".formatted(done, total)));
      evaluation.writePredictions(out);
      if (picture != null) {
        draw(evaluation, datasets, estimators, options, progress);
      }
      progress.end();
      spec.commandLine().getOut().println(evaluation.errors());
    }
    return 0;
  }

  private void draw(
      Evaluation evaluation,
      MetaDatasetFolder datasets,
      List<MutualInformationEstimator> estimators,
      EvaluationOptions options,
      ProgressLine progress) {
    List<Calibration> calibrations =
        estimators.stream()
            .filter(e -> evaluation.hasIntervals(e.method()))
            .map(
                e ->
                    Calibration.of(
                        datasets,
                        e,
                        options,
                        (done, total) ->
                            progress.show(
                                "calibration of %s, %d of %d".formatted(e.method(), done, total))))
            .toList();
    byte[] png = Pictures.of(folder.getFileName().toString(), evaluation, calibrations).png();
    SafeFile.write(picture, stream -> stream.write(png));
  }
}
