package io.github.mist4j.cli;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationData;
import io.github.mist4j.evaluation.EvaluationOptions;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.suite.BenchmarkSuite;
import io.github.mist4j.suite.BenchmarkTable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Methods on a named suite of distributions. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Compare methods with the truth on a suite of distributions.")
final class BenchmarkCommand implements Callable<Integer> {
  private final Methods methods;

  private CommandSpec spec;

  @Parameters(paramLabel = "SUITE", description = "The suite, by one of the names below.")
  private String suite;

  @Option(
      names = "--n",
      paramLabel = "ROWS",
      defaultValue = "500",
      description = "Rows of every dataset (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--seeds",
      paramLabel = "COUNT",
      defaultValue = "3",
      description = "Datasets of every task (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Mixin private PermutationsOption permutations;

  @Mixin private HalvesOption halves;

  @Mixin private MethodsOption chosen;

  @Mixin private ThreadsOption threads;

  @Mixin private PictureOption picture;

  @Mixin private OverwriteOption overwrite;

  BenchmarkCommand(Methods methods) {
    this.methods = methods;
  }

  /** Takes the command's place in the line; its help lists the suites. */
  @Spec
  void spec(CommandSpec spec) {
    this.spec = spec;
    spec.usageMessage()
        .footerHeading("Suites:%n")
        .footer(
            BenchmarkSuite.descriptions().entrySet().stream()
                .map(suite -> "  %-17s%s".formatted(suite.getKey(), suite.getValue()))
                .toArray(String[]::new));
  }

  @Override
  public Integer call() {
    BenchmarkSuite tasks = BenchmarkSuite.named(suite);
    require(rows >= Sample.MIN_ROWS, "n must be at least %d, was %d", Sample.MIN_ROWS, rows);
    picture.check(ReadFiles.NONE, overwrite.options());
    EvaluationData data = tasks.drawn(rows, seeds);
    List<MutualInformationEstimator> estimators = chosen.of(methods, () -> data.sample(0));
    var estimates =
        EstimateOptions.withDefaults()
            .withPermutations(permutations.count())
            .withHalves(halves.ofDatasets());
    var options = EvaluationOptions.withDefaults().withEstimates(estimates);
    try (var interrupt = Interrupt.ofHost();
        var progress = new ProgressLine(spec.commandLine().getErr())) {
      var evaluation =
          Evaluation.of(
              data,
              estimators,
              threads.in(options, EvaluationOptions::withThreads),
              progress.stoppedBy(interrupt::happened));
      progress.end();
      var table = BenchmarkTable.of(tasks, evaluation);
      picture.save(() -> Pictures.of(table), overwrite.options());
      spec.commandLine().getOut().println(table);
    }
    return 0;
  }
}
