package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.evaluation.Calibration;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationData;
import io.github.mist4j.evaluation.EvaluationOptions;
import io.github.mist4j.evaluation.PredictionsJournal;
import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.meta.MetaDatasetFolder;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private static final CopyOption[] REPLACING = {StandardCopyOption.REPLACE_EXISTING};

  private final Methods methods;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A folder of index.csv and data.f32le.")
  private Path folder;

  @Mixin private MethodsOption chosen;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "predictions.csv",
      description = "Where the predictions go.")
  private Path out;

  @Option(
      names = "--resume",
      description =
          "Keep what the file of predictions holds already of the same datasets and options, and go"
              + " on from there, perhaps with other methods.")
  private boolean resume;

  @Mixin private HalvesOption halves;

  @Mixin private PictureOption picture;

  @Mixin private OverwriteOption overwrite;

  @Option(
      names = "--calibration",
      description =
          "Also say how many truths lie below each quantile of methods with intervals, and how"
              + " many quantiles cross; takes four times as long again.")
  private boolean calibration;

  EvaluateCommand(Methods methods) {
    this.methods = methods;
  }

  @Override
  public Integer call() {
    if (!picture.isGiven()) { // of an older picture there is nothing to go on with
      overwrite.checkNotBeside(resume);
    }
    AtomicFile.writable(out, resume ? REPLACING : overwrite.options());
    List<MutualInformationEstimator> estimators = chosen.of(methods, this::first);
    try (var datasets = MetaDatasetFolder.open(folder);
        var journal = journal(datasets, estimators);
        var interrupt = Interrupt.awaited();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      var data = EvaluationData.of(folder.getFileName().toString(), datasets);
      EvaluationOptions options = options().withKnown(journal.known());
      ProgressListener listener = progress.stoppedBy(interrupt::happened);
      return interrupt.during(
          () -> {
            Evaluation evaluation = evaluation(data, estimators, options, journal, listener);
            journal.finish(evaluation.predictions());
            List<Calibration> calibrations =
                calibration || picture.isGiven()
                    ? calibrations(evaluation, data, estimators, options, listener)
                    : List.of();
            picture.save(() -> Pictures.of(evaluation, calibrations), overwrite.options());
            progress.end();
            spec.commandLine().getOut().println(evaluation.errors());
            calibrations.forEach(spec.commandLine().getOut()::println);
            return 0;
          },
          progress);
    }
  }

  private Sample first() {
    try (var datasets = MetaDatasetFolder.open(folder)) {
      return datasets.read(0).sample();
    }
  }

  private EvaluationOptions options() {
    var estimates = EstimateOptions.withDefaults().withHalves(halves.ofDatasets());
    return threads.in(
        EvaluationOptions.withDefaults().withEstimates(estimates), EvaluationOptions::withThreads);
  }

  private PredictionsJournal journal(
      MetaDatasetFolder datasets, List<MutualInformationEstimator> estimators) {
    require(
        !datasets.holds(out),
        "%s is one of the datasets' own files, write the predictions elsewhere",
        out);
    picture.check(datasets::holds, overwrite.options());
    EstimateOptions estimates = options().estimates();
    String asked =
        "level %s, %s half samples, %s shuffles, blocks of %s, seed %s"
            .formatted(
                estimates.level(),
                estimates.halves(),
                estimates.permutations(),
                estimates.blockLength(),
                estimates.seed());
    var origin =
        new PredictionsJournal.Origin(datasets.fingerprint(), asked, chosen.identities(estimators));
    return resume
        ? PredictionsJournal.resume(out, origin, estimates.level())
        : PredictionsJournal.begin(out, origin, overwrite.options());
  }

  private Evaluation evaluation(
      EvaluationData data,
      List<MutualInformationEstimator> estimators,
      EvaluationOptions options,
      PredictionsJournal journal,
      ProgressListener listener) {
    try (var kept = new KeptPredictions(journal, listener)) {
      return Evaluation.of(data, estimators, options, kept);
    } catch (CancellationException e) {
      throw new CancellationException(e.getMessage() + "; the same command with --resume goes on");
    }
  }

  private static List<Calibration> calibrations(
      Evaluation evaluation,
      EvaluationData datasets,
      List<MutualInformationEstimator> estimators,
      EvaluationOptions options,
      ProgressListener listener) {
    return estimators.stream()
        .filter(e -> evaluation.hasIntervals(e.method()))
        .map(e -> Calibration.of(datasets, e, options.withKnown(List.of()), listener))
        .toList();
  }
}
